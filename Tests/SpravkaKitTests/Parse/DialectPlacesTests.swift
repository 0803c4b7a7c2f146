import Testing

@testable import SpravkaKit

// What a random search has found: texts whose blocks, places or HTML came out wrong.
struct DialectPlacesTests {
  private func parse(
    _ markdown: String, html: Bool = false, snippets: [String: String] = [:]
  ) -> (file: SourceFile, body: MarkdownBody) {
    let files = snippets.map {
      SourceFile(path: "content/ru/_snippets/\($0.key)", bytes: Array($0.value.utf8))
    }
    let surroundings = Surroundings(
      language: "ru", words: Strings(["note": "N"]),
      snippets: Snippets(files: files, languages: ["ru"]), html: html)
    let file = SourceFile(path: "content/ru/a.md", bytes: Array(markdown.utf8))
    let body = renderMarkdown(
      file, body: 0..<file.bytes.count, dialect: .article(html: html), in: surroundings)
    return (file, body)
  }

  private func html(_ markdown: String, html: Bool = false) -> String {
    String(decoding: parse(markdown, html: html).body.fragment.html, as: UTF8.self)
  }

  private func references(_ markdown: String) -> [String] {
    let (file, body) = parse(markdown)
    return body.references.map { String(decoding: file.bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("https://a.b/c\\_d", "https://a.b/c\\_d"),
    ("https://a.b/?c&amp;d", "https://a.b/?c&amp;d"),
    ("|a|\n|-|\n|https://a.b/c\\|d|", "https://a.b/c\\|d"),
    ("x\n> - раз www.a.b/c.", "www.a.b/c"),
    ("текст [https://a.b/c].", "https://a.b/c"),
    ("раз www.a.b\na|b\n-|-", "www.a.b"),
  ])
  func `a bare address is found however it is written`(markdown: String, expected: String) {
    #expect(references(markdown) == [expected])
  }

  @Test(arguments: ["http://.", "https://", "cmark@11.0", "a@.b", "www.", "ftp://«"])
  func `what has no domain is no address`(text: String) {
    #expect(parse(text).body.references.isEmpty)
  }

  @Test(arguments: [
    "a\n\n [^1]: n\n\nb [^1]", "> a [^1]\n>\n> [^1]: n", "- a [^1]\n\n  [^1]: n",
    "   [^1]:\n\n       n\n\nb [^1]",
  ])
  func `a footnote is found where it is indented`(markdown: String) {
    let made = html(markdown)
    #expect(made.contains("<li id=\"_note-1\">\n<p>n</p>"))
    #expect(!made.contains("[^1]") && !made.contains("<li></li>"))
  }

  @Test(arguments: ["-", "*", "+"])
  func `footnotes leave the list above them as tight as it is`(bullet: String) {
    let made = html("a [^1]\n\n\(bullet) b\n\(bullet) c\n\n[^1]: n\n\n    m\n")
    #expect(made.contains("<li>b</li>\n<li>c</li>\n</ul>"))
  }

  @Test func `what stands above a table is text like any other`() {
    let made = html("~~a~~ *b\nc*\nd | e\n--|--\nf | g")
    #expect(made.hasPrefix("<p><del>a</del> <em>b\nc</em></p>\n"))
    #expect(made.components(of: ">d<") == 1 && !made.contains("d |"))
  }

  @Test func `a text above a table above a line is no heading`() {
    let (_, body) = parse("a\nb | c\n--|--\n---")
    let made = String(decoding: body.fragment.html, as: UTF8.self)
    #expect(made.hasPrefix("<p>a</p>\n") && made.hasSuffix("<hr>\n") && body.headings.isEmpty)
  }

  @Test(arguments: [
    ("a\n    :::note\n    :::tip", "<p>a\n:::note\n:::tip</p>\n"),
    ("a `b\n    :::\nc` d", "<p>a <code>b ::: c</code> d</p>\n"),
    ("a\n    :::note *b*\n===", "<h1 id=\"a-note-b\">a\n:::note <em>b</em></h1>\n"),
    ("```\n> :::note\n- [^1]: a\n```", "<pre><code>&gt; :::note\n- [^1]: a\n</code></pre>\n"),
  ])
  func `a directive in a paragraph or in code is shown as it is written`(
    markdown: String, expected: String
  ) {
    #expect(html(markdown) == expected)
  }

  @Test func `a reference to a footnote stands behind the link in whose text it is written`() {
    let (_, body) = parse("[a [^1] *b [^1]*](https://c.d) e\n\n[^1]: n")
    let made = String(decoding: body.fragment.html, as: UTF8.self)
    #expect(made.hasPrefix("<p>a  <em>b </em><sup"))
    #expect(made.contains("id=\"_ref-1\"") && made.contains("id=\"_ref-1-2\""))
    let end = body.fragment.holes.last?.offset ?? .max
    #expect(end < made.utf8.count - made.split(separator: "<sup")[1].utf8.count)
  }

  @Test func `a link holds no other`() {
    #expect(references("[<https://a.b>](https://c.d)").count == 1)
    let raw = "<a href=\"https://a.b\">https://a.b</a> www.c.d"
    #expect(
      parse(raw, html: true).body.references.map(\.written) == [
        "https://a.b", "http://www.c.d",
      ])
  }

  @Test(arguments: [" <div", "<div>\u{0}\nж", "   <!-- a --> b\u{0}"])
  func `a finding about raw HTML ends within its line`(markdown: String) {
    let (file, body) = parse(markdown)
    for finding in body.diagnostics {
      let line = file.bytes.prefix { $0 != .newline }.count
      #expect((finding.range?.upperBound ?? 0) <= line + 1)
      #expect((finding.range?.upperBound ?? 0) <= file.bytes.count)
    }
  }

  @Test(arguments: [
    String(repeating: ":::note\n", count: 10_000),
    String(repeating: "\n:::note[a]\n", count: 500),
    "> :::note\n" + String(repeating: "> :::note\n", count: 500),
    (0..<60).map { String(repeating: "> ", count: $0) + ":::note\n" }.joined(),
  ])
  func `directives nested too deep are told once`(markdown: String) {
    #expect(parse(markdown).body.diagnostics.count { $0.id == .nestedTooDeep } == 1)
  }

  @Test func `a long chain of snippets is told, not followed`() {
    var snippets = ["s900.md": "a\n"]
    for index in 0..<900 {
      snippets["s\(index).md"] = "- - - ::include{file=s\(index + 1).md}\n"
    }
    let body = parse("::include{file=s0.md}\n", snippets: snippets).body
    #expect(body.diagnostics.map(\.id) == [.nestedTooDeep])
    #expect(body.inclusions.count < NestingLimit.containers)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { split(separator: part).count - 1 }
}
