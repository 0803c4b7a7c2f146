internal import Mustache

// The tree beside every page. It shows the top categories, the open path and its siblings, and no
// list longer than a hundred: the size of a page must not grow with the site.

struct SidebarView: Sendable {
  let site: Site
  let strings: Strings
  let links: PageLinks
  /// From the home page down to the page itself; just the home page on a 404 page.
  let path: [PageID]

  private static let longest = 100

  func value() -> Value { item(path[0], depth: 0) }

  private func item(_ id: PageID, depth: Int) -> Value {
    let page = site[id]
    let isOpen = depth < path.count && path[depth] == id
    let items = isOpen ? items(below: page, depth: depth + 1) : []
    return PageShapes.sidebarItem.record([
      "title": .text(page.title), "url": .text(links.to(page.href)),
      "isCategory": .flag(page.kind == .category),
      "isCurrent": .flag(isOpen && depth == path.count - 1), "isMore": .flag(false),
      "hasItems": .flag(!items.isEmpty), "items": .list(items),
    ])
  }

  private func items(below page: Page, depth: Int) -> [Value] {
    guard page.children.count > Self.longest else {
      return page.children.map { item($0, depth: depth) }
    }
    var shown = Array(page.children.prefix(Self.longest))
    if depth < path.count, !shown.contains(path[depth]) { shown.append(path[depth]) }
    return shown.map { item($0, depth: depth) } + [more(than: page)]
  }

  private func more(than page: Page) -> Value {
    PageShapes.sidebarItem.record([
      "title": .text(strings["all-articles"] ?? ""), "url": .text(links.to(page.href)),
      "isCategory": .flag(false), "isCurrent": .flag(false), "isMore": .flag(true),
      "hasItems": .flag(false), "items": .list([]),
    ])
  }
}
