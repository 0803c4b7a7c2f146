// All articles → one immutable Site, step by step, each with what those before have made: the tree
// of pages, tags, the table of URLs, the references of every article (side by side), the files that
// they publish, what articles have to do with each other.

struct ResolvedSite: Sendable {
  let site: Site
  let diagnostics: [Diagnostic]
  let resolver: ReferenceResolver
  /// Links that leave the site, of articles and of site.yml.
  let outside: [OutsideLink]
}

/// - Parameters:
///   - others: paths of files that may be published.
///   - pictures: those that are named like pictures.
///   - unread: paths of Markdown files that are there but could not be read.
func resolve(
  _ articles: [Article], others: [String], pictures: [PictureFile], unread: Set<String>,
  _ configuration: Configuration, _ publication: Publication, jobs: Int
) async -> ResolvedSite {
  let paths = ContentPaths(languages: configuration.languages)
  let tree = await PageTreeBuilder(articles, configuration, publication).build()
    .sorted(languages: configuration.languages, jobs: jobs)
  let successors = successors(in: tree, of: articles)
  let order = ReadingOrder(tree)
  var tagging = TagBuilder(articles, tree, order, paths)
  let tags = await tagging.build(languages: configuration.languages, jobs: jobs)
  var claims = URLClaims(articles, tree, paths)
  let chronicle = Chronicle(tree, articles, order, today: publication.today)
  claims.claimLists(tags)
  claims.claimOwnPages(chronicle, order, configuration)
  let publishable = PublishableFiles(others, pictures)
  let resolver = ReferenceResolver(
    articles: articles, tree: tree, paths: paths, table: claims.table,
    files: publishable, unread: unread, baseURL: configuration.baseURL,
    successors: successors)
  let (furniture, ofSite) = resolver.resolveFurniture(configuration)
  let resolved = await resolver.resolveAll(publication, jobs: jobs)
  var files = FileClaims(claims.table, paths)
  for path in others where path.hasPrefix(ContentPaths.staticFolder) { files.publish(path) }
  for path in ofSite.files + resolved.flatMap(\.files) { files.publish(path) }
  let broken = ofSite.broken + resolved.flatMap(\.broken)
  let published = files.sorted()
  let translations = Translations(tree, paths)
  let leads = resolved.map(\.leads)
  let recommended = await recommendations(
    resolved.map(\.recommended), articles, tree, order, tags, configuration.recommended, jobs: jobs)
  let backlinks = backlinks(tree, leads, order)
  let popular = popularArticles(
    tree, articles, order, given: resolved.map(\.recommended), backlinks: backlinks)
  let site = Site(
    configuration: configuration, articles: articles, pages: tree.pages, homes: tree.homes,
    leads: leads, recommended: recommended, counterparts: resolved.map(\.counterparts),
    movedAnchors: resolved.map(\.movedAnchors),
    translations: translations, successors: successors,
    redirects: claims.table.redirects(), lists: claims.table.lists(of: tree.pages),
    files: published,
    pictureSizes: publishable.sizes(of: published), furniture: furniture, tags: tags, order: order,
    backlinks: backlinks, chronicle: chronicle, popular: popular)
  return ResolvedSite(
    site: site,
    diagnostics: tree.diagnostics + claims.diagnostics + files.diagnostics + tagging.diagnostics
      + ofSite.diagnostics + resolved.flatMap(\.diagnostics)
      + findings(about: broken, tree, others: others)
      + unknownEditions(in: articles, configuration)
      + stateFindings(about: articles, paths)
      + TranslationCheck(site, paths, unpublished: tree.unpublished).findings(),
    resolver: resolver, outside: ofSite.outside + resolved.flatMap(\.outside))
}

private func unknownEditions(
  in articles: [Article], _ configuration: Configuration
) -> [Diagnostic] {
  let known = configuration.editions.map(\.id)
  return articles.flatMap { article in
    let named = article.front.editions + article.front.counterparts.compactMap(\.edition)
    return named.filter { !known.contains($0.value) }.map { edition in
      let near = nearestName(to: edition.value, among: known)
      return Diagnostic(
        .unknownEdition, "site.yml has no edition '\(edition.value)'", file: article.path,
        range: edition.range,
        hint: near.map { "did you mean '\($0)'?" } ?? "add it to 'editions' in content/site.yml")
    }
  }
}
