import Foundation
import Testing

/// A case of a published specification: Markdown and the HTML that it must become.
struct SpecificationExample: Decodable {
  let markdown: String
  let html: String
  let example: Int
  let section: String

  /// - Parameter name: the file in the shared material, without its suffix.
  static func load(_ name: String) throws -> [SpecificationExample] {
    let data = try SharedMaterial.data("material/\(name).json")
    return try JSONDecoder().decode([SpecificationExample].self, from: data)
  }
}

/// The cases of a specification that Spravka answers otherwise, each with its reason: a file of
/// Fixtures whose entries are a line `---------- title`, a line `reason: …`, then what Spravka
/// writes instead.
struct ListedDifferences {
  let name: String

  struct Entry: Equatable {
    let title: String
    let reason: String
    let expected: String
  }

  private var file: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name).txt")
  }

  func load() throws -> [Entry] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.components(separatedBy: "---------- ").dropFirst().map { entry in
      let lines = entry.components(separatedBy: "\n")
      let reason = lines[1].replacingOccurrences(of: "reason: ", with: "")
      return Entry(
        title: lines[0], reason: reason, expected: lines.dropFirst(2).joined(separator: "\n"))
    }
  }

  /// A difference that was found, with the reason that the list gives for it.
  func entry(_ title: String, _ made: String) throws -> Entry {
    let reason = try load().first { $0.title == title }?.reason ?? "?"
    return Entry(title: title, reason: reason, expected: made)
  }

  /// Demands that what was found is what the list says.
  func expect(_ found: [Entry]) throws {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      let text = found.map { "---------- \($0.title)\nreason: \($0.reason)\n\($0.expected)" }
      try text.joined().write(to: file, atomically: true, encoding: .utf8)
      Issue.record("the list of differences was rewritten: read it before you commit it")
    }
    let known = try load()
    for (left, right) in zip(found, known) { #expect(left == right) }
    #expect(found.count == known.count)
    #expect(!found.contains { $0.reason == "?" }, "each difference needs its reason")
  }
}
