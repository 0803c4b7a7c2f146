// The site's tree → JSON for scripts: all categories of a language, what stands in each, and the
// articles by the last part of their URLs. URLs are relative to where a list belongs, so the bytes do
// not depend on where the site lives, and a list is as long as the sidebar would show it.

struct NavigationFiles: Sendable {
  private let site: Site
  /// By the index of a category, how many articles are below it.
  private let counts: [Int]

  private let wording: Wording

  init(site: Site, counts: [Int], wording: Wording) {
    self.site = site
    self.counts = counts
    self.wording = wording
  }

  func outputs() -> [Output] {
    let slugs = site.homes.indices.map { language in
      SlugShards(of: site.order.articles.filter { site[$0].language == language }, site.pages)
    }
    var outputs: [Output] = []
    func add(_ path: String, _ make: @escaping @Sendable () -> [UInt8]) {
      outputs.append(Output(path: path, content: .made(make)))
    }
    for (language, slugs) in slugs.enumerated() {
      let own = site.own(language)
      add(own.categories) { categories(language: language, shards: slugs.shards.count) }
      for shard in slugs.shards.indices {
        add(own.slugs(shard: shard)) { articles(slugs.shards[shard], language: language) }
      }
    }
    for id in site.order.categories {
      add(site.own(site[id].language).children(ofCategory: site[id].url)) { children(of: id) }
    }
    return outputs
  }

  /// `{"shards":1,"categories":[["a/","Вход",21,1],…]}`.
  private func categories(language: Int, shards: Int) -> [UInt8] {
    let home = site[site.homes[language]]
    let own = site.order.categories.filter { site[$0].language == language }
    var json = Array("{\"shards\":\(shards),\"categories\":".utf8)
    json.appendList(own) { json, id in
      let hasChildren = site[id].children.isEmpty ? 0 : 1
      append(site[id], from: home, ",\(counts[id.index]),\(hasChildren)", to: &json)
    }
    return json + "}\n".utf8
  }

  /// `{"items":[["qr/","Как войти по QR-коду",0],["account/","Аккаунт",1]],"more":false}`.
  private func children(of category: PageID) -> [UInt8] {
    let page = site[category]
    let shown = page.children.prefix(SidebarRenderer.longest)
    var json = Array("{\"items\":".utf8)
    json.appendList(shown) { json, id in
      append(site[id], from: page, site[id].kind == .category ? ",1" : ",0", to: &json)
    }
    return json + ",\"more\":\(shown.count < page.children.count)}\n".utf8
  }

  /// `{"qr":[["a/qr/","Как войти по QR-коду"]]}`.
  private func articles(
    _ shard: [(slug: String, articles: [PageID])], language: Int
  ) -> [UInt8] {
    let home = site[site.homes[language]]
    var json: [UInt8] = [.openBrace]
    for (index, entry) in shard.enumerated() {
      if index > 0 { json.append(.comma) }
      json.append(json: entry.slug)
      json.append(.colon)
      json.appendList(entry.articles) { json, id in append(site[id], from: home, "", to: &json) }
    }
    return json + "}\n".utf8
  }

  /// Appends the URL of a page as seen from another, its title, and what else is said of it.
  private func append(_ page: Page, from other: Page, _ rest: String, to json: inout [UInt8]) {
    json.append(.openBracket)
    json.append(json: relativeURL(from: other.href, to: page.href))
    json.append(.comma)
    json.append(json: wording.plain(page.title, page.language))
    json.append(contentsOf: rest.utf8)
    json.append(.closeBracket)
  }
}

extension [UInt8] {
  fileprivate mutating func appendList(
    _ pages: some Sequence<PageID>, _ append: (inout [UInt8], PageID) -> Void
  ) {
    self.append(.openBracket)
    for (index, page) in pages.enumerated() {
      if index > 0 { self.append(.comma) }
      append(&self, page)
    }
    self.append(.closeBracket)
  }
}
