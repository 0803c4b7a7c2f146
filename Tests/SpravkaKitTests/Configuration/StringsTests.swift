import Testing

@testable import SpravkaKit

@Suite struct StringsTests {
  private let builtIn = """
    summary: Коротко
    no: Нет
    separator: ", "
    articles.one: статья
    empty: ""
    """

  @Test func `keys and texts are as written`() {
    let (strings, diagnostics) = Strings.parse(SourceFile("strings/ru.yml", builtIn))
    #expect(diagnostics.isEmpty)
    #expect(strings["summary"] == "Коротко")
    #expect(strings["no"] == "Нет")
    #expect(strings["separator"] == ", ")
    #expect(strings["empty"] == "")
    #expect(strings["чего-то нет"] == nil)
  }

  @Test func `a site's file replaces texts key by key`() {
    let base = Strings.parse(SourceFile("strings/ru.yml", builtIn)).strings
    let own = SourceFile("templates/strings/ru.yml", "summary: Вкратце\nnо: Да\narticles.one: []\n")
    let (strings, diagnostics) = base.overridden(by: own)
    #expect(strings["summary"] == "Вкратце")
    #expect(strings["separator"] == ", ")
    #expect(strings["articles.one"] == "статья")
    let expected = """
      templates/strings/ru.yml:2:1: warning: unknown key 'nо' [unknown-key]
        nо: Да
        ^~
        hint: did you mean 'no'?
      templates/strings/ru.yml:3:15: error: 'articles.one' must be text, not a list [invalid-value]
        articles.one: []
                      ^~
        hint: if this is text that begins with a bracket, put it in quotes
      """
    #expect(report(diagnostics, on: own) == expected)
  }

  @Test func `a file that is no YAML leaves the built-in texts`() {
    let base = Strings.parse(SourceFile("strings/ru.yml", builtIn)).strings
    let (strings, diagnostics) = base.overridden(by: SourceFile("ru.yml", "summary: а: б"))
    #expect(strings == base)
    #expect(diagnostics.map(\.id) == [.invalidYAML])
  }
}
