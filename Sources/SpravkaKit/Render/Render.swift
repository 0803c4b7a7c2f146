// A resolved site → the sorted list of recipes for all its files. No byte of a page is made here:
// each recipe makes its own when it is asked.

func render(_ site: Site, with theme: Theme, jobs: Int) async -> [Output] {
  let renderer = await PageRenderer(site: site, theme: theme, jobs: jobs)
  let page: @Sendable (PageID) -> [UInt8] = { renderer.render($0) }
  var outputs = site.pages.indices.map { index in
    let id = PageID(index: index)
    return Output(path: site[id].url + "index.html", content: .made { page(id) })
  }
  outputs += lists(of: site, renderer)
  for (language, home) in site.homes.enumerated() {
    let content = Output.Content.made { renderer.renderNotFound(language: language) }
    outputs.append(Output(path: site[home].url + "404.html", content: content))
  }
  outputs += theme.assets.map { Output(path: $0.url, content: .bytes($0.bytes)) }
  outputs += site.files.map { Output(path: $0.url, content: .copy(of: $0.path)) }
  return outputs.sorted { pathPrecedes($0.path, $1.path) }
}

/// The pages of lists that are no pages of content: what follows of long categories, and tags.
private func lists(of site: Site, _ renderer: PageRenderer) -> [Output] {
  var outputs: [Output] = []
  func add(
    _ url: String, from first: Int, entries: Int, _ make: @escaping @Sendable (Int) -> [UInt8]
  ) {
    let count = ListPages.count(of: entries)
    guard first <= count else { return }
    for number in first...count {
      let path = ListPages.url(ofPage: number, of: url) + "index.html"
      outputs.append(Output(path: path, content: .made { make(number) }))
    }
  }
  for index in site.pages.indices where site.pages[index].kind != .article {
    let id = PageID(index: index)
    add(site[id].url, from: 2, entries: site[id].children.count) { renderer.render(id, page: $0) }
  }
  for language in site.homes.indices {
    let count = site.tags.all(in: language).count
    guard count > 0 else { continue }
    add(site.tagsURL(language: language), from: 1, entries: count) {
      renderer.renderTags(language: language, page: $0)
    }
  }
  for index in site.tags.tags.indices {
    let id = TagID(index: index)
    let tag = site.tags[id]
    add(tag.url, from: 1, entries: tag.articles.count) { renderer.render(id, page: $0) }
  }
  return outputs
}
