// The order in which siblings are shown: by `order`, then categories before articles, then by title
// as the language sorts it. Comparing titles goes through ICU and is slow, hence side by side.

extension PageTree {
  /// The same tree with all children in the order in which they are shown.
  func sorted(languages: [String], jobs: Int) async -> PageTree {
    let collations = languages.map(Collation.init(language:))
    let pages = pages
    let children = await Array(pages.indices).parallelMap(jobs: jobs) { index in
      pages[index].children.count < 2
        ? pages[index].children
        : pages[index].children.sorted {
          precedes(pages[$0.index], pages[$1.index], collations[pages[index].language])
        }
    }
    var tree = self
    for (index, children) in children.enumerated() { tree.pages[index].children = children }
    return tree
  }
}

private func precedes(_ left: Page, _ right: Page, _ collation: Collation) -> Bool {
  if left.order != right.order { return left.order < right.order }
  if left.kind != right.kind { return left.kind == .category }
  if left.title != right.title, let precedes = collation.precedes(left.title, right.title) {
    return precedes
  }
  return pathPrecedes(left.url, right.url)
}
