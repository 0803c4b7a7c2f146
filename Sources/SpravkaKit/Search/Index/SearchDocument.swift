// Which articles search finds, and in which order they are numbered: a number must not change when
// another article is edited, and a new article should come last, so permanent ids go first. Numbers
// stand in postings; files with the same numbers keep their names from build to build.

/// An article that search finds; its number is its place in the list.
struct SearchDocument: Sendable {
  let page: PageID
  /// An index into the site's articles.
  let source: Int
}

extension Site {
  /// The articles of a language that search finds.
  func searchDocuments(language: Int) -> [SearchDocument] {
    let found = order.articles.compactMap { id -> SearchDocument? in
      let page = self[id]
      guard page.language == language, page.state.isItself(on: .search), let source = page.source,
        !articles[source].front.search.exclude
      else { return nil }
      return SearchDocument(page: id, source: source)
    }
    func key(_ document: SearchDocument) -> (id: Int, path: String) {
      let article = articles[document.source]
      return (article.front.id?.value ?? .max, article.path)
    }
    return found.map { (key($0), $0) }.sorted {
      if $0.0.id != $1.0.id { return $0.0.id < $1.0.id }
      return pathPrecedes($0.0.path, $1.0.path)
    }.map(\.1)
  }
}
