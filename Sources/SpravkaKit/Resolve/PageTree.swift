// Articles → the tree of pages. Every folder that holds an article is a category, whether it has an
// `_index.md` or not; a language's folder is its home.

/// The pages of a site before links are looked at.
struct PageTree: Sendable {
  var pages: [Page] = []
  var homes: [PageID] = []
  /// The page of each published Markdown file, by the file's path.
  var byPath: [String: PageID] = [:]
  /// Paths of articles that are not published: drafts and those of a later day.
  var unpublished: Set<String> = []
  /// The URLs that they would have.
  var unpublishedURLs: Set<String> = []
  var diagnostics: [Diagnostic] = []
}

/// What decides whether an article is published.
struct Publication: Sendable {
  let includesDrafts: Bool
  let today: CalendarDate

  /// Whether the article is finished and waits for its day.
  func isScheduled(_ front: FrontMatter) -> Bool {
    !front.draft && front.publish.map { $0.value > today } ?? false
  }

  func publishes(_ front: FrontMatter) -> Bool {
    if includesDrafts { return true }
    if front.draft { return false }
    return front.publish.map { $0.value <= today } ?? true
  }
}

struct PageTreeBuilder {
  private let articles: [Article]
  private let paths: ContentPaths
  private let configuration: Configuration
  private var tree = PageTree()
  /// Pages of folders, by the folder's path: `content/ru/registration`.
  private var folders: [String: PageID] = [:]
  /// The `_index.md` of a folder, by the folder's path.
  private var indexes: [String: Int] = [:]

  init(_ articles: [Article], _ configuration: Configuration) {
    self.articles = articles
    self.configuration = configuration
    paths = ContentPaths(languages: configuration.languages)
  }

  /// - Returns: the tree; children stand as their files do.
  consuming func build(_ publication: Publication) -> PageTree {
    let published = articles.indices.filter { index in
      let article = articles[index]
      guard publication.publishes(article.front) else {
        tree.unpublished.insert(article.path)
        tree.unpublishedURLs.formUnion(urls(ofUnpublished: article))
        return false
      }
      return place(article)
    }
    for index in published where articles[index].isIndex {
      indexes[folder(of: articles[index].path)] = index
    }
    for language in configuration.languages {
      tree.homes.append(page(ofFolder: "content/" + language))
    }
    for index in published { add(index) }
    return tree
  }

  /// Where an article would be: at its path and under its number.
  private func urls(ofUnpublished article: Article) -> [String] {
    guard let (language, _) = paths.split(article.path) else { return [] }
    let open = article.front.id.map { "\(paths.prefix(of: language))open/\($0.value)/" }
    return [paths.pageURL(of: article.path), open].compactMap(\.self)
  }

  /// Whether the article has a place on the site; says so when it has none.
  private mutating func place(_ article: Article) -> Bool {
    if paths.split(article.path) != nil { return true }
    let parts = article.path.split(separator: "/")
    let known = nearestName(to: parts.count > 2 ? String(parts[1]) : "", among: paths.languages)
    tree.diagnostics.append(
      Diagnostic(
        .outsideLanguage, "this article is in no language's folder and is not published",
        file: article.path,
        hint: known.map { "did you mean 'content/\($0)/'?" }
          ?? "move it to 'content/\(paths.languages[0])/'"))
    return false
  }

  private mutating func add(_ index: Int) {
    let article = articles[index]
    guard let (language, _) = paths.split(article.path), let url = paths.pageURL(of: article.path)
    else { return }
    let parent = page(ofFolder: folder(of: article.path))
    if article.isIndex {
      tree.byPath[article.path] = parent
      return
    }
    let page = Page(
      kind: .article, language: language, source: index, url: url,
      href: percentEncodedPath(url),
      title: article.title, order: article.front.order ?? .max,
      isUnlisted: article.front.unlisted, parent: parent)
    tree.byPath[article.path] = append(page)
  }

  private mutating func append(_ page: Page) -> PageID {
    let id = PageID(index: tree.pages.count)
    tree.pages.append(page)
    if let parent = page.parent, !page.isUnlisted { tree.pages[parent.index].children.append(id) }
    return id
  }

  private mutating func page(ofFolder folder: String) -> PageID {
    if let known = folders[folder] { return known }
    let isHome = folder.split(separator: "/").count == 2
    let parent = isHome ? nil : page(ofFolder: self.folder(of: folder))
    let index = indexes[folder]
    let path = folder + "/_index.md"
    let front = index.map { articles[$0].front }
    let url = paths.pageURL(of: path) ?? ""
    let id = append(
      Page(
        kind: isHome ? .home : .category, language: paths.split(path)?.language ?? 0,
        source: index, url: url, href: percentEncodedPath(url),
        title: front?.title?.value ?? titleWithoutIndex(folder, isHome: isHome),
        order: front?.order ?? .max, isUnlisted: front?.unlisted ?? false, parent: parent))
    folders[folder] = id
    if index == nil, !tree.unpublished.contains(path) { reportMissingIndex(folder, path) }
    return id
  }

  private func titleWithoutIndex(_ folder: String, isHome: Bool) -> String {
    let name = folder.split(separator: "/").last.map(String.init) ?? ""
    if isHome { return configuration.title[name] ?? name }
    return name.replacing("-", with: " ").capitalizedFirst
  }

  private mutating func reportMissingIndex(_ folder: String, _ path: String) {
    tree.diagnostics.append(
      Diagnostic(
        .missingCategoryPage, "the category '\(folder)' has no page of its own", file: path,
        hint: "add this file with a title, an order and an introduction"))
  }

  private func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}

extension String {
  fileprivate var capitalizedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }
}
