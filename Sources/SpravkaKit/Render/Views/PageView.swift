internal import Mustache

/// What a page says about itself in its head.
struct PageHead: Sendable {
  let title: String
  /// Empty when there is none.
  let description: String
  /// Absolute; empty on a page that has no URL of its own.
  let canonical: String
  /// An index into the site's languages.
  let language: Int
  let isUnlisted: Bool
  /// Nil on a page that is shown at any URL.
  let page: PageID?
  /// Whether the page goes on with the list of `page`; its translations may have none like it.
  var isContinued = false
}

/// The values that every page has, in the order of `PageShapes`.
struct PageView {
  let links: PageLinks
  let strings: Strings
  let values: [Value]

  /// - Parameters:
  ///   - path: the pages from the home page down to this one.
  ///   - crumbs: links to what stands above a page that is none of the tree.
  init(
    _ renderer: PageRenderer, _ head: PageHead, _ links: PageLinks, _ surroundings: PageFrame,
    path: [PageID], crumbs: [Value] = []
  ) {
    let strings = renderer.theme.strings[head.language]
    let crumbs = crumbs + path.dropLast().map { renderer.link(to: $0, links) }
    self.links = links
    self.strings = strings
    values = [
      surroundings.site,
      Self.page(renderer, head, links),
      renderer.lists.value(language: head.language, links),
      renderer.theme.stringValues[head.language],
      renderer.theme.shapes.assets.value { links.to(renderer.theme.assets[$0].url) },
      .markup([IconSprite.gap]),
      .markup(surroundings.sidebar),
      .flag(!crumbs.isEmpty), .list(crumbs),
    ]
  }

  private static func page(_ renderer: PageRenderer, _ head: PageHead, _ links: PageLinks) -> Value
  {
    let site = renderer.site
    let language = site.languages[head.language]
    let siteTitle = site.configuration.title[language] ?? ""
    let document = head.title == siteTitle ? siteTitle : "\(head.title) · \(siteTitle)"
    let languages = languages(site, head, links, renderer.theme)
    let moved = movedAnchors(renderer, head, links)
    return PageShapes.page.record([
      "title": .text(head.title), "documentTitle": .text(document),
      "description": .text(head.description), "canonical": .text(head.canonical),
      "language": .text(language), "isUnlisted": .flag(head.isUnlisted),
      "alternates": .list(alternates(site, head)), "policy": .text(renderer.policy.meta),
      "hasLanguages": .flag(languages.count > 1), "languages": .list(languages),
      "words": .text(links.to(renderer.words[head.language].url)),
      "openGraph": openGraph(site, head), "structuredData": structuredData(site, head),
      "feeds": .list(feeds(renderer, head, links)),
      "hasMoved": .flag(!moved.isEmpty), "moved": .list(moved),
    ])
  }
}

extension Value {
  /// - Parameter label: the title as readers see it.
  static func link(_ title: String, label: Value, _ url: String) -> Value {
    PageShapes.link.record(["title": .text(title), "label": label, "url": .text(url)])
  }
}
