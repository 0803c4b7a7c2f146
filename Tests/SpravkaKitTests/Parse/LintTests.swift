import Testing

@testable import SpravkaKit

struct LintTests {
  private static let phrases = PhraseList("здесь, по ссылке,  Ещё , click here,, см. здесь, №")

  @Test(arguments: [
    "здесь", "ЗДЕСЬ", "«Здесь»", "“здесь”!", "(здесь…)", "здесь →", "\u{A0}здесь\u{202F}",
    "по  ссылке", "По\u{A0}ссылке.", "ещё", "ЕЩЕ", "Click\nhere", "[click here]", "См. здесь:",
  ])
  func `a phrase is known however it is written`(text: String) {
    #expect(Self.phrases.contains(text))
  }

  @Test(arguments: [
    "", " ", "→", "…", "№", "здесь рассказано", "не здесь", "здесьнее", "поссылке", "click", "see",
    "click-here", "https://help.example/здесь", "C++",
  ])
  func `what says more or nothing is no phrase`(text: String) {
    #expect(!Self.phrases.contains(text))
  }

  @Test func `no phrases match nothing`() {
    for list in ["", " ", ",", "«», …"] {
      let phrases = PhraseList(list)
      #expect(phrases == PhraseList())
      #expect(!phrases.mayContain(textFrom: ""))
      #expect(!phrases.contains(""))
    }
  }

  @Test func `texts much longer than any phrase are not compared`() {
    #expect(Self.phrases.mayContain(textFrom: "здесь"))
    #expect(Self.phrases.mayContain(textFrom: "«««««здесь»»»»»"))
    #expect(!Self.phrases.mayContain(textFrom: "здесь рассказано о том, как сменить пароль"))
  }

  @Test(arguments: Lint.ids.keys.map(\.self))
  func `what a site turns off is not looked for`(id: DiagnosticID) {
    let words = Strings(["vague-links": "здесь"])
    let all = Lint(Levels(), words).checks
    let without = Lint(Levels([id: .off]), words).checks
    #expect(all.symmetricDifference(without) == Lint.ids[id])
    #expect(findings(in: Self.poorText, Lint(Levels(), words)).contains(id))
    #expect(!findings(in: Self.poorText, Lint(Levels([id: .off]), words)).contains(id))
    #expect(findings(in: Self.poorText, Lint()).isEmpty)
  }

  private static let poorText =
    "#### Skipped and empty\n\n## Full\n\n![](a.png) [здесь](b.md)\n\n"
    + String(repeating: "long ", count: 200)

  private func findings(in markdown: String, _ lint: Lint) -> Set<DiagnosticID> {
    var surroundings = Surroundings()
    surroundings.lint = lint
    let file = SourceFile(path: "content/ru/a.md", bytes: Array(markdown.utf8))
    let body = renderMarkdown(
      file, body: 0..<file.bytes.count, dialect: .article(html: true), in: surroundings)
    return Set(body.diagnostics.map(\.id))
  }

  @Test func `the outline goes on behind tabs, and begins anew in each`() {
    var outline = Outline()
    #expect(outline.level == 1 && !outline.hasBegun)
    outline.note(level: 2)
    outline.enterChoice()
    outline.note(level: 3)
    outline.enterChoice()
    outline.note(level: 4)
    outline.leaveChoice(isLast: true)
    #expect(outline.level == 4)
    outline.leaveChoice(isLast: false)
    #expect(outline.level == 2)
    outline.enterChoice()
    outline.leaveChoice(isLast: true)
    #expect(outline.level == 2 && outline.hasBegun)
  }

  /// No text may take quadratic time: each of these would take minutes if it did.
  @Test(
    arguments: [
      String(repeating: ":::edition\n# a\n:::\n", count: 15_000),
      String(repeating: ":::edition\n:::\n", count: 20_000) + "# a",
      String(repeating: "# a\n", count: 80_000),
      "# a\n" + String(repeating: "<!-- -->\n\n", count: 40_000),
      String(repeating: "# a\n---\n", count: 40_000),
      String(repeating: "> # a\n\n", count: 40_000),
      String(repeating: "![](b.png)", count: 40_000),
      String(repeating: "[![](b.png)](c.md)\n", count: 15_000),
      String(repeating: "[here](c.md) ", count: 25_000),
      String(repeating: "*a ", count: 500) + String(repeating: "word ", count: 50_000),
      String(repeating: "<img src=a>\n", count: 25_000),
      String(repeating: "> [!NOTE]\n> a\n\n", count: 20_000),
    ].map(LongText.init))
  func `no lint takes long`(markdown: LongText) {
    let time = processorTime {
      _ = findings(in: markdown.text, Lint(Levels(), Strings(["vague-links": "here"])))
    }
    // A debug build on a busy machine takes a few seconds at most where the time is linear.
    #expect(time < .seconds(60))
  }
}
