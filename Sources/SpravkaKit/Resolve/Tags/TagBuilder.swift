// The tags of all articles → the pages that they get, and what is wrong with them. Tags with the
// same slug are one tag, whatever their spelling; those with the same stems are reported (TagTwins.swift).

struct TagBuilder {
  private let articles: [Article]
  private let tree: PageTree
  private let order: ReadingOrder
  private let paths: ContentPaths
  private var found: [TagUses] = []
  /// By language and slug, an index into `found`.
  private var byKey: [String: Int] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ articles: [Article], _ tree: PageTree, _ order: ReadingOrder, _ paths: ContentPaths) {
    self.articles = articles
    self.tree = tree
    self.order = order
    self.paths = paths
  }

  /// - Parameter languages: those of the site, which sort the names of tags.
  mutating func build(languages: [String], jobs: Int) async -> Tags {
    for id in order.articles.sorted(by: { $0.index < $1.index }) { addTags(of: id) }
    guard !found.isEmpty else {
      return Tags(tags: [], ofArticle: Array(repeating: [], count: articles.count))
    }
    diagnostics += twins(among: found)
    let collations = languages.map(Collation.init(language:))
    let tree = tree
    let paths = paths
    let tags = await found.parallelMap(jobs: jobs) { tag in
      Tag(
        language: tag.language, name: tag.name,
        url: "\(paths.own(tag.language).tags)\(tag.slug)/",
        articles: tag.uses.map(\.page).sorted {
          collations[tag.language].precedes(tree.pages[$0.index].title, tree.pages[$1.index].title)
            ?? pathPrecedes(tree.pages[$0.index].url, tree.pages[$1.index].url)
        })
    }
    let sorted = tags.indices.sorted { left, right in
      let (left, right) = (tags[left], tags[right])
      if left.language != right.language { return left.language < right.language }
      return collations[left.language].precedes(left.name, right.name)
        ?? pathPrecedes(left.url, right.url)
    }
    return Tags(tags: sorted.map { tags[$0] }, ofArticle: idsOfArticles(sorted))
  }

  /// - Parameter sorted: indices into `found`, in the order of the tags.
  private func idsOfArticles(_ sorted: [Int]) -> [[TagID]] {
    var ids: [Int: TagID] = [:]
    for (place, index) in sorted.enumerated() { ids[index] = TagID(index: place) }
    return articles.map { article in
      guard !article.front.tags.isEmpty, let (language, _) = paths.split(article.path) else {
        return []
      }
      var named: [TagID] = []
      for tag in article.front.tags {
        guard let index = byKey[key(language, slug(ofTag: tag.value))], let id = ids[index] else {
          continue
        }
        if !named.contains(id) { named.append(id) }
      }
      return named
    }
  }

  private func key(_ language: Int, _ slug: String) -> String { "\(language)/\(slug)" }

  private mutating func addTags(of id: PageID) {
    let page = tree.pages[id.index]
    guard let source = page.source else { return }
    var seen: Set<Int> = []
    for tag in articles[source].front.tags {
      let slug = slug(ofTag: tag.value)
      if let problem = problem(with: slug) {
        diagnostics.append(
          Diagnostic(
            .invalidTag, "the tag \(quoted(tag.value)) \(problem.message)",
            file: articles[source].path, range: tag.range, hint: problem.hint))
        continue
      }
      let index = byKey[key(page.language, slug)] ?? found.count
      if index == found.count {
        byKey[key(page.language, slug)] = index
        found.append(TagUses(language: page.language, slug: slug))
      }
      // Naming a tag twice shows nothing twice.
      if seen.insert(index).inserted {
        found[index].add(TagUses.Use(tag: tag, file: articles[source].path, page: id))
      }
    }
  }

  private func problem(with slug: String) -> (message: String, hint: String)? {
    if slug.isEmpty {
      return (
        "is left out: none of its letters can stand in an address",
        "write it with letters of the Latin or the Cyrillic alphabet"
      )
    }
    // Longer names of folders are refused by file systems.
    guard slug.utf8.count > 100 else { return nil }
    return ("is left out: it is too long for an address", "say it in a few words")
  }
}
