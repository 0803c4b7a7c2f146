// How the page of a category is laid out: a few categories in it become groups, each with its first
// articles, so that a reader seldom has to go down only to look; many stay lines of one long list.

/// The parts of a category's page.
struct CategoryParts: Sendable {
  /// Categories that are shown with some of their articles, on the first page alone.
  let groups: ArraySlice<PageID>
  /// What stands in the list, which is cut into pages.
  let entries: ArraySlice<PageID>

  /// - Parameter page: a category; a home page has cards of its own for what is in it.
  init(of page: Page, _ pages: [Page]) {
    let children = page.children[...]
    let count = children.count { pages[$0.index].kind == .category }
    guard page.kind == .category, (1...Self.mostGroups).contains(count) else {
      groups = []
      entries = children
      return
    }
    groups = children.filter { pages[$0.index].kind == .category }[...]
    entries = children.filter { pages[$0.index].kind == .article }[...]
  }

  private static let mostGroups = 12
}
