import Foundation
import Testing

@testable import SpravkaKit

/// A site of two languages around one article, `content/ru/a/x.md`, whose state is in question.
struct StateSite {
  let pages: [String: String]
  private let diagnostics: [Diagnostic]

  /// - Parameter keys: lines of the article's front matter.
  init(
    keys: String, day: String, includesDrafts: Bool = false, adding more: [String: String] = [:]
  ) async throws {
    let files = Self.files(keys).merging(more) { $1 }
    var options = BuildOptions(today: try #require(CalendarDate(day)))
    options.includesDrafts = includesDrafts
    let tree = SourceTree(
      configuration: SourceFile("content/site.yml", Self.settings),
      markdown: files.map { SourceFile($0, $1) }.sorted { pathPrecedes($0.path, $1.path) })
    let result = await build(tree, options)
    diagnostics = result.diagnostics
    var pages: [String: String] = [:]
    for output in result.outputs {
      guard case .made(let make) = output.content else { continue }
      pages[output.path] = String(decoding: make(), as: UTF8.self)
    }
    self.pages = pages
  }

  private static let settings = """
    title: {ru: Справка, en: Help}
    baseURL: https://help.example
    languages: [ru, en]
    levels: {link-to-unlisted: off}
    outputs: {api: true}

    """

  private static func files(_ keys: String) -> [String: String] {
    [
      "content/ru/_index.md": "---\ntitle: Справка\n---\n",
      "content/en/_index.md": "---\ntitle: Help\n---\n",
      "content/ru/a/_index.md": "---\ntitle: Раздел\n---\n",
      "content/en/a/_index.md": "---\ntitle: Section\n---\n",
      "content/ru/a/x.md":
        "---\ntitle: Испытуемая\nid: 7\ntags: [Метка]\ncreated: 2025-01-01\nupdated: 2025-01-02\nchanges: [{date: 2025-01-02, text: Правка}]\n\(keys)\n---\n\nТекст испытуемой, [другая](other.md).\n",
      "content/en/a/x.md": "---\ntitle: Translation\nid: 7\n---\n",
      "content/ru/a/other.md":
        "---\ntitle: Другая\nrecommended: [x.md]\n---\n\nСм. [[слова](x.md)] и [[номер](/open/7/)].\n",
    ]
  }

  func findings(_ level: Level) -> [String] {
    diagnostics.filter { $0.level == level && $0.id != .orphanTranslation }.map(\.message)
  }

  var isHiddenFromEngines: Bool {
    page("a/x/").contains("<meta name=\"robots\" content=\"noindex\">")
  }

  /// What stands for the article; nil on surfaces that are not made yet.
  func presence(on surface: Surface) -> Presence? {
    switch surface {
    case .page: ownPage
    case .links: link("слова")
    case .permalink: permalink
    case .navigation: navigation
    case .languageSwitch: languageSwitch
    case .alternates:
      page("en/a/x/").contains("hreflang=\"ru\" href=\"https://help.example/a/x/\"")
        ? .itself : .nothing
    case .search: nil
    case .feeds:
      everywhere([
        "new": file("new/feed.xml").contains("/a/x/"),
        "changes": file("changes/feed.xml").contains("/a/x/"),
      ])
    case .sitemap: file("sitemap.xml").contains("/a/x/</loc><lastmod>") ? .itself : .nothing
    case .llms: file("llms.txt").contains("Испытуемая") ? .itself : .nothing
    case .manifest: manifest
    case .copy: pages["a/x/index.md"] == nil ? .nothing : .itself
    case .api: api
    }
  }

  private func file(_ path: String) -> String { pages[path] ?? "" }

  /// With the notice an expired article is there, too.
  private var manifest: Presence {
    let isThere = file("manifest.json").contains("\"a/x/\":")
    let leads = file("manifest.json").contains("\"open/7/\":\"a/x/\"")
    if isThere != leads { Issue.record("the manifest has one of the two") }
    return isThere ? ownPage : .nothing
  }

  private var api: Presence {
    let json = file("api/7.json")
    if json.isEmpty { return .nothing }
    return json.contains("\"expired\":true") ? .notice : .itself
  }

  private func everywhere(_ places: [String: Bool]) -> Presence? {
    let isIn = Set(places.values)
    guard isIn.count == 1 else {
      Issue.record("the places do not agree: \(places)")
      return nil
    }
    return isIn == [true] ? .itself : .nothing
  }

  private func page(_ url: String) -> String { pages[url + "index.html"] ?? "" }

  private func part(of url: String, from start: String, to end: String) -> String {
    let page = page(url)
    guard let opening = page.range(of: start),
      let closing = page.range(of: end, range: opening.upperBound..<page.endIndex)
    else { return "" }
    return String(page[opening.upperBound..<closing.lowerBound])
  }

  /// The link in a text, the page at the address, and the lists for servers, which must not name
  /// what is in no list.
  private var permalink: Presence? {
    let leads = page("open/7/").contains("url=../../a/x/\"")
    let isNamed = file("_redirects").contains("/open/7/ /a/x/")
    let isMapped = file("redirects.map").contains("\"/open/7/\"")
    let isNoted = file("manifest.json").contains("\"open/7/\"")
    if isNamed != isMapped || isMapped != isNoted || isNamed && !leads {
      Issue.record("the lists of redirects do not agree")
    }
    let written = link("номер")
    if leads != (written != .nothing) { Issue.record("the page and the link do not agree") }
    return written
  }

  private var ownPage: Presence {
    if page("a/x/").contains("Текст испытуемой") { return .itself }
    return page("a/x/").contains("Эта страница устарела") ? .notice : .nothing
  }

  private func link(_ words: String) -> Presence? {
    let text = page("a/other/")
    if text.contains("[<a href=\"../x/\">\(words)</a>]") { return ownPage }
    if text.contains("[\(words)]") { return words == "номер" ? .nothing : .text }
    Issue.record("the link became something else: \(text)")
    return nil
  }

  /// In all lists or in none.
  private var navigation: Presence? {
    let lists = [
      "sidebar": part(of: "a/other/", from: "class=\"tree\"", to: "</nav>")
        .contains("href=\"../x/\""),
      "category": part(of: "a/", from: "class=\"rows\"", to: "</ul>").contains("href=\"x/\""),
      "recommended": page("a/other/").contains("id=\"_recommended\""),
      "neighbours": page("a/other/").contains("class=\"neighbours\""),
      "backlinks": page("a/other/").contains("<summary>На\u{A0}эту статью ссылаются</summary>"),
      "home": part(of: "", from: "_popular\">", to: "</ul>").contains("href=\"a/x/\""),
      "new": page("new/").contains("<a href=\"../a/x/\">"),
      "latest": part(of: "", from: "_latest\">", to: "</ul>").contains("href=\"a/x/\""),
      "changes": page("changes/").contains("<a href=\"../a/x/\">"),
      "nav": pages["nav/a.json"]?.contains("[\"x/\",") == true,
      "slugs": pages["nav/slugs/0.json"]?.contains("\"x\":[[\"a/x/\"") == true,
      "tag": page("tags/metka/").contains("href=\"../../a/x/\""),
    ]
    return everywhere(lists)
  }

  private var languageSwitch: Presence {
    page("en/a/x/").contains("<a class=\"language\" href=\"../../../a/x/\" hreflang=\"ru\"")
      ? ownPage : .nothing
  }
}
