import Testing

@testable import SpravkaKit

struct SectionTextTests {
  private func text(of markdown: String) -> SectionText {
    let file = SourceFile(
      path: "content/ru/a.md", bytes: Array("---\ntitle: Статья\n---\n\n\(markdown)\n".utf8))
    var surroundings = Surroundings()
    surroundings.words = Strings(["summary": "Коротко", "note": "Заметка"])
    return SectionText(of: parseArticle(file, in: surroundings).article)
  }

  private func sections(of markdown: String) -> [String] {
    text(of: markdown).sections().map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `headings of level 2 and 3 begin sections, and their titles are not in the texts`() {
    let made = text(
      of: "Начало.\n\n## Если забыли {#forgot}\n\nОдин.\n\n### Код\n\nДва.\n\n#### Мелко\n\nТри.")
    #expect(made.headings.map(\.title) == ["Если забыли", "Код"])
    #expect(made.headings.map(\.anchor) == ["forgot", "kod"])
    let texts = made.sections().map { String(decoding: $0, as: UTF8.self) }
    #expect(texts == ["Начало.", "Один.", "Два.\nМелко\nТри."])
  }

  @Test func `inline elements part no words, blocks do`() {
    #expect(sections(of: "**П**ароль и *код*.\n\n- один\n- два") == ["Пароль и код.\nодин\nдва"])
    #expect(sections(of: "Строка\nдальше  \nконец") == ["Строка дальше\nконец"])
  }

  @Test func `signs that HTML escapes come back`() {
    #expect(sections(of: "A &amp; B &lt;c&gt; \"d\" &copy;") == ["A & B <c> \"d\" ©"])
  }

  @Test func `the heading of the summary begins no section, and its text weighs as headings do`() {
    let made = text(of: "Вступление.\n\n## Коротко\n\n- Ответ.\n\n## Дальше\n\nТекст.")
    #expect(made.headings.map(\.title) == ["Дальше"])
    let summary = made.runs.filter { $0.field == .heading && !$0.isHeading }
    #expect(summary.map { String(decoding: made.bytes[$0.range], as: UTF8.self) } == ["Ответ.\n"])
    #expect(summary.allSatisfy { $0.section == 0 })
  }

  @Test func `code has a field of its own`() {
    let made = text(of: "Текст `внутри`.\n\n```\nls -la\n```\n\nДальше.")
    let code = made.runs.filter { $0.field == .code }
    #expect(code.map { String(decoding: made.bytes[$0.range], as: UTF8.self) } == ["ls -la\n"])
  }

  @Test func `captions of figures are read, names of editions are not`() {
    #expect(
      sections(of: "![экран](a.png \"Кнопка внизу\")\n\nДальше.") == ["Кнопка внизу\nДальше."])
    #expect(sections(of: ":::edition{only=cloud}\nТолько здесь.\n:::") == ["Только здесь."])
  }

  @Test
  func
    `more headings than there is room for: only those of level 2 count, then the last takes all`()
  {
    let small = (1...30).map { "### Мелкий \($0)\n\nТекст." }.joined(separator: "\n\n")
    #expect(text(of: "## Первый\n\n" + small).headings.map(\.title) == ["Первый"])
    let large = (1...60).map { "## Раздел \($0)\n\nСлово." }.joined(separator: "\n\n")
    let made = text(of: large)
    #expect(made.headings.count == 27)
    #expect(String(decoding: made.sections()[27], as: UTF8.self).hasSuffix("Раздел 60\nСлово."))
  }

  @Test func `control characters are text like any other`() {
    #expect(sections(of: "a\u{1}b \u{1F}\u{7F} c\u{B}d") == ["a\u{1}b \u{1F}\u{7F} c d"])
  }

  @Test func `tags that nothing closes end with the text`() {
    for html in [
      "<", "</", "<!--", "<pre", "<p class=\"a", "<svg><b>", "&", "&#x", "&#xFFFFFFFFF;",
    ] {
      let article = Article(
        path: "a.md", front: FrontMatter(), body: Fragment(html: Array("Слово \(html)".utf8)),
        references: [], headings: [], anchors: [], firstParagraph: "", summary: "",
        missingSummary: nil, inclusions: [], isUnreadable: false)
      #expect(SectionText(of: article).bytes.starts(with: "Слово".utf8), "\(html)")
    }
  }
}
