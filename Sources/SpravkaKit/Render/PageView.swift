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
}

/// The values that every page has, in the order of `PageShapes`.
struct PageView {
  let links: PageLinks
  let strings: Strings
  let values: [Value]

  /// - Parameter path: the pages from the home page down to this one.
  init(
    _ renderer: PageRenderer, _ head: PageHead, _ links: PageLinks, sidebar: [UInt8],
    path: [PageID]
  ) {
    let site = renderer.site
    let strings = renderer.theme.strings[head.language]
    let above = path.dropLast().map { site[$0] }
    self.links = links
    self.strings = strings
    values = [
      Self.site(site, head, links, renderer.theme),
      Self.page(site, head),
      renderer.theme.stringValues[head.language],
      renderer.theme.shapes.assets.value { links.to(renderer.theme.assets[$0].url) },
      .markup(sidebar),
      .flag(!above.isEmpty),
      .list(above.map { .link($0.title, links.to($0.href)) }),
    ]
  }

  private static func site(
    _ site: Site, _ head: PageHead, _ links: PageLinks, _ theme: Theme
  ) -> Value {
    let languages = languages(site, head, links, theme)
    return PageShapes.site.record([
      "title": .text(Self.title(of: site, head)),
      "home": .text(links.to(site[site.homes[head.language]].href)),
      "hasLanguages": .flag(languages.count > 1), "languages": .list(languages),
    ])
  }

  private static func title(of site: Site, _ head: PageHead) -> String {
    site.configuration.title[site.languages[head.language]] ?? ""
  }

  private static func page(_ site: Site, _ head: PageHead) -> Value {
    let language = site.languages[head.language]
    let siteTitle = title(of: site, head)
    let document = head.title == siteTitle ? siteTitle : "\(head.title) · \(siteTitle)"
    return PageShapes.page.record([
      "title": .text(head.title), "documentTitle": .text(document),
      "description": .text(head.description), "canonical": .text(head.canonical),
      "language": .text(language), "isUnlisted": .flag(head.isUnlisted),
      "alternates": .list(alternates(site, head)),
    ])
  }
}

extension Value {
  static func link(_ title: String, _ url: String) -> Value {
    PageShapes.link.record(["title": .text(title), "url": .text(url)])
  }
}
