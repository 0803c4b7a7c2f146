// A tree → what a new article must get along with: categories, URLs, numbers, files. Of articles
// their front matter is read and nothing else, so that a site of ten thousand has an outline in a
// fraction of a second, and a broken article keeps nobody from writing another.

struct SiteOutline: Sendable {
  let configuration: Configuration
  let paths: ContentPaths
  let articles: [Article]
  let tree: PageTree
  let claims: URLClaims
  /// The page of each folder with articles: `content/ru/account`.
  let categories: [String: PageID]
  /// All paths that are taken, by their small letters.
  private let taken: [String: String]

  init(
    _ tree: SourceTree, folders: [String], _ configuration: Configuration, today: CalendarDate,
    jobs: Int
  ) async {
    let files = tree.markdown.filter { !ContentPaths.isPrivate($0.path) }
    articles = await files.parallelMap(jobs: jobs) { file in
      var front = FrontMatter()
      if firstInvalidUTF8(in: file.bytes) == nil { front = parseFrontMatter(file).frontMatter }
      return Article(path: file.path, front: front)
    }
    self.configuration = configuration
    paths = ContentPaths(languages: configuration.languages)
    // Drafts have their places too.
    let everything = Publication(includesDrafts: true, today: today)
    let pages = PageTreeBuilder(articles, configuration, everything).build()
    self.tree = pages
    let claims = URLClaims(articles, pages, paths)
    self.claims = claims
    let indexes = pages.pages.indices.filter { pages.pages[$0].kind != .article }
    categories = Dictionary(
      indexes.map { (String(claims.folderPath(of: pages.pages[$0]).dropLast()), PageID(index: $0)) }
    ) { first, _ in first }
    taken = Dictionary(
      (tree.markdown.map(\.path) + tree.others + folders).map { ($0.lowercased(), $0) }
    ) { first, _ in first }
  }

  /// The folder of a reading: `content/ru/account`.
  func folder(_ language: Int, _ parts: some Sequence<String>) -> String {
    (["content", paths.languages[language]] + parts).joined(separator: "/")
  }

  /// What stands at a path, or would on macOS and Windows.
  func twin(of path: String) -> String? { taken[path.lowercased()] }

  func article(at path: String) -> Article? {
    guard let page = tree.byPath[path], let source = tree.pages[page.index].source else {
      return nil
    }
    return articles[source]
  }

  /// The numbers that are in use.
  var ids: Set<Int> { Set(articles.compactMap(\.front.id?.value)) }
}

extension Article {
  /// A file of which the front matter alone is looked at.
  fileprivate init(path: String, front: FrontMatter) {
    self.init(
      path: path, front: front, body: Fragment(), references: [], headings: [], anchors: [],
      firstParagraph: "", summary: "", missingSummary: nil, inclusions: [], isUnreadable: false)
  }
}
