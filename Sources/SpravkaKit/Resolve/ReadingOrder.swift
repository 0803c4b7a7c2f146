// The articles that lists may name, in the order in which the tree shows them. What is not below a
// language's home by way of its parents' lists (an unlisted article, or one in an unlisted category)
// is in no list, so this is the one place that tags, recommendations and the rest have to ask.

struct ReadingOrder: Sendable {
  /// The listed articles of all languages, as one would read them from the first to the last.
  private(set) var articles: [PageID] = []
  /// The listed categories of all languages, each before what is in it.
  private(set) var categories: [PageID] = []
  /// By the index of a page: its place in `articles`; nil for what is not listed.
  private var places: [Int?]
  /// By the index of a page: the articles around it in its own category.
  private var previous: [PageID?]
  private var next: [PageID?]

  init(_ tree: PageTree) {
    places = Array(repeating: nil, count: tree.pages.count)
    previous = Array(repeating: nil, count: tree.pages.count)
    next = previous
    var open: [PageID] = tree.homes.reversed()
    while let id = open.popLast() {
      let page = tree.pages[id.index]
      if page.kind == .article {
        places[id.index] = articles.count
        articles.append(id)
      } else if page.kind == .category {
        categories.append(id)
      }
      open += page.children.reversed()
      link(page.children.filter { tree.pages[$0.index].kind == .article })
    }
  }

  /// A reader who goes on from the last article of a category would be led to another topic, so
  /// the row ends there.
  private mutating func link(_ siblings: [PageID]) {
    for (left, right) in zip(siblings, siblings.dropFirst()) {
      next[left.index] = right
      previous[right.index] = left
    }
  }

  func place(of page: PageID) -> Int? { places[page.index] }

  func isListed(_ page: PageID) -> Bool { places[page.index] != nil }

  func previous(of page: PageID) -> PageID? { previous[page.index] }

  func next(of page: PageID) -> PageID? { next[page.index] }
}
