// Paths in the front matter: articles that are recommended, that take this one's place, or that
// hold an anchor of old. They are checked like links.

extension ReferenceResolver {
  func resolveFrontMatter(of article: Article, _ resolved: inout ResolvedReferences) {
    let front = article.front
    for path in front.recommended ?? [] {
      guard let page = page(at: path, of: article, &resolved) else { continue }
      // Naming an article twice, or itself, is not worth a finding and shows nothing twice.
      if tree.byPath[article.path] != page, !resolved.recommended.contains(page) {
        resolved.recommended.append(page)
      }
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
      _ = source.broken("\(quoted(path.value)) is no path of an article", in: &resolved)
      return nil
    }
    return page(at: target, source, &resolved)
  }

  /// The page of a file; a finding where there is none.
  private func page(
    at path: String, _ source: Source, _ resolved: inout ResolvedReferences
  ) -> PageID? {
    if let page = tree.byPath[path] { return page }
    if tree.unpublished.contains(path) {
      resolved.diagnostics.append(source.unpublished())
    } else if !unread.contains(path) {
      _ = source.broken(
        "no article at \(quoted(source.reference.written))", wanted: path, in: &resolved)
    }
    return nil
  }

  private func check(
    _ move: FrontMatter.MovedAnchor, of article: Article, _ resolved: inout ResolvedReferences
  ) {
    let source = Source(article: article, reference: Reference(move.target, in: article))
    switch movedDestination(move.target.value, in: article) {
    case .anchor(let new, _):
      if !article.anchors.contains(new) {
        _ = source.brokenAnchor(new, in: article, .nowhere, &resolved)
      }
    case .file(let path, _, let new):
      guard let page = page(at: path, source, &resolved), let new else { return }
      let target = tree.pages[page.index].source.map { articles[$0] }
      if target?.anchors.contains(new) != true, target?.isUnreadable != true {
        _ = source.brokenAnchor(new, in: target, .nowhere, &resolved)
      }
    default:
      _ = source.broken(
        "\(quoted(move.target.value)) is no anchor and no article", in: &resolved)
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
