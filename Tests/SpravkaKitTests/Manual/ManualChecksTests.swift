import Foundation
import Testing

@testable import SpravkaKit

/// The list of findings, against the table in the code and against what is really printed.
struct ManualChecksTests {
  private static let levels: [Level: String] = [
    .error: "ошибка", .warning: "предупреждение", .off: "выключено",
  ]

  @Test func `every finding is in the table, with its level and whether that is fixed`() throws {
    let rows = try ManualPage("checks/ids.md").table("all").map {
      [$0[0].code ?? "", $0[1]]
    }
    let known = DiagnosticID.allCases.sorted { $0.rawValue < $1.rawValue }.map { id in
      [id.rawValue, (Self.levels[id.defaultLevel] ?? "") + (id.isFixed ? ", закреплена" : "")]
    }
    #expect(rows == known)
  }

  @Test func `every finding has a section with an example and with advice`() throws {
    let page = try ManualPage("checks/ids.md")
    for id in DiagnosticID.allCases {
      let lines = try page.section(id.rawValue).lines
      #expect(lines.first == "### `\(id.rawValue)` {#\(id.rawValue)}")
      #expect(lines.contains { $0.hasSuffix(" [\(id.rawValue)]") }, "\(id.rawValue)")
      let advice = lines.reversed().drop(while: \.isEmpty).first ?? ""
      #expect(advice != "```" && !advice.isEmpty, "\(id.rawValue)")
    }
  }

  @Test func `examples are printed like that`() throws {
    let printed = try Self.printed()
    var compared = 0
    for section in try ManualPage("checks/ids.md").sections {
      for (index, line) in section.lines.enumerated() {
        guard let (id, message) = finding(in: line), let known = printed[id] else { continue }
        compared += 1
        #expect(known.messages.contains(message), "\(line)")
        guard let hint = hint(in: section.lines[index + 1]) else { continue }
        #expect(known.hints.contains(hint), "\(id): \(hint)")
      }
    }
    #expect(compared > 40)
  }

  private typealias Printed = [String: (messages: Set<String>, hints: Set<String>)]

  /// All findings of the golden cases, by id.
  private static func printed() throws -> Printed {
    let cases = URL(filePath: #filePath).appending(path: "../../../GoldenTests/Cases").standardized
    var printed: Printed = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: cases.path) {
      let file = cases.appending(path: "\(name)/expected.txt")
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      var last = ""
      for line in text.split(separator: "\n") {
        if let (id, message) = finding(in: String(line)) {
          printed[id, default: ([], [])].messages.insert(message)
          last = id
        } else if let hint = hint(in: String(line)) {
          printed[last, default: ([], [])].hints.insert(hint)
        }
      }
    }
    return printed
  }

  private func finding(in line: String) -> (id: String, message: String)? {
    Self.finding(in: line)
  }

  private func hint(in line: String) -> String? { Self.hint(in: line) }

  private static func finding(in line: String) -> (id: String, message: String)? {
    guard let parts = line.firstMatch(of: /(?:error|warning): (.*) \[([a-z0-9-]+)\]$/)?.output
    else { return nil }
    return (String(parts.2), withoutNames(String(parts.1)))
  }

  private static func hint(in line: String) -> String? {
    line.hasPrefix("  hint: ") ? withoutNames(String(line.dropFirst(8))) : nil
  }

  /// Names and numbers are those of some site; the words around them are Spravka's.
  private static func withoutNames(_ text: String) -> String {
    text.replacing(/'[^']*'/, with: "'…'").replacing(/[0-9]+/, with: "0")
  }
}
