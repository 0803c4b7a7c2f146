/// All articles put together: what Render needs to make any page, and nothing that changes.
struct Site: Sendable {
  let configuration: Configuration
  private(set) var articles: [Article]
  let pages: [Page]
  /// The home page of each language, in the order of the languages.
  let homes: [PageID]
  /// For each article (by its index), where its references lead.
  private(set) var leads: [[Lead]]
  /// For each article, the pages that it recommends.
  let recommended: [[PageID]]
  /// For each article, what to read instead for other editions.
  let counterparts: [[Counterpart]]
  /// For each article, the anchors that have gone elsewhere.
  let movedAnchors: [[MovedAnchor]]
  let translations: Translations
  /// Where the notices of expired pages lead.
  let successors: [PageID: Successor]
  /// Sorted by URL.
  let redirects: [Redirect]
  /// URLs of lists that are pages and no content, sorted.
  let lists: [String]
  /// Sorted by URL.
  let files: [PublishedFile]
  /// Of the published pictures whose size is known, by the URL of the file.
  let pictureSizes: [String: PictureSize]
  /// What stands around every page, in the order of the languages.
  let furniture: [Furniture]
  let tags: Tags
  let order: ReadingOrder
  /// For each page (by its index), the articles that link to it.
  let backlinks: [[PageID]]
  let chronicle: Chronicle
  /// For each language, the articles that its home page puts first.
  let popular: [[PageID]]

  /// Yields in place: a page is read thousands of times, and a copy would count its references.
  subscript(id: PageID) -> Page {
    _read { yield pages[id.index] }
  }

  /// From a language's home down to the page's parent.
  func ancestors(of id: PageID) -> [PageID] {
    var chain: [PageID] = []
    var next = self[id].parent
    while let parent = next {
      chain.append(parent)
      next = self[parent].parent
    }
    return chain.reversed()
  }

  /// The same with another article in the place of one; all else is as it was resolved.
  func replacing(_ article: Article, _ leads: [Lead], at index: Int) -> Site {
    var site = self
    site.articles[index] = article
    site.leads[index] = leads
    return site
  }

  var languages: [String] { configuration.languages }

  func language(of page: Page) -> String { languages[page.language] }

  /// The absolute URL of a page.
  func address(of id: PageID) -> String { configuration.baseURL.text + "/" + self[id].href }

  /// The page in all its languages, and for everybody else in the first of them; empty when it has
  /// one alone.
  func alternates(of id: PageID) -> [(code: String, address: String)] {
    let pages = translations.alternates(of: id)
    guard let first = pages.first else { return [] }
    return pages.map { (language(of: self[$0]), address(of: $0)) }
      + [("x-default", address(of: first))]
  }

  /// Where Spravka's own pages of a language stand.
  func own(_ language: Int) -> OwnURLs { ContentPaths(languages: languages).own(language) }
}
