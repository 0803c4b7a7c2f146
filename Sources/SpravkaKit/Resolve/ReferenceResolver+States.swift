// References to articles that are not what they were when the reference was written: expired ones,
// and lists that name what is in no list.

extension ReferenceResolver {
  /// Says that a reference ends at the notice of an expired page, and what to put there instead.
  func reportExpired(
    _ page: PageID, _ source: Source, _ resolved: inout ResolvedReferences
  ) {
    var instead: String?
    if case .replacement(let successor) = successors[page] {
      instead = tree.pages[successor.index].source.map { articles[$0].path }
    }
    let file = source.file
    resolved.diagnostics.append(
      source.finding(
        .linkToExpired, "\(quoted(source.pathPart, limit: 500)) has expired",
        hint: instead.map { path in
          path == file
            ? "this article replaces it: remove the link"
            : "link to its replacement, '\(relativePath(from: file, to: path))'"
        } ?? "link to an article that is up to date, or to none"))
  }

  /// Whether a page may be recommended; a finding where its state forbids it.
  func mayRecommend(
    _ page: PageID, _ source: Source, _ resolved: inout ResolvedReferences
  ) -> Bool {
    let state = tree.pages[page.index].state
    if state == .unlisted {
      resolved.diagnostics.append(
        source.finding(
          .linkToUnlisted, "\(quoted(source.pathPart, limit: 500)) is unlisted and is left out",
          hint: "recommend another article, or link to this one from the text"))
    }
    return state.isItself(on: .navigation)
  }

  /// Checks the path of the article to read instead, which must be public by the day on which it is
  /// needed.
  func checkReplacement(of article: Article, _ resolved: inout ResolvedReferences) {
    guard let written = article.front.replacement else { return }
    let source = Source(article: article, reference: Reference(written, in: article))
    guard let path = article.replacementPath else {
      _ = source.broken("\(quoted(written.value)) is no path of an article", in: &resolved)
      return
    }
    guard tree.unpublished.contains(path) else {
      _ = page(at: path, source, &resolved)
      return
    }
    let front = articles.first { $0.path == path }?.front
    if let expire = article.front.expire?.value, let publish = front?.publish?.value,
      front?.draft == false, publish <= expire
    {
      return
    }
    resolved.diagnostics.append(source.unpublished("readers are led to the category"))
  }

  /// What is left to check of an article that shows nothing but a notice.
  func resolveReplacement(of article: Article) -> ResolvedReferences {
    var resolved = ResolvedReferences()
    checkReplacement(of: article, &resolved)
    return resolved
  }
}

extension ReferenceResolver {
  /// What the references of all articles come to, in the order of the articles.
  func resolveAll(_ publication: Publication, jobs: Int) async -> [ResolvedReferences] {
    let texts = textStates()
    return await Array(articles.indices).parallelMap(jobs: jobs) { index in
      switch texts[index] {
      case .shown: return resolve(articles[index])
      case .gone: return resolveReplacement(of: articles[index])
      case .notYet:
        // What waits for its day is checked beforehand, or it would break the site on that day.
        guard publication.state(of: articles[index].front) == .scheduled else { break }
        return resolve(articles[index]).findingsAlone
      }
      return ResolvedReferences()
    }
  }

  private func textStates() -> [TextState] {
    var texts = [TextState](repeating: .notYet, count: articles.count)
    for page in tree.pages {
      if let source = page.source { texts[source] = page.showsText ? .shown : .gone }
    }
    return texts
  }
}

/// Whether readers see the text of an article.
private enum TextState { case notYet, shown, gone }
