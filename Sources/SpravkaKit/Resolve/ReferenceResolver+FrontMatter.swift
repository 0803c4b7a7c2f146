// Paths in the front matter: articles that are recommended, that take this one's place, or that
// hold an anchor of old. They are checked like links.

extension ReferenceResolver {
  func resolveFrontMatter(of article: Article, _ resolved: inout ResolvedReferences) {
    let front = article.front
    for path in front.recommended ?? [] {
      if let page = page(at: path, of: article, &resolved) { resolved.recommended.append(page) }
    }
    for path in front.counterparts.map(\.path) + [front.replacement].compactMap(\.self) {
      _ = page(at: path, of: article, &resolved)
    }
    for move in front.movedAnchors { check(move, of: article, &resolved) }
  }

  private func page(
    at path: Located<String>, of article: Article, _ resolved: inout ResolvedReferences
  ) -> PageID? {
    let source = Source(article: article, reference: Reference(path, in: article))
    guard case .file(let target, _, _) = source.reference.destination else {
      resolved.broken.append(source.broken("'\(path.value)' is no path of an article"))
      return nil
    }
    if let page = tree.byPath[target] { return page }
    if tree.unpublished.contains(target) {
      resolved.diagnostics.append(source.unpublished())
    } else {
      resolved.broken.append(source.broken("no article at '\(path.value)'", wanted: target))
    }
    return nil
  }

  private func check(
    _ move: FrontMatter.MovedAnchor, of article: Article, _ resolved: inout ResolvedReferences
  ) {
    let source = Source(article: article, reference: Reference(move.target, in: article))
    switch movedDestination(move.target.value, in: article) {
    case .anchor(let new):
      if !article.hasAnchor(new) {
        resolved.diagnostics.append(source.brokenAnchor(new, in: article))
      }
    case .file(let path, _, let new):
      guard let page = tree.byPath[path] else {
        resolved.broken.append(source.broken("no article at '\(move.target.value)'", wanted: path))
        return
      }
      let target = tree.pages[page.index].source.map { articles[$0] }
      if let new, target?.hasAnchor(new) != true {
        resolved.diagnostics.append(source.brokenAnchor(new, in: target))
      }
    default:
      resolved.broken.append(source.broken("'\(move.target.value)' is no anchor and no article"))
    }
  }
}

extension Reference {
  /// A path of the front matter, as if it were a link.
  fileprivate init(_ path: Located<String>, in article: Article) {
    self.init(
      kind: .link, written: path.value, destination: Destination(path.value, in: article.path),
      title: "", alternative: "", isEmpty: false, range: path.range)
  }
}
