// What Spravka's own lists claim: the tags of each language, and the pages of lists that are too
// long for one. Content has claimed before, so that a writer's name for a page is never taken away.

extension URLClaims {
  mutating func claimLists(_ tags: Tags) {
    for page in tree.pages where page.kind != .article {
      let file = page.source.map { articles[$0].path } ?? folderPath(of: page) + "_index.md"
      claim(page.url, from: 2, entries: page.children.count, file)
    }
    for language in paths.languages.indices {
      let own = tags.all(in: language)
      guard let first = own.first.flatMap({ file(of: $0) }) else { continue }
      claim(Tags.url(paths, language: language), from: 1, entries: own.count, first)
    }
    for tag in tags.tags {
      claim(tag.url, from: 1, entries: tag.articles.count, file(of: tag) ?? "")
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
      let url = ListPages.url(ofPage: number, of: list)
      let claim = URLTable.Claim(owner: .list, file: file, range: nil)
      if let finding = table.claim(url, claim) { diagnostics.append(finding) }
    }
  }
}
