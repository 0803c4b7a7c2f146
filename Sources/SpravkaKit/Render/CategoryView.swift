internal import Mustache

// What the page of a category shows, and a language's home, which is the category of them all.

extension PageRenderer {
  /// - Parameter number: which page of the list, counted from 1; the introduction is on the first.
  func category(_ id: PageID, page number: Int, _ view: PageView) -> Value {
    let page = site[id]
    let shown = ListPages.range(ofPage: number, of: page.children.count)
    let entries = page.children[shown].map { entry($0, view) }
    return PageShapes.category.record([
      "title": .text(page.title), "label": .label(page.title),
      "body": number == 1 ? body(of: page, view.links) : .markup([]),
      "isFallback": .flag(site.translations.isNearest(id)),
      "hasEntries": .flag(!entries.isEmpty), "entries": .list(entries),
      "pages": listPages(of: page.href, number, entries: page.children.count, view.links),
    ])
  }

  func entry(_ id: PageID, _ view: PageView) -> Value {
    let page = site[id]
    let isCategory = page.kind == .category
    let language = site.language(of: page)
    let count = isCategory ? view.strings.counted("articles", counts[id.index], in: language) : ""
    return PageShapes.entry.record([
      "title": .text(page.title), "label": .label(page.title), "url": .text(view.links.to(page.href)),
      "description": .text(description(of: page)), "isCategory": .flag(isCategory),
      "count": .text(count),
    ])
  }
}
