import Testing

@testable import SpravkaKit

/// `manifest.json`: what is written comes back, and what is none is refused.
struct SiteManifestTests {
  @Test func `what is written can be read`() async throws {
    let site = try await PublishedSite([
      "ru/_index.md": markdown("title: Справка"),
      "ru/x.md": markdown(
        "title: Икс\nid: 7\nanchors: {old: new}", "## Новое «место» {#new}\n\nСлова.\n"),
      "ru/gone.md": markdown("title: Была\nexpire: 2026-11-01", "## Было {#was}\n\nСлова."),
    ])
    let json = try #require(site.files["manifest.json"])
    let manifest = try SiteManifest(reading: Array(json.utf8))
    #expect(manifest.pages["x/"] == ["new", "old"])
    #expect(manifest.pages["gone/"] == ["was"])
    #expect(manifest.pages[""] == [])
    #expect(manifest.redirects == ["open/7/": "x/"])
    #expect(manifest.base == "/help")
    #expect(String(decoding: manifest.json(), as: UTF8.self) == json)
  }

  @Test func `redirects are there when they are made in some form`() async throws {
    let files = [
      "ru/_index.md": markdown("title: Справка"), "ru/x.md": markdown("title: Икс\nid: 7"),
    ]
    for (forms, count) in [("", 0), ("nginx", 1), ("html", 1)] {
      let site = try await PublishedSite(files, "outputs: {redirects: [\(forms)]}\n")
      let manifest = try SiteManifest(reading: Array(site.manifest.utf8))
      #expect(manifest.redirects.count == count, "\(forms)")
    }
  }

  @Test func `a manifest of old has no base`() throws {
    let manifest = try SiteManifest(
      reading: Array("{\"version\":1,\"pages\":{},\"redirects\":{}}".utf8))
    #expect(manifest.base == nil)
    #expect(
      String(decoding: manifest.json(), as: UTF8.self)
        == "{\"version\":1,\"pages\":{},\"redirects\":{}}\n")
  }

  @Test func `every page of a manifest is there`() async throws {
    let site = try await PublishedSite([
      "ru/_index.md": markdown("title: Справка"),
      "ru/x.md": markdown("title: Икс\ntags: [Метка]\ncreated: 2026-11-01"),
    ])
    let json = try #require(site.files["manifest.json"])
    let manifest = try SiteManifest(reading: Array(json.utf8))
    for url in manifest.pages.keys {
      let path = url.isEmpty || url.hasSuffix("/") ? url + "index.html" : url
      #expect(site.files[path] != nil, "\(url)")
    }
    #expect(manifest.pages.keys.contains("tags/metka/"))
    #expect(manifest.pages.keys.contains("new/feed.xml"))
  }

  @Test(arguments: [
    ("", ManifestProblem.syntax(offset: 0)),
    ("{\"version\":1,\"pages\":{\"a", .syntax(offset: 24)),
    ("[1]", .shape),
    ("{\"version\":1,\"pages\":[],\"redirects\":{}}", .shape),
    ("{\"version\":1,\"pages\":{\"a/\":1},\"redirects\":{}}", .shape),
    ("{\"version\":1,\"pages\":{},\"redirects\":{\"a/\":[]}}", .shape),
    ("{\"version\":1,\"pages\":{\"a/\":[1]},\"redirects\":{}}", .shape),
    ("{\"version\":1,\"base\":1,\"pages\":{},\"redirects\":{}}", .shape),
    ("{\"version\":0,\"pages\":{},\"redirects\":{}}", .version(0)),
    ("{\"version\":2,\"pages\":{},\"redirects\":{}}", .version(2)),
  ])
  func `what is no manifest is refused`(json: String, problem: ManifestProblem) {
    #expect(throws: problem) { try SiteManifest(reading: Array(json.utf8)) }
  }
}
