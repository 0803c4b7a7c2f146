// Enters what the tree and the front matter claim into the table of URLs: pages by their paths,
// `/open/<id>/` by their ids, aliases as they are written.

struct URLClaims {
  let articles: [Article]
  let tree: PageTree
  let paths: ContentPaths
  var table: URLTable
  var diagnostics: [Diagnostic] = []
  /// The indices of the articles that have an id, by the id.
  private var owners: [Int: [Int]] = [:]

  init(_ articles: [Article], _ tree: PageTree, _ paths: ContentPaths) {
    self.articles = articles
    self.tree = tree
    self.paths = paths
    table = URLTable(languages: paths.languages)
    for (index, page) in tree.pages.enumerated() { claim(page, PageID(index: index)) }
    for (index, page) in tree.pages.enumerated() {
      guard let source = page.source else { continue }
      let front = articles[source].front
      if let id = front.id { claim(id, of: source, page, PageID(index: index)) }
      for alias in front.aliases { claim(alias, of: articles[source], PageID(index: index)) }
    }
  }

  private mutating func claim(_ page: Page, _ id: PageID) {
    let file = page.source.map { articles[$0].path } ?? folderPath(of: page) + "_index.md"
    report(table.claim(page.url, .init(owner: .page(id), file: file, range: nil)))
    reportAwkwardName(of: page, file)
  }

  func folderPath(of page: Page) -> String {
    let language = paths.languages[page.language]
    return "content/\(language)/" + page.url.dropFirst(paths.prefix(of: page.language).count)
  }

  private mutating func reportAwkwardName(of page: Page, _ file: String) {
    guard page.kind != .home, let name = page.url.split(separator: "/").last else { return }
    guard !isPlainName(name) else { return }
    let better = slug(of: String(name))
    let what = page.kind == .article ? "file" : "folder"
    diagnostics.append(
      Diagnostic(
        .awkwardURL, "the name '\(name)' makes an awkward URL", file: file,
        hint: better.isEmpty
          ? "use small Latin letters, digits and hyphens"
          : "rename the \(what) to '\(better)\(page.kind == .article ? ".md" : "")'"))
  }

  private mutating func claim(
    _ id: Located<Int>, of source: Int, _ page: Page, _ pageID: PageID
  ) {
    let article = articles[source]
    // A translation has the same path in its own language, and bears the same id.
    let place = paths.split(article.path)
    let others = owners[id.value, default: []].filter { owner in
      paths.split(articles[owner].path)?.rest != place?.rest
    }
    // That of the same language is the one whose number was copied.
    let nearest = others.first { paths.split(articles[$0].path)?.language == place?.language }
    if let other = nearest ?? others.first {
      return diagnostics.append(duplicate(id.value, article, articles[other]))
    }
    owners[id.value, default: []].append(source)
    let url = paths.prefix(of: page.language) + "open/\(id.value)/"
    report(
      table.claim(url, .init(owner: .permalink(of: pageID), file: article.path, range: id.range)))
  }

  /// Of two languages the later one is told, since it is the one that translates.
  private func duplicate(_ id: Int, _ one: Article, _ other: Article) -> Diagnostic {
    let languages = [one, other].map { paths.split($0.path)?.language ?? 0 }
    let (article, first) = languages[0] < languages[1] ? (other, one) : (one, other)
    let expected = paths.translated(first.path, to: languages.max() ?? 0)
    let original = paths.translated(article.path, to: languages.min() ?? 0)
    let isRenamed =
      languages[0] != languages[1] && tree.byPath[expected] == nil && tree.byPath[original] == nil
    return Diagnostic(
      .duplicateID, "the id \(id) is taken by '\(first.path)'", file: article.path,
      range: article.front.id?.range,
      hint: isRenamed
        ? "if this is its translation, rename it to '\(expected)'; if not, give it another id"
        : "give one of the two articles another id")
  }

  private mutating func claim(_ alias: Located<String>, of article: Article, _ page: PageID) {
    switch aliasURL(alias.value) {
    case .success(let url):
      report(
        table.claim(url, .init(owner: .redirect(to: page), file: article.path, range: alias.range)))
    case .failure(let problem):
      diagnostics.append(
        Diagnostic(
          .invalidAlias, "the alias '\(alias.value)' \(problem.rawValue)", file: article.path,
          range: alias.range, hint: "an alias is a path of this site, such as 'old/article'"))
    }
  }

  private mutating func report(_ finding: Diagnostic?) {
    if let finding { diagnostics.append(finding) }
  }
}

enum AliasProblem: String, Error {
  case empty = "is empty"
  case outside = "leaves the site"
  case absolute = "is an address, not a path"
  case long = "is longer than a path of a file may be"
  case badCharacter = "has a character that cannot stand in a path"
}

/// `/old/article` → `old/article/`; a name that ends in `.html` stays a file.
func aliasURL(_ alias: String) -> Result<String, AliasProblem> {
  let path = percentDecoded(alias)
  let parts = path.split(separator: "/")
  if parts.isEmpty { return .failure(.empty) }
  if path.hasPrefix("//") || path.contains("://") { return .failure(.absolute) }
  let isBad = path.unicodeScalars.contains {
    $0.value < 0x20 || $0.value == 0x7F || "\\?#\"<>|*:".unicodeScalars.contains($0)
  }
  if isBad { return .failure(.badCharacter) }
  if parts.contains(where: { $0 == ".." || $0 == "." }) { return .failure(.outside) }
  // Names of 255 bytes are what disks take; the path has to leave room for the output folder.
  if path.utf8.count > 1024 || parts.contains(where: { $0.utf8.count > 255 }) {
    return .failure(.long)
  }
  let url = parts.joined(separator: "/")
  // Both names of a folder's page are one file.
  if parts.last == "index.html" { return .success(String(url.dropLast("index.html".utf8.count))) }
  return .success(url.hasSuffix(".html") ? url : url + "/")
}
