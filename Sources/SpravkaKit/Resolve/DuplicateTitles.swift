// Titles in one list that readers cannot tell apart.

/// Of pages with one title in one category, all but the first by path are reported.
func duplicateTitles(on site: Site) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  for parent in site.pages where parent.children.count > 1 {
    let articles = parent.children.filter { site[$0].kind == .article }
      .compactMap { site[$0].source.map { site.articles[$0] } }
      .sorted { pathPrecedes($0.path, $1.path) }
    var byTitle: [String: [Article]] = [:]
    for article in articles {
      let title = folded(article.title)
      if let twin = byTitle[title]?.first(where: { haveReadersInCommon($0, article) }) {
        findings.append(duplicate(article, of: twin))
      }
      byTitle[title, default: []].append(article)
    }
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
