// The Markdown of a tree → parsed articles, those taken over that were parsed before from the same
// bytes and in the same surroundings.

struct ParsedFiles: Sendable {
  /// Sorted by path; snippets are not among them.
  let files: [SourceFile]
  /// In the order of `files`.
  let articles: [ParsedArticle]
  let snippets: [SourceFile]
  private let configuration: SourceFile?
  private let strings: [Strings]
  /// What parsing needs to know of the site, by language.
  private let surroundings: [String: Surroundings]
  private let languages: [String]

  init(
    _ tree: SourceTree, _ configuration: Configuration, _ strings: [Strings],
    knowing known: ParsedFiles?, jobs: Int
  ) async {
    let files = tree.markdown.filter { !ContentPaths.isPrivate($0.path) }
    let snippets = tree.markdown.filter { ContentPaths.isPrivate($0.path) }
    let surroundings = Surroundings.all(configuration, strings, snippets: snippets)
    let languages = configuration.languages
    let isSame =
      known?.configuration?.bytes == tree.configuration?.bytes && known?.strings == strings
      && known?.snippets.map(\.path) == snippets.map(\.path)
    let usable = isSame ? known : nil
    let changed = Set(
      zip(usable?.snippets ?? [], snippets).filter { $0.bytes != $1.bytes }.map(\.0.path))
    articles = await files.parallelMap(jobs: jobs) { file in
      var parsed =
        usable?.article(of: file, unlessIncluding: changed)
        ?? Self.parse(file, surroundings, languages)
      parsed.article.lastChange = tree.history.changes[file.path]
      return parsed
    }
    self.files = files
    self.snippets = snippets
    self.surroundings = surroundings
    self.languages = languages
    self.strings = strings
    self.configuration = tree.configuration
  }

  /// The place of a file; nil when there is none of that path.
  func index(of path: String) -> Int? {
    var (low, high) = (0, files.count)
    while low < high {
      let middle = (low + high) / 2
      if pathPrecedes(files[middle].path, path) { low = middle + 1 } else { high = middle }
    }
    return low < files.count && files[low].path == path ? low : nil
  }

  /// What a file holds that stands in the place of one of these.
  func parsing(_ file: SourceFile, inPlaceOf index: Int) -> ParsedArticle {
    var parsed = Self.parse(file, surroundings, languages)
    parsed.article.lastChange = articles[index].article.lastChange
    return parsed
  }

  private func article(
    of file: SourceFile, unlessIncluding changed: Set<String>
  ) -> ParsedArticle? {
    guard let index = index(of: file.path), files[index].bytes == file.bytes else { return nil }
    let parsed = articles[index]
    let isTouched = parsed.article.inclusions.contains { changed.contains($0.path) }
    return isTouched ? nil : parsed
  }

  private static func parse(
    _ file: SourceFile, _ surroundings: [String: Surroundings], _ languages: [String]
  ) -> ParsedArticle {
    let language = ContentPaths(languages: languages).split(file.path).map {
      languages[$0.language]
    }
    return parseArticle(file, in: surroundings[language ?? ""] ?? Surroundings())
  }
}
