// Titles in one list that readers cannot tell apart.

/// Of pages with one title in one category, all but the first by path are reported.
func duplicateTitles(on site: Site) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  for parent in site.pages where parent.children.count > 1 {
    let children = parent.children.filter { site[$0].kind == .article }
    let titles = children.map { folded(site[$0].title) }
    // Hardly ever, and then it is worth looking closer.
    guard Set(titles).count < titles.count else { continue }
    findings += duplicates(
      zip(titles, children).compactMap { title, page in
        site[page].source.map { (title, site.articles[$0]) }
      })
  }
  return findings
}

private func duplicates(_ articles: [(title: String, article: Article)]) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  var byTitle: [String: [Article]] = [:]
  for (title, article) in articles.sorted(by: { pathPrecedes($0.article.path, $1.article.path) }) {
    if let twin = byTitle[title]?.first(where: { haveReadersInCommon($0, article) }) {
      findings.append(duplicate(article, of: twin))
    }
    byTitle[title, default: []].append(article)
  }
  return findings
}

/// Articles for different editions may well have one title: each reader needs one of them.
private func haveReadersInCommon(_ left: Article, _ right: Article) -> Bool {
  let (left, right) = (left.front.editions.map(\.value), right.front.editions.map(\.value))
  return left.isEmpty || right.isEmpty || !Set(left).isDisjoint(with: right)
}

private func duplicate(_ article: Article, of twin: Article) -> Diagnostic {
  Diagnostic(
    .duplicateTitle, "'\(twin.path)' in this category has the same title", file: article.path,
    range: article.front.title?.range, hint: "say in the title what sets this article apart")
}
