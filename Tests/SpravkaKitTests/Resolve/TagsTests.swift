import Testing

@testable import SpravkaKit

struct TagsTests {
  private func tags(_ site: SmallSite) -> [String] {
    site.site.tags.tags.map { tag in
      "\(tag.name) /\(tag.url) " + tag.articles.map { site.site[$0].title }.joined(separator: ", ")
    }
  }

  @Test func `each tag of a language is a list of its articles by title`() async throws {
    let site = try await SmallSite([
      "ru/a.md": markdown("title: Яблоко\ntags: [Фрукты, C++, Фрукты]"),
      "ru/b.md": markdown("title: Ёлка\ntags: [Деревья, C#]"),
      "ru/c.md": markdown("title: Вишня\ntags: [Фрукты, Деревья]"),
      "en/a.md": markdown("title: Apple\ntags: [Фрукты]"),
    ])
    #expect(
      tags(site) == [
        "Деревья /tags/derevya/ Вишня, Ёлка", "Фрукты /tags/frukty/ Вишня, Яблоко",
        "C# /tags/c-sharp/ Ёлка", "C++ /tags/c-plus-plus/ Яблоко",
        "Фрукты /en/tags/frukty/ Apple",
      ])
    #expect(site.findings == [])
    let names = site.site.tags.ofArticle.map { $0.map { site.site.tags[$0].name } }
    #expect(names == [["Фрукты"], ["Фрукты", "C++"], ["Деревья", "C#"], ["Фрукты", "Деревья"]])
  }

  @Test func `unlisted articles and drafts make no tags`() async throws {
    let site = try await SmallSite([
      "ru/a.md": markdown("title: А\ntags: [Общий]"),
      "ru/b.md": markdown("title: Б\nunlisted: true\ntags: [Общий, Скрытый]"),
      "ru/c.md": markdown("title: В\ndraft: true\ntags: [Черновик]"),
    ])
    #expect(tags(site) == ["Общий /tags/obshchiy/ А"])
    #expect(site.site.tags.ofArticle.map(\.count) == [1, 1, 0])
  }

  @Test func `the spelling of most names the tag, and the others are reported`() async throws {
    let site = try await SmallSite([
      "ru/a.md": markdown("title: А\ntags: [пароль]"),
      "ru/b.md": markdown("title: Б\ntags: [Пароль]"),
      "ru/c.md": markdown("title: В\ntags: [Пароль, учет]"),
      "ru/d.md": markdown("title: Г\ntags: [пароли, Учёт]"),
      "en/d.md": markdown("title: D\ntags: [пароли]"),
    ])
    #expect(
      site.site.tags.tags.map(\.name) == ["пароли", "Пароль", "учет", "пароли"])
    #expect(
      site.findings == [
        "content/ru/a.md: the tag 'пароль' is nearly 'Пароль' of 2 articles [tag-twin]",
        "content/ru/d.md: the tag 'пароли' is nearly 'Пароль' of 2 articles [tag-twin]",
        "content/ru/d.md: the tag 'Учёт' is nearly 'учет' of another article [tag-twin]",
      ])
  }

  @Test func `a tag that makes no address is left out`() async throws {
    let long = String(repeating: "щ", count: 30)
    let site = try await SmallSite([
      "ru/a.md": markdown("title: А\ntags: ['—', 日本, \(long)]")
    ])
    #expect(tags(site) == [])
    #expect(site.findings.count == 3)
    #expect(
      site.findings[0]
        == "content/ru/a.md: the tag '—' is left out: none of its letters can stand in an address [invalid-tag]"
    )
    #expect(site.findings[2].contains("too long for an address"))
  }

  @Test func `a link to the page of a tag is understood`() async throws {
    let site = try await SmallSite([
      "ru/a.md": markdown(
        "title: А\ntags: [Вход]", "[есть](/tags/vkhod/) [все](/tags) [нет](/tags/x/)")
    ])
    #expect(site.findings == ["content/ru/a.md: no page at '/tags/x/' [broken-link]"])
    guard case .file(let url, _, _) = site.site.leads[0][1] else {
      Issue.record("not a list")
      return
    }
    #expect(url == "tags/")
  }

  @Test func `a tag that is called like a page of the list of tags is found out`() async throws {
    var files = ["ru/a.md": markdown("title: А\ntags: [page 2]")]
    #expect(try await SmallSite(files).findings == [])
    let words = (0..<100).map { "слово\($0)" }.joined(separator: ", ")
    files["ru/b.md"] = markdown("title: Б\ntags: [\(words)]")
    #expect(
      try await SmallSite(files).findings == [
        "content/ru/a.md: the URL '/tags/page-2/' is taken by 'content/ru/b.md' [duplicate-url]"
      ])
  }
}
