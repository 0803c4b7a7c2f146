// Anchors: a link may end at a heading, at what raw HTML declares, and at an anchor of old that the
// front matter says has moved.

extension ReferenceResolver {
  /// A link to another page, or to this one by its file.
  func lead(
    to page: PageID, _ query: String, _ anchor: String?, _ source: Source,
    _ resolved: inout ResolvedReferences
  ) -> Lead {
    guard let anchor, !isTop(anchor) else { return .page(page, suffix: query) }
    let target = tree.pages[page.index].source.map { articles[$0] }
    if let target, target.hasAnchor(anchor) {
      return .page(page, suffix: query + "#" + percentEncodedPath(anchor))
    }
    if let target, let moved = movedAnchor(anchor, in: target) {
      return .page(moved.page ?? page, suffix: query + moved.suffix)
    }
    resolved.diagnostics.append(source.brokenAnchor(anchor, in: target))
    return .page(page, suffix: query)
  }

  func samePage(
    _ anchor: String, _ source: Source, _ resolved: inout ResolvedReferences
  ) -> Lead {
    if isTop(anchor) { return .url("#") }
    if source.article.hasAnchor(anchor) { return .url("#" + percentEncodedPath(anchor)) }
    if let moved = movedAnchor(anchor, in: source.article) {
      return moved.page.map { .page($0, suffix: moved.suffix) } ?? .url(moved.suffix)
    }
    resolved.diagnostics.append(source.brokenAnchor(anchor, in: source.article))
    return .nowhere
  }

  /// The top of a page needs no anchor (HTML standard, «find a potential indicated element»).
  private func isTop(_ anchor: String) -> Bool {
    anchor.isEmpty || anchor.lowercased() == "top"
  }

  /// Where an anchor of old has gone; the page is nil when it is still the same.
  private func movedAnchor(
    _ anchor: String, in article: Article
  ) -> (page: PageID?, suffix: String)? {
    guard let move = article.front.movedAnchors.first(where: { $0.old.value == anchor }) else {
      return nil
    }
    switch movedDestination(move.target.value, in: article) {
    case .anchor(let new): return (nil, "#" + percentEncodedPath(new))
    case .file(let path, let query, let new):
      guard let page = tree.byPath[path] else { return nil }
      return (page, query + (new.map { "#" + percentEncodedPath($0) } ?? ""))
    default: return nil
    }
  }

  /// `new`, `#new` or `../other.md#new`.
  func movedDestination(_ written: String, in article: Article) -> Destination {
    let isPath = written.contains("#") || written.hasSuffix(".md")
    return Destination(isPath ? written : "#" + written, in: article.path)
  }
}
