import Testing

@testable import SpravkaKit

/// What goes by days, what helps most often, and who owns the addresses of lists.
struct ListsTests {
  private static func article(_ number: Int, _ front: String, _ text: String = "") -> String {
    markdown("title: Статья \(number)\norder: \(number)\n\(front)", text)
  }

  private static func urls(_ pages: [PageID], of site: Site) -> [String] {
    pages.map { site[$0].url }
  }

  @Test func `new articles come by their day, then as they are read`() async throws {
    let site = try await SmallSite([
      "ru/a.md": Self.article(1, "created: 2026-10-01"),
      "ru/b.md": Self.article(2, "created: 2026-10-02"),
      "ru/c.md": Self.article(3, "created: 2026-10-02"),
      "ru/d.md": Self.article(4, "updated: 2026-10-03"),
      "ru/e.md": Self.article(5, "created: 2026-10-04\nunlisted: true\nid: 1"),
      "ru/f.md": Self.article(6, "created: 2026-10-04\ndraft: true"),
      "ru/g.md": Self.article(7, "created: 2026-10-04\nexpire: 2026-10-05"),
      "ru/tomorrow.md": Self.article(8, "created: 2026-11-21"),
      "ru/later.md": Self.article(9, "created: 2026-11-22"),
      "en/a.md": Self.article(1, "created: 2026-11-20"),
    ]).site
    let new = site.chronicle.newArticles.map { Self.urls($0, of: site) }
    #expect(new == [["tomorrow/", "b/", "c/", "a/"], ["en/a/"]])
  }

  @Test func `changes come by their day, then as their articles are read`() async throws {
    let change = { (day: String, text: String) in "  - {date: \(day), text: \(text)}" }
    let site = try await SmallSite([
      "ru/a.md": Self.article(
        2, "changes:\n\(change("2026-10-01", "1"))\n\(change("2026-10-02", "2"))"),
      "ru/b.md": Self.article(
        1, "changes:\n\(change("2026-10-01", "3"))\n\(change("2026-10-01", "4"))"),
      "ru/c.md": Self.article(3, "unlisted: true\nid: 1\nchanges:\n\(change("2026-10-01", "5"))"),
      "ru/d.md": Self.article(4, "changes:\n\(change("2027-10-01", "6"))"),
    ]).site
    #expect(site.chronicle.changes.map { $0.map(\.text) } == [["2", "3", "4", "1"], []])
  }

  @Test func `what articles lead to most often is popular, six at most`() async throws {
    var files: [String: String] = [:]
    for number in 1...9 {
      let links = (number..<9).map { "[\($0)](n\($0 + 1).md)" }.joined(separator: ", ")
      files["ru/n\(number).md"] = Self.article(number, "", links)
    }
    files["ru/z.md"] = Self.article(10, "recommended: [n3.md, n4.md, n1.md]")
    let site = try await SmallSite(files).site
    #expect(
      Self.urls(site.popular[0], of: site) == ["n9/", "n8/", "n7/", "n6/", "n4/", "n5/"])
    #expect(site.popular[1] == [])
  }

  @Test func `the writer of a home page decides what is popular`() async throws {
    var files = [
      "ru/a.md": Self.article(1, "", "[b](b.md)"), "ru/b.md": Self.article(2, "", "[a](a.md)"),
      "ru/_index.md": markdown("title: Справка\nrecommended: [b.md]"),
    ]
    var site = try await SmallSite(files).site
    #expect(Self.urls(site.popular[0], of: site) == ["b/"])
    files["ru/_index.md"] = markdown("title: Справка\nrecommended: []")
    site = try await SmallSite(files).site
    #expect(site.popular[0] == [])
    files["ru/_index.md"] = markdown("title: Справка")
    site = try await SmallSite(files).site
    #expect(Self.urls(site.popular[0], of: site) == ["a/", "b/"])
  }

  @Test(arguments: [1, 12, 13])
  func `up to twelve categories are groups`(count: Int) async throws {
    var files = ["ru/a/x.md": Self.article(1, "")]
    for number in 0..<count { files["ru/a/c\(number)/y.md"] = Self.article(1, "") }
    let site = try await SmallSite(files).site
    let category = try #require(site.pages.first { $0.url == "a/" })
    let parts = CategoryParts(of: category, site.pages)
    #expect(parts.groups.count == (count > 12 ? 0 : count))
    #expect(parts.entries.count == (count > 12 ? 14 : 1))
    let home = CategoryParts(of: site[site.homes[0]], site.pages)
    #expect(home.groups.isEmpty && home.entries.count == 1)
  }

  @Test(arguments: [
    ("ru/nav/a.md", "ru/nav/a.md: '/nav/' is reserved for pages that Spravka makes [reserved-url]"),
    (
      "ru/slugs/0/a.md",
      "ru/slugs/0/_index.md: the URL '/nav/slugs/0.json' is taken by 'content/site.yml' [duplicate-url]"
    ),
    (
      "ru/b.json/c/a.md",
      "ru/b.json/_index.md: the URL '/nav/b.json' is taken by 'content/ru/b/_index.md' [duplicate-url]"
    ),
  ])
  func `content does not get in the way of the lists for scripts`(
    path: String, finding: String
  ) async throws {
    let site = try await SmallSite([path: Self.article(1, ""), "ru/b/a.md": Self.article(2, "")])
    #expect(site.findings.contains("content/" + finding), "\(site.findings)")
  }

  @Test func `articles may link to the lists`() async throws {
    let site = try await SmallSite([
      "ru/a.md": Self.article(
        1, "created: 2026-10-01", "[](/new/), [](/search/), [](/nav.json), [](/en/search/)")
    ])
    #expect(site.findings == [])
    let missing = try await SmallSite([
      "ru/a.md": Self.article(1, "", "[x](/new/), [y](/feedback/)")
    ])
    #expect(missing.findings.count == 2)
  }
}
