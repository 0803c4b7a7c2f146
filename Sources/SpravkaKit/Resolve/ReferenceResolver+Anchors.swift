// Anchors: a link may end at a heading, at what raw HTML declares, and at an anchor of old that the
// front matter says has moved.

extension ReferenceResolver {
  /// A link to another page, or to this one by its file.
  func lead(
    to page: PageID, _ query: String, _ anchor: String?, _ source: Source,
    _ resolved: inout ResolvedReferences
  ) -> Lead {
    let top = Lead.page(page, query: query, anchor: nil)
    if tree.pages[page.index].state == .expired { reportExpired(page, source, &resolved) }
    // The anchors have gone with the text.
    if !tree.pages[page.index].showsText { return top }
    guard let anchor, !anchor.isEmpty else { return top }
    guard let target = tree.pages[page.index].source.map({ articles[$0] }) else {
      return isTop(anchor) ? top : source.brokenAnchor(anchor, in: nil, top, &resolved)
    }
    if target.anchors.contains(anchor) { return .page(page, query: query, anchor: anchor) }
    if let moved = movedAnchor(anchor, in: target) {
      return .page(moved.page ?? page, query: query, anchor: moved.anchor)
    }
    if isTop(anchor) || target.isUnreadable { return top }
    return source.brokenAnchor(anchor, in: target, top, &resolved)
  }

  func samePage(
    _ anchor: String, _ query: String, _ source: Source, _ resolved: inout ResolvedReferences
  ) -> Lead {
    if source.article.anchors.contains(anchor) { return .anchor(anchor, query: query) }
    if let moved = movedAnchor(anchor, in: source.article) {
      return moved.page.map { .page($0, query: query, anchor: moved.anchor) }
        ?? .anchor(moved.anchor ?? "", query: query)
    }
    if isTop(anchor) { return .anchor("", query: query) }
    return source.brokenAnchor(anchor, in: source.article, .nowhere, &resolved)
  }

  /// The top of a page needs no anchor (HTML standard, «find a potential indicated element»).
  private func isTop(_ anchor: String) -> Bool {
    anchor.isEmpty || anchor.lowercased() == "top"
  }

  /// Where an anchor of old has gone; the page is nil when it is still the same.
  func movedAnchor(
    _ anchor: String, in article: Article
  ) -> (page: PageID?, anchor: String?)? {
    guard let move = article.front.movedAnchors.first(where: { $0.old.value == anchor }) else {
      return nil
    }
    switch movedDestination(move.target.value, in: article) {
    case .anchor(let new, _): return (nil, new)
    case .file(let path, _, let new):
      return tree.byPath[path].map { ($0, tree.pages[$0.index].showsText ? new : nil) }
    default: return nil
    }
  }

  /// `new`, `#new` or `../other.md#new`.
  func movedDestination(_ written: String, in article: Article) -> Destination {
    let isPath = written.contains("#") || written.hasSuffix(".md")
    return Destination(isPath ? written : "#" + written, in: article.path)
  }
}
