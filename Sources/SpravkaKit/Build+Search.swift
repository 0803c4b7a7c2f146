// A tree and what a reader types → what the reader would find. Of the pipeline it needs a resolved
// site; what is wrong with the site is not its business.

/// What to search for, and where.
public struct SearchRequest: Sendable {
  public let text: String
  /// Nil for the first of the site.
  public var language: String?
  public var edition: String?
  /// How many results to show at most.
  public var limit = 10

  public init(_ text: String) { self.text = text }
}

/// The site has nothing of that name.
public enum SearchRefusal: Error {
  case unknownLanguage(String, known: [String])
  case unknownEdition(String, known: [String])
}

/// Searches a site as its readers do.
public func search(
  _ tree: SourceTree, for request: SearchRequest, _ options: BuildOptions
) async throws(SearchRefusal) -> SearchReport {
  var timer = StageTimer()
  let site = await Draft(of: tree, [], options, &timer).site
  let name = request.language ?? site.languages[0]
  guard let language = site.languages.firstIndex(of: name) else {
    throw .unknownLanguage(name, known: site.languages)
  }
  let editions = site.configuration.editions.map(\.id)
  if let edition = request.edition, !editions.contains(edition) {
    throw .unknownEdition(edition, known: editions)
  }
  let index = await SearchIndex(site, language: language, jobs: options.jobs)
  var engine = SearchEngine(index, basePath: site.configuration.baseURL.basePath)
  let response = engine.search(
    request.text, SearchOptions(limit: request.limit, edition: request.edition))
  return SearchReport(
    query: request.text, response: response,
    files: response.results.map { site.articles[index.documents[$0.document].source].path },
    articleCount: index.documents.count)
}
