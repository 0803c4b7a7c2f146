// Paths in the front matter: articles that are recommended, that take this one's place, or that
// hold an anchor of old. They are checked like links.

extension ReferenceResolver {
  func resolveFrontMatter(of article: Article, _ resolved: inout ResolvedReferences) {
    let front = article.front
    for path in front.recommended ?? [] {
      let source = Source(article: article, reference: Reference(path, in: article))
      guard let page = currentPage(source, &resolved), mayRecommend(page, source, &resolved) else {
        continue
      }
      // Naming an article twice, or itself, is not worth a finding and shows nothing twice.
      if tree.byPath[article.path] != page, !resolved.recommended.contains(page) {
        resolved.recommended.append(page)
      }
    }
    for counterpart in front.counterparts {
      let source = Source(article: article, reference: Reference(counterpart.path, in: article))
      guard let page = currentPage(source, &resolved) else { continue }
      resolved.counterparts.append(Counterpart(edition: counterpart.edition?.value, page: page))
    }
    checkReplacement(of: article, &resolved)
    for move in front.movedAnchors {
      let old = move.old.value
      if article.anchors.contains(old) {
        resolved.diagnostics.append(anchorStays(move, of: article))
      } else if let (page, anchor) = movedAnchor(old, in: article) {
        resolved.movedAnchors.append(MovedAnchor(old: old, page: page, anchor: anchor))
      }
      check(move, of: article, &resolved)
    }
  }

  /// The page that a path of the front matter names; a finding where there is none or it is out of
  /// date.
  private func currentPage(
    _ source: Source, _ resolved: inout ResolvedReferences
  ) -> PageID? {
    guard case .file(let target, _, _) = source.reference.destination else {
      _ = source.broken(
        "\(quoted(source.reference.written)) is no path of an article", in: &resolved)
      return nil
    }
    guard let page = page(at: target, source, &resolved) else { return nil }
    if tree.pages[page.index].state == .expired { reportExpired(page, source, &resolved) }
    return page
  }

  /// The page of a file; a finding where there is none.
  func page(
    at path: String, _ source: Source, _ resolved: inout ResolvedReferences
  ) -> PageID? {
    if let page = tree.byPath[path] { return page }
    if tree.unpublished.contains(path) {
      resolved.diagnostics.append(source.unpublished("it is left out"))
    } else if !unread.contains(path) {
      _ = source.broken(
        "no article at \(quoted(source.reference.written))", wanted: path, in: &resolved)
    }
    return nil
  }

  private func anchorStays(
    _ move: FrontMatter.MovedAnchor, of article: Article
  ) -> Diagnostic {
    Diagnostic(
      .duplicateAnchor,
      "the anchor \(quoted(move.old.value)) has not moved: a heading still has it",
      file: article.path, range: move.old.range,
      hint: "remove it from 'anchors', or give the heading another")
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
      guard let page = page(at: path, source, &resolved) else { return }
      if tree.pages[page.index].state == .expired { reportExpired(page, source, &resolved) }
      guard let new, tree.pages[page.index].showsText else { return }
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
  init(_ path: Located<String>, in article: Article) {
    self.init(
      kind: .link, written: path.value, destination: Destination(path.value, in: article.path),
      title: "", alternative: "", isEmpty: false, range: path.range)
  }
}
