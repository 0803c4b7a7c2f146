import Foundation
import Testing

// An article of the manual → its tables and sections, by the anchors of their headings. What stands
// in code is read as text, so that an example is taken for no part of the page.

struct ManualPage {
  static let site = URL(filePath: #filePath).appending(path: "../../../../docs").standardized

  struct Section {
    let anchor: String
    var lines: [String]
  }

  /// The sections with a given anchor, in order.
  let sections: [Section]
  private let path: String

  /// - Parameter path: below `docs/content/ru/`.
  init(_ path: String) throws {
    let file = Self.site.appending(path: "content/ru/" + path)
    let text = try String(contentsOf: file, encoding: .utf8)
    var sections = [Section(anchor: "", lines: [])]
    var fence: Substring?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let mark = line.prefix { $0 == "`" }
      if let open = fence, line == open {
        fence = nil
      } else if fence == nil, mark.count >= 3 {
        fence = mark
      }
      if fence == nil, line.hasPrefix("#") {
        let anchor = line.firstMatch(of: /\{#([^}]+)\}$/).map { String($0.output.1) }
        sections.append(Section(anchor: anchor ?? "", lines: []))
      }
      sections[sections.count - 1].lines.append(String(line))
    }
    self.sections = sections.filter { !$0.anchor.isEmpty }
    self.path = path
  }

  func has(_ anchor: String) -> Bool { sections.contains { $0.anchor == anchor } }

  func section(_ anchor: String) throws -> Section {
    try #require(sections.first { $0.anchor == anchor }, "\(path) has no section {#\(anchor)}")
  }

  /// The rows of the only table of a section, without its header.
  func table(_ anchor: String) throws -> [[String]] {
    let rows = try section(anchor).lines.filter { $0.hasPrefix("|") }
    return rows.dropFirst(2).map { row in
      row.replacing("\\|", with: "\u{0}").split(separator: "|", omittingEmptySubsequences: false)
        .dropFirst().dropLast()
        .map { $0.replacing("\u{0}", with: "|").trimmingCharacters(in: .whitespaces) }
    }
  }

  /// What stands in code in the first column of a table.
  func names(_ anchor: String) throws -> [String] {
    try table(anchor).map { try #require($0.first?.code, "\(path)#\(anchor): \($0)") }
  }
}

extension String {
  /// The first piece of code in a text.
  var code: String? { firstMatch(of: /`([^`]+)`/).map { String($0.output.1) } }

  /// All pieces of code in a text.
  var codes: [String] { matches(of: /`([^`]+)`/).map { String($0.output.1) } }
}
