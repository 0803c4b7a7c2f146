// The tree of pages → how many articles a reader finds below each: counted as they are listed, so
// that a number always agrees with what one sees when one follows the links.

/// By the page's index; 0 for articles themselves.
func articleCounts(of pages: [Page]) -> [Int] {
  var counts = [Int](repeating: 0, count: pages.count)
  // A page comes after the one that lists it.
  for index in pages.indices.reversed() {
    counts[index] = pages[index].children.reduce(0) { sum, child in
      sum + (pages[child.index].kind == .article ? 1 : counts[child.index])
    }
  }
  return counts
}
