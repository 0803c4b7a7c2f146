/// For each article, the pages that are recommended at its end: the writer's own, and where the
/// front matter says nothing of them and the site wants it so, the nearest articles.
///
/// A language in which all articles name theirs costs nothing.
///
/// - Parameter given: by article, what its front matter names.
func recommendations(
  _ given: [[PageID]], _ articles: [Article], _ tree: PageTree, _ order: ReadingOrder,
  _ tags: Tags, _ settings: RecommendedSettings, jobs: Int
) async -> [[PageID]] {
  guard settings.automatic, settings.count > 0 else { return given }
  var recommended = given
  for language in tree.homes.indices {
    let pages = tree.pages.indices.lazy.map(PageID.init(index:)).filter {
      let page = tree.pages[$0.index]
      return page.kind == .article && page.showsText && page.language == language
    }
    let sources = pages.compactMap { tree.pages[$0.index].source }
    let needs = Set(sources.filter { articles[$0].front.recommended == nil })
    if needs.isEmpty { continue }
    let nearest = await NearestArticles(
      among: Array(pages), articles, tree, order, tags, count: settings.count, jobs: jobs)
    for choice in await nearest.choices(for: needs, jobs: jobs) {
      recommended[choice.source] = choice.pages
    }
  }
  return recommended
}
