// Where links lead → which articles link to a page. Recommendations are no links: they stand apart
// from the text, and are chosen by Spravka as often as by a writer.

/// By the index of a page: the listed articles whose text links to it, in the order of the tree.
func backlinks(_ tree: PageTree, _ leads: [[Lead]], _ order: ReadingOrder) -> [[PageID]] {
  var found = [[PageID]](repeating: [], count: tree.pages.count)
  // Articles come in their order, so that each list is in order, too.
  for id in order.articles {
    guard let source = tree.pages[id.index].source else { continue }
    for case .page(let target, _, _) in leads[source] {
      if target != id, found[target.index].last != id { found[target.index].append(id) }
    }
  }
  return found
}
