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
    let examples = try SpecificationExample.load("commonmark/\(name)")
    #expect(examples.count == count)
    for example in examples {
      let made = render(example.markdown, .commonMark(smart: smart))
      #expect(made == example.html, "\(name) \(example.example): \(example.section)")
    }
  }

  @Test(.needsSharedMaterial)
  func `in articles only the listed examples differ and each as listed`() throws {
    let list = ListedDifferences(name: "commonmark-differences")
    var found: [ListedDifferences.Entry] = []
    for name in ["spec", "regression"] {
      for example in try SpecificationExample.load("commonmark/\(name)") {
        let made = render(example.markdown, .article(html: false))
        guard made != example.html else { continue }
        found.append(
          try list.entry("\(name) \(example.example): \(example.section)", made))
      }
    }
    try list.expect(found)
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
