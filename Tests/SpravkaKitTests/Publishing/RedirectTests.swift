import Testing

@testable import SpravkaKit

/// `/open/<id>/` and aliases: where they lead, and who may know of them.
struct RedirectTests {
  private let files = [
    "ru/_index.md": markdown("title: Справка"),
    "ru/a/x.md": markdown("title: Икс\nid: 7\naliases: [old/x, Прежний.html]"),
    "ru/a/gone.md": markdown(
      "title: Была\nid: 8\naliases: [old/gone]\nexpire: 2026-11-01\nreplacement: x.md"),
    "ru/a/secret.md": markdown("title: Тайна\nid: 9\naliases: [old/secret]\nunlisted: true"),
  ]

  /// Pages that lead on, and where to.
  private func pages(_ site: PublishedSite) -> [String: String] {
    site.files.compactMapValues { text in
      text.firstMatch(of: /content="0; url=([^"]*)"/).map { String($0.output.1) }
    }
  }

  @Test func `every address leads to its page in one step`() async throws {
    let site = try await PublishedSite(files)
    #expect(
      pages(site) == [
        "open/7/index.html": "../../a/x/", "old/x/index.html": "../../a/x/",
        "Прежний.html": "a/x/",
        // To the notice, which tells what has happened and leads on.
        "open/8/index.html": "../../a/gone/", "old/gone/index.html": "../../a/gone/",
        "open/9/index.html": "../../a/secret/", "old/secret/index.html": "../../a/secret/",
      ])
    for target in Set(pages(site).keys) {
      #expect(site.files[target]?.contains("<meta name=\"robots\" content=\"noindex\">") == true)
    }
  }

  @Test func `a page that leads on is tiny, and loads nothing but one script`() async throws {
    let page = try #require(try await PublishedSite(files).files["open/7/index.html"])
    #expect(page.utf8.count < 1500)
    #expect(page.contains("<link rel=\"canonical\" href=\"https://help.example/help/a/x/\">"))
    #expect(page.contains("<a href=\"../../a/x/\">Икс</a>"))
    #expect(page.matches(of: /src=|<link rel="(?!canonical)/).count == 1)
  }

  @Test func `lists for servers name no unlisted article`() async throws {
    let site = try await PublishedSite(files)
    for name in ["_redirects", "redirects.map", "manifest.json", "sitemap.xml", "llms.txt"] {
      let text = try #require(site.files[name])
      #expect(!text.contains("secret"), "\(name)")
      #expect(!text.contains("open/9"), "\(name)")
    }
    #expect(
      site.files["_redirects"] == """
        /help/old/gone/ /help/a/gone/ 301
        /help/old/x/ /help/a/x/ 301
        /help/open/7/ /help/a/x/ 301
        /help/open/8/ /help/a/gone/ 301
        /help/%D0%9F%D1%80%D0%B5%D0%B6%D0%BD%D0%B8%D0%B9.html /help/a/x/ 301

        """)
  }

  @Test func `where servers redirect, pages remain for what their lists must not name`()
    async throws
  {
    let site = try await PublishedSite(files, "outputs: {redirects: [nginx]}\n")
    #expect(pages(site).keys.sorted() == ["old/secret/index.html", "open/9/index.html"])
    #expect(site.files["_redirects"] == nil)
    #expect(site.files["redirects.map"]?.contains("\"/help/old/x\" \"/help/a/x/\";\n") == true)
    let none = try await PublishedSite(files, "outputs: {redirects: []}\n")
    #expect(pages(none).isEmpty)
    #expect(none.files["redirects.map"] == nil)
  }
}
