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

struct PageTreeBuilder {
  private let articles: [Article]
  private let paths: ContentPaths
  private let configuration: Configuration
  private let publication: Publication
  private var tree = PageTree()
  /// Pages of folders, by the folder's path: `content/ru/registration`.
  private var folders: [String: PageID] = [:]
  /// The `_index.md` of a folder, by the folder's path.
  private var indexes: [String: Int] = [:]
  /// Categories that are in no list, with all that stands below them.
  private var hidden: Set<PageID> = []

  init(_ articles: [Article], _ configuration: Configuration, _ publication: Publication) {
    self.articles = articles
    self.configuration = configuration
    self.publication = publication
    paths = ContentPaths(languages: configuration.languages)
  }

  /// - Returns: the tree; children stand as their files do.
  consuming func build() -> PageTree {
    let published = articles.indices.filter { index in
      let article = articles[index]
      guard publication.state(of: article.front).presence(on: .page) != .nothing else {
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
    keepExpiredCategories()
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
    let state = publication.state(of: article.front)
    let page = Page(
      kind: .article, language: language, source: index, url: url,
      href: percentEncodedPath(url),
      title: article.title, order: article.front.order ?? .max, state: state, parent: parent)
    tree.byPath[article.path] = append(page)
  }

  /// Below a hidden category an article that would be in the lists is in those of its category
  /// alone.
  private mutating func append(_ page: Page) -> PageID {
    let id = PageID(index: tree.pages.count)
    var page = page
    if let parent = page.parent {
      if page.state.isItself(on: .navigation) { tree.pages[parent.index].children.append(id) }
      if hidden.contains(parent) {
        hidden.insert(id)
        if page.state == .published { page.state = .unlisted }
      }
    }
    tree.pages.append(page)
    return id
  }

  /// An expired category stays while something in it is listed, under its title, without its text.
  private mutating func keepExpiredCategories() {
    // Categories stand before what is in them.
    for index in tree.pages.indices.reversed() where tree.pages[index].state == .expired {
      let page = tree.pages[index]
      guard !page.children.isEmpty, let parent = page.parent else { continue }
      tree.pages[index].state = hidden.contains(PageID(index: index)) ? .unlisted : .published
      tree.pages[index].isTextGone = true
      if page.source.map({ !articles[$0].front.unlisted }) ?? true {
        tree.pages[parent.index].children.append(PageID(index: index))
      }
    }
  }

  private mutating func page(ofFolder folder: String) -> PageID {
    if let known = folders[folder] { return known }
    let isHome = folder.split(separator: "/").count == 2
    let parent = isHome ? nil : page(ofFolder: self.folder(of: folder))
    let index = indexes[folder]
    let path = folder + "/_index.md"
    let front = index.map { articles[$0].front }
    let state = front.map(publication.state(of:)) ?? .published
    let url = paths.pageURL(of: path) ?? ""
    let id = append(
      Page(
        kind: isHome ? .home : .category, language: paths.split(path)?.language ?? 0,
        source: index, url: url, href: percentEncodedPath(url),
        title: front?.title?.value ?? titleWithoutIndex(folder, isHome: isHome),
        order: front?.order ?? .max, state: isHome ? .published : state, parent: parent))
    folders[folder] = id
    if !isHome, front?.unlisted == true { hidden.insert(id) }
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
