import Testing

@testable import SpravkaKit

/// The pages of lists that are too long for one, as readers meet them.
struct LongListTests {
  /// A category of 250 articles, and a tag that the first 120 of them share.
  private static func pages() async throws -> [String: String] {
    let settings = "title: Справка\nbaseURL: https://help.example/help\nlanguages: [ru]\n"
    var files = [
      SourceFile("content/ru/_index.md", markdown("title: Справка")),
      SourceFile("content/ru/a/_index.md", markdown("title: Раздел", "Введение в раздел.")),
    ]
    for number in 0..<250 {
      files.append(
        SourceFile(
          "content/ru/a/n\(1000 + number).md",
          markdown("title: Статья \(number)" + (number < 120 ? "\ntags: [Тег]" : ""))))
    }
    let tree = SourceTree(
      configuration: SourceFile("content/site.yml", settings), markdown: files)
    let today = try #require(CalendarDate("2026-11-20"))
    let result = await build(tree, BuildOptions(today: today))
    try #require(!result.hasErrors)
    var pages: [String: String] = [:]
    for output in result.outputs {
      guard case .made(let make) = output.content else { continue }
      pages[output.path] = String(decoding: make(), as: UTF8.self)
    }
    return pages
  }

  private static func titles(in page: String) -> [String] {
    page.matches(of: /<li><a href="[^"]*">(Статья \d+)<\/a>/).map { String($0.output.1) }
  }

  @Test func `each entry is on one page of the list, in order`() async throws {
    let pages = try await Self.pages()
    var all: [String] = []
    for path in ["a/index.html", "a/page-2/index.html", "a/page-3/index.html"] {
      let main = try #require(pages[path]?.split(separator: "<main").last)
      let titles = Self.titles(in: String(main))
      #expect(titles.count == (path == "a/page-3/index.html" ? 50 : 100))
      all += titles
    }
    #expect(all == (0..<250).map { "Статья \($0)" })
    #expect(pages["a/page-4/index.html"] == nil)
    let tag = try #require(pages["tags/teg/page-2/index.html"]?.split(separator: "<main").last)
    #expect(Self.titles(in: String(tag)) == (100..<120).map { "Статья \($0)" })
  }

  @Test func `a page of a list says which it is and leads to the others`() async throws {
    let pages = try await Self.pages()
    let second = try #require(pages["a/page-2/index.html"])
    #expect(second.contains("<title>Раздел, страница\u{A0}2 · Справка</title>"))
    #expect(
      second.contains("<link rel=\"canonical\" href=\"https://help.example/help/a/page-2/\">"))
    #expect(!second.contains("Введение"))
    #expect(second.contains("<a href=\"../n1100/\">Статья 100</a>"))
    let navigation = try #require(second.firstMatch(of: /<nav class="list-pages"[\s\S]*?<\/nav>/))
    #expect(
      navigation.output == """
        <nav class="list-pages" aria-label="Страницы списка">
        <ul>
        <li><a href="../" rel="prev">Предыдущая страница</a></li>
        <li><a href="../">1</a></li>
        <li><a href="./" aria-current="page">2</a></li>
        <li><a href="../page-3/">3</a></li>
        <li><a href="../page-3/" rel="next">Следующая страница</a></li>
        </ul>
        </nav>
        """)
    #expect(pages["a/index.html"]?.contains("Введение") == true)
    let tag = try #require(pages["tags/teg/page-2/index.html"])
    #expect(tag.contains("<li><a href=\"../../\">Теги</a></li>"))
    #expect(tag.contains("<title>Тег, страница\u{A0}2 · Справка</title>"))
  }

  @Test func `a list of many pages names a few of them`() async throws {
    var files: [String: String] = [:]
    for number in 0..<1950 { files["ru/n\(number).md"] = markdown("title: Статья \(number)") }
    let site = try await SmallSite(files).site
    let theme = Theme(builtin: BuiltinTheme.files(), overrides: [], languages: site.languages)
    let renderer = await PageRenderer(site: site, theme: theme, jobs: 2)
    let page = String(decoding: renderer.render(site.homes[0], page: 10), as: UTF8.self)
    let numbers = page.matches(of: /<li( class="gap")?><a href="[^"]*"[^>]*>(\d+)<\/a>/).map {
      ($0.output.1 == nil ? "" : "…") + $0.output.2
    }
    #expect(numbers == ["1", "…8", "9", "10", "11", "12", "…20"])
  }
}
