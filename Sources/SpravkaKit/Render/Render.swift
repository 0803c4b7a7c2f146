// A resolved site → the sorted list of recipes for all its files. No byte of a page is made here:
// each recipe makes its own when it is asked.

func render(_ site: Site, with theme: Theme, jobs: Int) async -> [Output] {
  let renderer = await PageRenderer(site: site, theme: theme, jobs: jobs)
  let page: @Sendable (PageID) -> [UInt8] = { renderer.render($0) }
  var outputs = site.pages.indices.map { index in
    let id = PageID(index: index)
    return Output(path: site[id].url + "index.html", content: .made { page(id) })
  }
  for (language, home) in site.homes.enumerated() {
    let content = Output.Content.made { renderer.renderNotFound(language: language) }
    outputs.append(Output(path: site[home].url + "404.html", content: content))
  }
  outputs += theme.assets.map { Output(path: $0.url, content: .bytes($0.bytes)) }
  outputs += site.files.map { Output(path: $0.url, content: .copy(of: $0.path)) }
  return outputs.sorted { pathPrecedes($0.path, $1.path) }
}
