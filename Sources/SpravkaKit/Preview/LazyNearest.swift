// What a writer could recommend at the end of an article: the articles that say most of the same.
// The words of a language are counted when somebody asks for the first of its articles.

struct LazyNearest: Sendable {
  /// In the order of the languages.
  private let languages: [Lazy<NearestArticles>]
  private let site: Site
  private let jobs: Int

  /// How many are offered: more than an article shows, to choose from.
  private static let most = 8

  init(of draft: Draft, jobs: Int) {
    let (site, tree) = (draft.site, draft.resolver.tree)
    self.site = site
    self.jobs = jobs
    languages = site.languages.indices.map { language in
      Lazy {
        let pages = site.pages.indices.map(PageID.init(index:)).filter {
          let page = site[$0]
          return page.kind == .article && page.showsText && page.language == language
        }
        return await NearestArticles(
          among: pages, site.articles, tree, site.order, site.tags, count: Self.most, jobs: jobs)
      }
    }
  }

  /// The nearest first; none where nothing is near.
  func pages(to page: PageID) -> [PageID] {
    guard let source = site[page].source else { return [] }
    let nearest = languages[site[page].language].value
    let jobs = jobs
    return waiting { await nearest.choices(for: [source], jobs: jobs) }?.first?.pages ?? []
  }
}
