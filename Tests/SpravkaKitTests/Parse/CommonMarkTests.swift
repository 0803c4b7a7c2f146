import Foundation
import Testing

@testable import SpravkaKit

struct CommonMarkTests {
  @Test(
    .needsSharedMaterial,
    arguments: [("spec", 652, false), ("regression", 16, false), ("smart_punct", 16, true)])
  func `without extensions the specification holds byte for byte`(
    name: String, count: Int, smart: Bool
  ) throws {
    let examples = try Example.load(name)
    #expect(examples.count == count)
    for example in examples {
      let made = render(example.markdown, .commonMark(smart: smart))
      #expect(made == example.html, "\(name) \(example.example): \(example.section)")
    }
  }

  @Test(.needsSharedMaterial)
  func `in articles only the listed examples differ and each as listed`() throws {
    let known = try ListedDifference.load()
    var found: [ListedDifference] = []
    for name in ["spec", "regression"] {
      for example in try Example.load(name) {
        let made = render(example.markdown, .article(html: false))
        guard made != example.html else { continue }
        let title = "\(name) \(example.example): \(example.section)"
        let reason = known.first { $0.title == title }?.reason ?? "?"
        found.append(ListedDifference(title: title, reason: reason, expected: made))
      }
    }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try ListedDifference.save(found)
      Issue.record("the list of differences was rewritten: read it before you commit it")
    }
    for (left, right) in zip(found, known) { #expect(left == right) }
    #expect(found.count == known.count)
    #expect(!found.contains { $0.reason == "?" }, "each difference needs its reason")
  }
}

/// The HTML with every reference left as it was written; unsafe ones lead nowhere.
func render(_ markdown: String, _ dialect: Dialect) -> String {
  let file = SourceFile(path: "content/ru/a/b.md", bytes: Array(markdown.utf8))
  let body = renderMarkdown(file, body: 0..<file.bytes.count, dialect: dialect)
  var html = HTMLWriter()
  html.append(body.fragment, body.references, voidEnd: dialect.isArticle ? ">" : " />") {
    let reference = body.references[$0]
    let isDropped = dialect.isArticle && reference.destination == .unsafe
    return Filling(url: isDropped ? nil : reference.written)
  }
  return String(decoding: html.bytes, as: UTF8.self)
}

private struct Example: Decodable {
  let markdown: String
  let html: String
  let example: Int
  let section: String

  static func load(_ name: String) throws -> [Example] {
    let data = try SharedMaterial.data("material/commonmark/\(name).json")
    return try JSONDecoder().decode([Example].self, from: data)
  }
}

/// An entry of Fixtures/commonmark-differences.txt: a line `---------- title`, a line
/// `reason: …`, then what Spravka writes instead.
private struct ListedDifference: Equatable {
  let title: String
  let reason: String
  let expected: String

  static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/commonmark-differences.txt")

  static func load() throws -> [ListedDifference] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.components(separatedBy: "---------- ").dropFirst().map { entry in
      let lines = entry.components(separatedBy: "\n")
      let reason = lines[1].replacingOccurrences(of: "reason: ", with: "")
      return ListedDifference(
        title: lines[0], reason: reason, expected: lines.dropFirst(2).joined(separator: "\n"))
    }
  }

  static func save(_ list: [ListedDifference]) throws {
    let text = list.map { "---------- \($0.title)\nreason: \($0.reason)\n\($0.expected)" }
    try text.joined().write(to: file, atomically: true, encoding: .utf8)
  }
}
