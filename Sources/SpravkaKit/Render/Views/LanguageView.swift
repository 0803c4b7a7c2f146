internal import Mustache

// What a page shows of its languages: the switch for readers, the alternates for search engines.

extension PageView {
  /// The languages of the switch, each with the page that it leads to.
  static func languages(
    _ site: Site, _ head: PageHead, _ links: PageLinks, _ theme: Theme
  ) -> [Value] {
    guard site.languages.count > 1 else { return [] }
    return site.languages.enumerated().map { index, code in
      let (page, isFallback) = counterpart(site, head, index)
      return PageShapes.language.record([
        "name": .text(theme.strings[index]["language-name"] ?? code), "code": .text(code),
        "url": .text(links.to(site[page].href)), "isCurrent": .flag(index == head.language),
        "isFallback": .flag(isFallback),
      ])
    }
  }

  private static func counterpart(
    _ site: Site, _ head: PageHead, _ language: Int
  ) -> (page: PageID, isFallback: Bool) {
    guard let page = head.page else { return (site.homes[language], false) }
    switch site.translations.counterpart(of: page, in: language, site.pages) {
    case .translation(let same): return (same, false)
    case .nearest(let near): return (near, true)
    }
  }

  /// What search engines are told of the page's languages.
  static func alternates(_ site: Site, _ head: PageHead) -> [Value] {
    guard let page = head.page, !head.isContinued else { return [] }
    return site.alternates(of: page).map { code, address in
      PageShapes.alternate.record(["code": .text(code), "url": .text(address)])
    }
  }
}
