// A resolved site → what its articles lack, and what nobody comes to or uses. None of it is wrong in
// one file alone.

/// - Parameters:
///   - snippets: paths of the Markdown files in folders that are not published.
///   - unread: paths of Markdown files of which nothing could be read.
func lintFindings(on site: Site, snippets: [String], unread: Set<String>) -> [Diagnostic] {
  let levels = Levels(site.configuration.levels)
  let isOn = { (id: DiagnosticID) in levels.level(of: id) != .off }
  var findings: [Diagnostic] = []
  if isOn(.missingSummary) { findings += missingSummaries(on: site) }
  if isOn(.duplicateTitle) { findings += duplicateTitles(on: site) }
  // What an article that cannot be read leads to or includes is not known.
  guard unread.isEmpty, !site.articles.contains(where: \.isUnreadable) else { return findings }
  if isOn(.unusedSnippet) { findings += unusedSnippets(snippets, on: site) }
  if isOn(.orphanArticle) { findings += orphans(on: site) }
  if isOn(.unreachableArticle) { findings += unreachableArticles(on: site) }
  return findings
}

/// Articles that are long enough for a short answer and have none.
func missingSummaries(on site: Site) -> [Diagnostic] {
  site.pages.compactMap { page in
    guard page.kind == .article, page.showsText,
      let article = page.source.map({ site.articles[$0] }),
      let name = article.missingSummary
    else { return nil }
    return Diagnostic(
      .missingSummary, "there is no section '\(name)' with the short answer", file: article.path,
      hint: "add '## \(name)' and what most readers come for, in a few lines")
  }
}

private func unusedSnippets(_ snippets: [String], on site: Site) -> [Diagnostic] {
  let folders = site.languages.map { "content/\($0)/_snippets/" }
  let snippets = snippets.filter { path in folders.contains { path.hasPrefix($0) } }
  guard !snippets.isEmpty else { return [] }
  var used: Set<String> = []
  for article in site.articles {
    for inclusion in article.inclusions { used.insert(inclusion.path) }
  }
  return snippets.filter { !used.contains($0) }.map {
    Diagnostic(
      .unusedSnippet, "no article includes this snippet", file: $0,
      hint: "include it, or delete the file")
  }
}

extension ParsedArticle {
  /// What is wrong with the article; lint only where readers get its text.
  func findings(_ publication: Publication) -> [Diagnostic] {
    guard !diagnostics.isEmpty else { return [] }
    switch publication.state(of: article.front) {
    case .draft, .expired: return diagnostics.filter { Lint.ids[$0.id] == nil }
    case .scheduled, .published, .unlisted: return diagnostics
    }
  }
}
