import Testing

@testable import SpravkaKit

struct DialectTests {
  /// No text may take quadratic time: each of these would take minutes if it did.
  @Test(
    arguments: [
      String(repeating: "~a~~ ", count: 60_000),
      String(repeating: "~~a~~ ", count: 60_000),
      String(repeating: "~", count: 300_000),
      String(repeating: "~a ", count: 100_000),
      String(repeating: "[^a", count: 100_000),
      "[^a]: x\n\n" + (0..<30_000).map { "[^\($0)] " }.joined(),
      String(repeating: "[^a]: x\n", count: 40_000),
      String(repeating: "www.a.b", count: 40_000) + String(repeating: ")", count: 100_000),
      String(repeating: "www.", count: 80_000),
      String(repeating: "a@", count: 150_000),
      String(repeating: "a@b.c", count: 60_000),
      String(repeating: "http://", count: 40_000),
      String(repeating: ":::note\n", count: 30),
      String(repeating: ":::\n", count: 80_000),
      String(repeating: ":::note\n:::\n", count: 25_000),
      String(repeating: "::include{file=a}\n", count: 15_000),
      String(repeating: "|", count: 300_000) + "\n" + String(repeating: "|-", count: 150_000),
      "|a|\n|-|\n" + String(repeating: "|b|\n", count: 75_000),
      String(repeating: "|a\n|-|-\n\n", count: 30_000),
      String(repeating: "|a|b|\n|-\n", count: 30_000),
      String(repeating: "- [ ] a\n", count: 35_000),
      String(repeating: "> [!NOTE]\n\n", count: 25_000),
      String(repeating: "![a](b 'c')\n", count: 25_000),
      String(repeating: "\\~", count: 150_000),
      String(repeating: ":", count: 300_000),
      ":::note" + String(repeating: "[", count: 300_000),
      ":::note{" + String(repeating: "a ", count: 150_000),
      String(repeating: ":::nope\n", count: 40_000),
      String(repeating: "\n:::note[a]\n", count: 25_000),
      String(repeating: "    :::note\n", count: 25_000),
      "a\n" + String(repeating: "    :::note\n", count: 25_000),
      String(repeating: "a&period;b@c.de ", count: 20_000),
      String(repeating: "**", count: 75_000) + "~a~" + String(repeating: "**", count: 75_000),
      "[^a]: x\n\n|a|\n|-|\n" + String(repeating: "|[^a]|\n", count: 40_000),
      "[^0]\n\n" + (0..<15_000).map { "[^\($0)]: [^\($0 + 1)]\n" }.joined(),
    ].map(LongText.init))
  func `no text takes long`(markdown: LongText) {
    let file = SourceFile(path: "content/ru/a.md", bytes: Array(markdown.text.utf8))
    let time = processorTime {
      _ = renderMarkdown(file, body: 0..<file.bytes.count, dialect: .article(html: false))
    }
    // A debug build on a busy machine takes some seconds where the time is linear.
    #expect(time < .seconds(60))
  }

  /// Texts that end in the middle of something.
  @Test func `every beginning of an article can be read`() {
    let text = """
      :::note[A **b**]{x="1" y}
      > [!TIP]
      > - [x] a ~~b~~ [^1] www.a.b/c_(d)
      :::
      ::::tabs{group=os}
      :::tab[W]
      | a | b\\|c |
      |:--|--:|
      | `d` | [e](f.md) |
      :::
      ::::
      [^1]: Note

          more \\~ \\[^1]

      ![a](b.png "c")
      ::include{file=none.md}
      ## Коротко {#a}
      """
    let bytes = Array(text.utf8)
    let surroundings = Surroundings(language: "ru", words: Strings(["summary": "Коротко"]))
    for end in bytes.indices {
      let part = Array(String(decoding: bytes[..<end], as: UTF8.self).utf8)
      let file = SourceFile(path: "content/ru/a.md", bytes: part)
      let body = renderMarkdown(
        file, body: 0..<part.count, dialect: .article(html: false), in: surroundings)
      for finding in body.diagnostics {
        #expect(finding.range.map { $0.upperBound <= part.count } ?? true)
      }
      for reference in body.references { #expect(reference.range.upperBound <= part.count) }
    }
  }

  @Test(arguments: [
    (":::note", true), (":::note[A]", true), (":::note[A]{b=c d}", true), (":::", true),
    ("::::::", true), (":::NOTE", true), ("::include{file=a.md}", true), (":::unknown", true),
    (":::note A", true), ("::: note", true), (":::note{a", true), ("::", false),
    ("::include a", false), (":: include", false), ("::: nothing of the kind", false),
    (":::image type=\"a\":::", false), ("::smile::", false), ("std::vector", false),
    (":::Ну и ну", false), (":::{}", false),
  ])
  func `a line of colons is a directive or prose`(line: String, isDirective: Bool) {
    let bytes = Array(line.utf8)
    let start = bytes.firstIndex(of: UInt8(ascii: ":")) ?? 0
    let read = start == 0 ? DirectiveLine(bytes, at: 0, lineEnd: bytes.count) : nil
    #expect((read != nil) == isDirective)
  }
}

struct EscapeTests {
  @Test func `escaped marks are shown wherever they stand`() {
    let made = render(
      "```a\\.b\nc\\.d\n```\n\n\\~a\\~ `\\~` [x](y\\.z \"t\\.t\") ![a\\.b](c)\n",
      .article(html: false))
    #expect(
      made == """
        <pre><code class="language-a.b">c\\.d
        </code></pre>
        <p>~a~ <code>\\~</code> <a href="y.z" title="t.t">x</a> <img src="c" alt="a.b"></p>

        """)
  }
}

struct PlacesOfDialectTests {
  @Test func `a bare link in a cell whose source reads otherwise has its cell for a place`() {
    let text = "| a |\n|---|\n| x http://a.b/?c&copy;d y |\n"
    let file = SourceFile(path: "content/ru/a.md", bytes: Array(text.utf8))
    let body = renderMarkdown(file, body: 0..<file.bytes.count, dialect: .article(html: false))
    let range = body.references.first?.range ?? 0..<0
    #expect(
      String(decoding: file.bytes[range], as: UTF8.self) == "x http://a.b/?c&copy;d y")
  }
}
