// A resolved site → the sorted list of recipes for all its files. No byte of a page is made here:
// each recipe makes its own when it is asked.

/// How every file of a site is made, but for the data of its search.
struct Recipes: Sendable {
  let renderer: PageRenderer
  let outputs: [Output]

  init(of site: Site, with theme: Theme, jobs: Int) async {
    let renderer = await PageRenderer(site: site, theme: theme, jobs: jobs)
    // One for all: a closure that holds a renderer of its own is a copy of it.
    let page: @Sendable (PageID) -> [UInt8] = { renderer.render($0) }
    var outputs = site.pages.indices.map { index in
      let id = PageID(index: index)
      return Output(path: site[id].url + "index.html", content: .made { page(id) })
    }
    outputs += lists(of: site, renderer)
    outputs += ownPages(of: site, renderer)
    outputs += NavigationFiles(site: site, counts: renderer.counts, wording: renderer.wording)
      .outputs()
    outputs += redirectPages(of: site, renderer)
    // What the owner has brought along under one of these names stands in its place.
    let brought = Set(site.files.map(\.url))
    outputs += publishingFiles(of: site, renderer).filter { !brought.contains($0.path) }
    let scripts = theme.searchScripts
    outputs += ([("search/api.js", scripts.door)] + scripts.others).map {
      Output(path: $0.0, content: .bytes($0.1))
    }
    outputs += (theme.assets + renderer.words).map {
      Output(path: $0.url, content: .bytes($0.bytes))
    }
    outputs += site.files.map { Output(path: $0.url, content: .copy(of: $0.path)) }
    self.renderer = renderer
    self.outputs = outputs
  }

  /// All recipes in the order of their paths.
  func sorted(adding others: [Output]) -> [Output] {
    (outputs + others).sorted { pathPrecedes($0.path, $1.path) }
  }
}

/// The pages of lists that are no pages of content: what follows of long categories, tags, and what
/// goes by days.
private func lists(of site: Site, _ renderer: PageRenderer) -> [Output] {
  var outputs: [Output] = []
  func add(
    _ url: String, from first: Int = 1, entries: Int,
    _ make: @escaping @Sendable (Int) -> [UInt8]
  ) {
    let count = ListPages.count(of: entries)
    guard first <= count else { return }
    for number in first...count {
      let path = ListPages.url(ofPage: number, of: url) + "index.html"
      outputs.append(Output(path: path, content: .made { make(number) }))
    }
  }
  let category: @Sendable (PageID, Int) -> [UInt8] = { renderer.render($0, page: $1) }
  let tagged: @Sendable (TagID, Int) -> [UInt8] = { renderer.render($0, page: $1) }
  for index in site.pages.indices where site.pages[index].kind != .article {
    let id = PageID(index: index)
    let entries = CategoryParts(of: site[id], site.pages).entries.count
    add(site[id].url, from: 2, entries: entries) { category(id, $0) }
  }
  for language in site.homes.indices {
    let own = site.own(language)
    let count = site.tags.all(in: language).count
    if count > 0 {
      add(own.tags, entries: count) { renderer.renderTags(language: language, page: $0) }
    }
    let (new, changes) = (site.chronicle.newArticles[language], site.chronicle.changes[language])
    if !new.isEmpty {
      add(own.newArticles, entries: new.count) {
        renderer.renderNewArticles(language: language, page: $0)
      }
    }
    if !changes.isEmpty {
      add(own.changes, entries: changes.count) {
        renderer.renderChanges(language: language, page: $0)
      }
    }
  }
  for index in site.tags.tags.indices {
    let id = TagID(index: index)
    let tag = site.tags[id]
    add(tag.url, entries: tag.articles.count) { tagged(id, $0) }
  }
  return outputs
}

/// The single pages that are neither content nor lists.
private func ownPages(of site: Site, _ renderer: PageRenderer) -> [Output] {
  var outputs: [Output] = []
  func add(_ path: String, _ make: @escaping @Sendable () -> [UInt8]) {
    outputs.append(Output(path: path, content: .made(make)))
  }
  for (language, home) in site.homes.enumerated() {
    let own = site.own(language)
    add(site[home].url + "404.html") { renderer.renderNotFound(language: language) }
    add(own.search + "index.html") { renderer.renderSearch(language: language) }
    if site.configuration.feedback.via != .off {
      add(own.feedback + "index.html") { renderer.renderFeedback(language: language) }
    }
  }
  return outputs
}

/// What servers and machines read.
private func publishingFiles(of site: Site, _ renderer: PageRenderer) -> [Output] {
  headerFile(of: site, renderer.policy) + nginxFile(of: site, renderer.policy)
    + redirectLists(of: site) + sitemap(of: site) + robots(of: site) + feeds(of: site, renderer)
    + manifestFile(of: site) + articleData(of: site, renderer)
    + markdownCopies(of: site, renderer) + languageModelIndexes(of: site, renderer)
}
