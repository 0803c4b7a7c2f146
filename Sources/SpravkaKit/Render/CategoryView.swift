internal import Mustache

// What the page of a category shows, and a language's home, which is the category of them all.

extension PageRenderer {
  func category(_ id: PageID, _ view: PageView) -> Value {
    let page = site[id]
    let entries = page.children.map { entry($0, view) }
    return PageShapes.category.record([
      "title": .text(page.title), "body": body(of: page, view.links),
      "isFallback": .flag(site.translations.isNearest(id)),
      "hasEntries": .flag(!entries.isEmpty), "entries": .list(entries),
    ])
  }

  private func entry(_ id: PageID, _ view: PageView) -> Value {
    let page = site[id]
    let isCategory = page.kind == .category
    let language = site.language(of: page)
    let count = isCategory ? view.strings.counted("articles", counts[id.index], in: language) : ""
    return PageShapes.entry.record([
      "title": .text(page.title), "url": .text(view.links.to(page.href)),
      "description": .text(description(of: page)), "isCategory": .flag(isCategory),
      "count": .text(count),
    ])
  }
}
