// Expired articles → where their notices lead: to the end of the chain of replacements, and where
// that is expired too or there is none, to the category.

/// Where the notice of an expired page leads.
enum Successor: Sendable, Equatable {
  case replacement(PageID)
  /// The nearest page above that is not expired itself.
  case category(PageID)

  var page: PageID {
    switch self {
    case .replacement(let page), .category(let page): page
    }
  }
}

/// The successors of all expired pages.
func successors(in tree: PageTree, of articles: [Article]) -> [PageID: Successor] {
  var found: [PageID: Successor] = [:]
  for (index, page) in tree.pages.enumerated() where page.state == .expired {
    let id = PageID(index: index)
    found[id] = successor(of: id, in: tree, of: articles)
  }
  return found
}

private func successor(
  of expired: PageID, in tree: PageTree, of articles: [Article]
) -> Successor {
  var seen: Set<PageID> = [expired]
  var last = expired
  while let path = tree.pages[last.index].source.flatMap({ articles[$0].replacementPath }),
    let next = tree.byPath[path]
  {
    // Replacements that go round in a circle are a finding, and replace nothing.
    guard seen.insert(next).inserted else { return category(above: expired, in: tree) }
    if tree.pages[next.index].state != .expired { return .replacement(next) }
    last = next
  }
  return category(above: last, in: tree)
}

private func category(above page: PageID, in tree: PageTree) -> Successor {
  var above = page
  while let parent = tree.pages[above.index].parent {
    above = parent
    if tree.pages[above.index].state != .expired { break }
  }
  return .category(above)
}

extension Article {
  /// The path of the replacement from the site's root, whether or not there is such an article.
  var replacementPath: String? {
    guard let written = front.replacement?.value,
      case .file(let path, _, _) = Destination(written, in: path)
    else { return nil }
    return path
  }
}
