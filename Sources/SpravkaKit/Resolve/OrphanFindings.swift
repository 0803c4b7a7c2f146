// Articles to which nothing leads. Those in the lists are found through their category, and it is a
// matter of taste whether that is enough; those in no list are found by nobody.

/// Articles that no text leads to and no article recommends by hand.
func orphans(on site: Site) -> [Diagnostic] {
  let reached = ReachedPages(of: site)
  return site.pages.indices.compactMap { index in
    let page = site.pages[index]
    guard page.kind == .article, page.state == .published,
      let article = page.source.map({ site.articles[$0] }), !reached.contains(index, article)
    else { return nil }
    return Diagnostic(
      .orphanArticle, "no other page links to this article or recommends it", file: article.path,
      hint: "link to it from an article that readers come from, or name it there in 'recommended'")
  }
}

/// Unlisted articles to which nothing leads, and that have no permanent address to give out.
///
/// A translation is reached from its original.
func unreachableArticles(on site: Site) -> [Diagnostic] {
  let candidates = site.pages.indices.filter { index in
    let page = site.pages[index]
    guard page.kind != .home, page.state == .unlisted, let source = page.source else {
      return false
    }
    let front = site.articles[source].front
    return front.unlisted && front.id == nil && front.aliases.isEmpty
      && (page.language == 0 || site.translations.page(0, for: PageID(index: index)) == nil)
  }
  guard !candidates.isEmpty else { return [] }
  let reached = ReachedPages(of: site)
  return candidates.compactMap { index in
    guard let article = site.pages[index].source.map({ site.articles[$0] }),
      !reached.contains(index, article)
    else { return nil }
    return Diagnostic(
      .unreachableArticle, "this page is in no list, and no other page links to it",
      file: article.path,
      hint: "link to it, or give it an 'id' and hand out its address '/open/<id>/'")
  }
}

/// The pages that others lead to by hand.
private struct ReachedPages {
  private var pages: Set<Int> = []
  /// Articles that the front matter of others names.
  private var paths: Set<String> = []

  init(of site: Site) {
    for (index, page) in site.pages.enumerated() {
      guard page.showsText, let source = page.source else { continue }
      for case .page(let target, _, _) in site.leads[source] where target.index != index {
        pages.insert(target.index)
      }
      for target in site.recommended[source] { pages.insert(target.index) }
      let article = site.articles[source]
      for counterpart in article.front.counterparts {
        if case .file(let path, _, _) = Destination(counterpart.path.value, in: article.path) {
          paths.insert(path)
        }
      }
    }
    for case .replacement(let target) in site.successors.values { pages.insert(target.index) }
  }

  func contains(_ page: Int, _ article: Article) -> Bool {
    pages.contains(page) || paths.contains(article.path)
  }
}
