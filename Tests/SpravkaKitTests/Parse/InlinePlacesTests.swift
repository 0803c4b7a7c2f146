import Testing

@testable import SpravkaKit

// libcmark's own places are wrong in each of these texts.
struct InlinePlacesTests {
  private func parse(_ markdown: String, html: Bool = false) -> (SourceFile, MarkdownBody) {
    let file = SourceFile(path: "content/ru/a.md", bytes: Array(markdown.utf8))
    let body = renderMarkdown(file, body: 0..<file.bytes.count, dialect: .article(html: html))
    return (file, body)
  }

  private func references(_ markdown: String, html: Bool = false) -> [String] {
    let (file, body) = parse(markdown, html: html)
    return body.references.map { String(decoding: file.bytes[$0.range], as: UTF8.self) }
  }

  @Test(
    arguments: [
      (
        "текст `код\nна двух` и [нет\nтакого](a.md), [да](b.md)",
        ["[нет\nтакого](a.md)", "[да](b.md)"]
      ),
      ("раз\\\nдва [а](a.md)", ["[а](a.md)"]),
      (
        "[а](\n  a.md\n  \"имя\n  (1\") и [б](b.md)",
        ["[а](\n  a.md\n  \"имя\n  (1\")", "[б](b.md)"]
      ),
      ("[r]: a.md\n[q]: b.md\nтекст [r], [к][q]", ["[r]", "[к][q]"]),
      ("> раз\n> два [а](a.md)", ["[а](a.md)"]),
      (">раз\nдва [а](a.md)", ["[а](a.md)"]),
      ("1. раз\n\n   два\n     три [а](a.md)", ["[а](a.md)"]),
      ("раз\n\tдва [а](a.md)", ["[а](a.md)"]),
      ("Имя\nв две [а](a.md)\n===", ["[а](a.md)"]),
      ("раз\n<https://a.example> <a@b.example>", ["<https://a.example>", "<a@b.example>"]),
      (
        "раз\n[![и](p.png)](a.md) ![и [к](x.md)](q.png) [к](x.md)",
        ["![и](p.png)", "[![и](p.png)](a.md)", "![и [к](x.md)](q.png)", "[к](x.md)"]
      ),
    ].map { ($0.0, $0.1) })
  func `a link is found whatever stands before it`(markdown: String, expected: [String]) {
    // A picture is known when its brackets are read, a link before that.
    #expect(Set(references(markdown)) == Set(expected))
  }

  @Test(
    arguments: [
      ("[а] \\[а](a.md) `[а](a.md)` [а](a.md)", ["[а](a.md)"]),
      ("`` [а](a.md) ` `` [а](a.md)", ["[а](a.md)"]),
      ("[!NOTE] [x] [а](a.md)", ["[а](a.md)"]),
      ("[а](b.md [а](a.md)", ["[а](a.md)"]),
      ("[а][r] [б](a.md)\n\n[r]: a.md", ["[а][r]", "[б](a.md)"]),
      (
        "[а\\_б](<a b.md>) [в](a\\_b.md) [г](a&amp;b.md)",
        ["[а\\_б](<a b.md>)", "[в](a\\_b.md)", "[г](a&amp;b.md)"]
      ),
      ("[](a.md) [а](a(b)c.md)", ["[](a.md)", "[а](a(b)c.md)"]),
      ("[**а**](a.md \"имя (1)\") [б](b.md)", ["[**а**](a.md \"имя (1)\")", "[б](b.md)"]),
    ].map { ($0.0, $0.1) })
  func `what merely looks like the link is passed over`(markdown: String, expected: [String]) {
    #expect(references(markdown) == expected)
  }

  @Test(arguments: [
    ("раз <b\nx> два\n<i> и `<i>` <i>", ["<b", "<i>", "<i>"]),
    ("> раз\n> два <b>", ["<b>"]),
    ("раз\\\n<b>`<b>`<b>", ["<b>", "<b>"]),
  ])
  func `a tag that is left out is shown where it stands`(markdown: String, expected: [String]) {
    let (file, body) = parse(markdown)
    let shown = body.diagnostics.map {
      $0.range.map { String(decoding: file.bytes[$0], as: UTF8.self) } ?? ""
    }
    #expect(shown == expected)
  }

  @Test(arguments: [
    ("<div>\n  <a\n  href=\"a.md\">а</a> <img src=b.png>\n</div>", ["a.md", "b.png"]),
    ("> <p>\n>   <a href='a.md'>а</a>\n", ["a.md"]),
    ("раз\n  <a name=\"x\"\n   href=\"a.md\">а</a> [б](b.md)", ["a.md", "[б](b.md)"]),
    ("<p>\r\n<a href='a.md'>а</a>\r\n", ["a.md"]),
  ])
  func `a URL in raw HTML is found in its line`(markdown: String, expected: [String]) {
    #expect(references(markdown, html: true) == expected)
  }

  @Test func `no text makes the search slow`() {
    let hostile = [
      String(repeating: "[&auml;][r] ", count: 2000) + "\n\n[r]: a.md",
      String(repeating: "[aaaaaaaaaaaaaaaa](", count: 900) + String(repeating: "[r] ", count: 2000)
        + "\n\n[r]: a.md",
      String(repeating: "`", count: 1) + String(repeating: "[b](a.md) `` ", count: 2000),
    ]
    for text in hostile {
      let time = processorTime { _ = parse(text) }
      #expect(time < .seconds(10))
    }
  }
}
