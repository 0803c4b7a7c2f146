// What Spravka's own lists claim: the tags of each language, the pages of lists that are too long for
// one, new and changed articles, search, the lists for scripts. Content has claimed before, so that a writer's name for a page is never taken away.

extension URLClaims {
  mutating func claimLists(_ tags: Tags) {
    for page in tree.pages where page.kind != .article {
      let file = page.source.map { articles[$0].path } ?? folderPath(of: page) + "_index.md"
      let entries = CategoryParts(of: page, tree.pages).entries.count
      claim(page.url, from: 2, entries: entries, file)
    }
    for language in paths.languages.indices {
      let own = tags.all(in: language)
      guard let first = own.first.flatMap({ file(of: $0) }) else { continue }
      claim(paths.own(language).tags, from: 1, entries: own.count, first)
    }
    for tag in tags.tags {
      claim(tag.url, from: 1, entries: tag.articles.count, file(of: tag) ?? "")
    }
  }

  mutating func claimOwnPages(
    _ chronicle: Chronicle, _ order: ReadingOrder, _ configuration: Configuration
  ) {
    // Whether one of these exists lies with the site, not with a file of it.
    let file = Configuration.path
    for language in tree.homes.indices {
      let own = paths.own(language)
      let (new, changes) = (chronicle.newArticles[language], chronicle.changes[language])
      if !new.isEmpty { claim(own.newArticles, from: 1, entries: new.count, file) }
      if !changes.isEmpty { claim(own.changes, from: 1, entries: changes.count, file) }
      claim(own.search, file)
      if configuration.feedback.via != .off { claim(own.feedback, file) }
      claim(own.categories, file)
      let count = order.articles.count { tree.pages[$0.index].language == language }
      for shard in 0..<SlugShards.count(of: count) { claim(own.slugs(shard: shard), file) }
    }
    for id in order.categories {
      let page = tree.pages[id.index]
      let own = paths.own(page.language)
      let file = page.source.map { articles[$0].path } ?? folderPath(of: page) + "_index.md"
      claim(own.children(ofCategory: page.url), file)
      // The lists of what is in `a.json/` stand in a folder that the list of `a/` would be.
      if page.url.hasSuffix(".json/") { claim(own.folder(ofCategory: page.url), file) }
    }
  }

  /// The file to be blamed for a tag: the first of its articles that names it.
  private func file(of tag: Tag) -> String? {
    tag.articles.first.flatMap { tree.pages[$0.index].source }.map { articles[$0].path }
  }

  /// - Parameter first: the number of the first page that is not content itself.
  private mutating func claim(_ list: String, from first: Int, entries: Int, _ file: String) {
    let count = ListPages.count(of: entries)
    guard first <= count else { return }
    for number in first...count {
      claim(ListPages.url(ofPage: number, of: list), file)
    }
  }

  private mutating func claim(_ url: String, _ file: String) {
    let claim = URLTable.Claim(owner: .list, file: file, range: nil)
    if let finding = table.claim(url, claim) { diagnostics.append(finding) }
  }
}
