internal import Mustache

// What a language's home page shows: its categories as cards, what helps most often, what is new.

extension PageRenderer {
  /// - Parameter number: which page of what stands below the home, counted from 1.
  func home(_ id: PageID, page number: Int, _ view: PageView) -> Value {
    let page = site[id]
    let shown = ListPages.cut(page.children[...], page: number)
    let cards = shown.filter { site[$0].kind == .category }.map { entry($0, view) }
    let entries = shown.filter { site[$0].kind == .article }.map { entry($0, view) }
    let isFirst = number == 1
    let popular = isFirst ? site.popular[page.language].map { entry($0, view) } : []
    let new = site.chronicle.newArticles[page.language]
    let latest = isFirst ? new.prefix(latestCount).map { newArticle($0, view) } : []
    return PageShapes.home.record([
      "title": .text(page.title),
      "body": isFirst ? body(of: page, view.links) : .markup([]),
      "isFallback": .flag(site.translations.isNearest(id)),
      "articleCount": .text(count(of: id, view)),
      "hasCards": .flag(!cards.isEmpty), "cards": .list(cards),
      "hasPopular": .flag(!popular.isEmpty), "popular": .list(popular),
      "hasLatest": .flag(!latest.isEmpty), "latest": .list(latest),
      "newURL": new.isEmpty
        ? .none : .text(view.links.to(site.own(page.language).newArticles)),
      "hasEntries": .flag(!entries.isEmpty), "entries": .list(entries),
      "pages": listPages(of: page.href, number, entries: page.children.count, view.links),
    ])
  }
}

private let latestCount = 3
