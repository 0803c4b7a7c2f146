import Testing

@testable import SpravkaKit

struct BacklinksTests {
  private static let files = [
    "ru/_index.md": markdown("title: Справка", "[a](a/1.md)"),
    "ru/a/1.md": markdown(
      "title: Б первая", "[сама](1.md) [соседка](2.md) [и ещё](2.md#k)\n\n## K {#k}"),
    "ru/a/2.md": markdown("title: А вторая", "[первая](1.md)\n\n## K {#k}"),
    "ru/a/3.md": markdown("title: Третья", "[первая](/open/7/), ![нет](1.md)"),
    "ru/a/4.md": markdown("title: Скрытая\nunlisted: true", "[первая](1.md)"),
    "ru/a/5.md": markdown("title: Черновик\ndraft: true", "[первая](1.md)"),
    "ru/b/6.md": markdown("title: Другая\nid: 7\nrecommended: [../a/1.md]", "[](../a/1.md)"),
  ]

  @Test func `each article that links is named once, in the order of the tree`() async throws {
    let site = try await SmallSite(Self.files)
    #expect(site.backlinks(at: "a/1/") == ["a/2/", "b/6/"])
    #expect(site.backlinks(at: "a/2/") == ["a/1/"])
    #expect(site.backlinks(at: "b/6/") == ["a/3/"])
    #expect(site.backlinks(at: "a/4/") == [])
  }
}

struct ReadingOrderTests {
  private static let files = [
    "ru/_index.md": markdown("title: Справка"),
    "ru/a/1.md": markdown("title: Первая\norder: 1"),
    "ru/a/2.md": markdown("title: Вторая\norder: 2\nunlisted: true"),
    "ru/a/3.md": markdown("title: Третья\norder: 3"),
    "ru/a/c/_index.md": markdown("title: Подраздел\norder: 2"),
    "ru/a/c/5.md": markdown("title: Внутри"),
    "ru/a/4.md": markdown("title: Четвёртая\norder: 0"),
    "ru/u/_index.md": markdown("title: Скрытый раздел\nunlisted: true"),
    "ru/u/6.md": markdown("title: В скрытом разделе"),
  ]

  @Test func `neighbours are listed articles of the same category`() async throws {
    let site = try await SmallSite(Self.files).site
    func url(_ id: PageID?) -> String? { id.map { site[$0].url } }
    func around(_ path: String) -> [String?] {
      guard let index = site.pages.firstIndex(where: { $0.url == path }) else { return [] }
      let id = PageID(index: index)
      return [url(site.order.previous(of: id)), url(site.order.next(of: id))]
    }
    #expect(around("a/4/") == [nil, "a/1/"])
    #expect(around("a/1/") == ["a/4/", "a/3/"])
    #expect(around("a/3/") == ["a/1/", nil])
    #expect(around("a/2/") == [nil, nil])
    #expect(around("a/c/5/") == [nil, nil])
    #expect(around("a/") == [nil, nil])
  }

  @Test func `the whole tree is read in its order, without what is unlisted`() async throws {
    let site = try await SmallSite(Self.files).site
    #expect(site.order.articles.map { site[$0].url } == ["a/4/", "a/1/", "a/c/5/", "a/3/"])
  }
}

struct ListPagesTests {
  @Test(arguments: [(0, 1), (1, 1), (100, 1), (101, 2), (200, 2), (201, 3)])
  func `a page holds a hundred entries`(entries: Int, pages: Int) {
    #expect(ListPages.count(of: entries) == pages)
    let shown = (1...pages).flatMap { Array(ListPages.range(ofPage: $0, of: entries)) }
    #expect(shown == Array(0..<entries))
  }

  @Test func `an article that is called like a page of a list is found out`() async throws {
    var files = ["ru/a/page-2.md": markdown("title: Страница 2")]
    for number in 0..<100 { files["ru/a/x\(number).md"] = markdown("title: Статья \(number)") }
    #expect(
      try await SmallSite(files).findings == [
        "content/ru/a/_index.md: the URL '/a/page-2/' is taken by 'content/ru/a/page-2.md' [duplicate-url]"
      ])
    files["ru/a/x0.md"] = nil
    #expect(try await SmallSite(files).findings == [])
  }
}
