import Testing

@testable import SpravkaKit

struct IncludeTests {
  private func build(_ snippets: [String: String], _ article: String) -> ParsedArticle {
    let files = snippets.map {
      SourceFile(path: "content/ru/_snippets/\($0.key)", bytes: Array($0.value.utf8))
    }
    let surroundings = Surroundings(
      language: "ru", snippets: Snippets(files: files, languages: ["ru"]))
    let text = "---\ntitle: A\n---\n" + article
    return parseArticle(
      SourceFile(path: "content/ru/a.md", bytes: Array(text.utf8)), in: surroundings)
  }

  @Test func `snippets that include each other many times over are stopped`() {
    let twice = { (name: String) in "::include{file=\(name).md}\n\n::include{file=\(name).md}\n" }
    var snippets = ["s0.md": "Мало.\n"]
    for level in 1...30 { snippets["s\(level).md"] = twice("s\(level - 1)") }
    let parsed = build(snippets, "::include{file=s30.md}\n")
    #expect(parsed.diagnostics.map(\.id) == [.tooManyIncludes])
    #expect(parsed.article.inclusions.count == TreeShaper.mostInclusions)
    let report = TextReport { _ in nil }.render(parsed.diagnostics)
    #expect(String(decoding: report, as: UTF8.self).contains("[too-many-includes]"))
  }

  @Test func `a megabyte of snippets is enough`() {
    let big = String(repeating: "Слово и слово.\n\n", count: 20_000)
    let parsed = build(["big.md": big], String(repeating: "::include{file=big.md}\n\n", count: 9))
    #expect(parsed.diagnostics.map(\.id) == [.tooManyIncludes])
    #expect(parsed.article.inclusions.count < 9)
  }

  @Test func `a snippet that is not UTF-8 is reported there`() {
    let file = SourceFile(path: "content/ru/_snippets/bad.md", bytes: [0x61, 0xFF])
    let surroundings = Surroundings(
      language: "ru", snippets: Snippets(files: [file], languages: ["ru"]))
    let text = "---\ntitle: A\n---\n::include{file=bad.md}\n"
    let parsed = parseArticle(
      SourceFile(path: "content/ru/a.md", bytes: Array(text.utf8)), in: surroundings)
    #expect(parsed.diagnostics.map(\.id) == [.notUTF8])
    #expect(parsed.diagnostics.first?.file == "content/ru/_snippets/bad.md")
    #expect(parsed.diagnostics.first?.includedAt?.file == "content/ru/a.md")
  }

  @Test func `the snippets of an article are known, those in snippets included`() {
    let parsed = build(
      ["outer.md": "::include{file=inner.md}\n", "inner.md": "Текст.\n"],
      "::include{file=outer.md}\n")
    #expect(
      parsed.article.inclusions.map(\.path) == [
        "content/ru/_snippets/outer.md", "content/ru/_snippets/inner.md",
      ])
    #expect(parsed.article.inclusions[1].place == parsed.article.inclusions[0].place)
  }
}
