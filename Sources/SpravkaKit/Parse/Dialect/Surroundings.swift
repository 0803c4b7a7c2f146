// What an article's text asks of the site that it belongs to: the words of its language, the names
// of editions, the snippets that it may include. All of it is read before articles are.

/// The site, as far as parsing an article needs it.
struct Surroundings: Sendable {
  /// The code of the language: `ru`.
  var language = ""
  /// The words of the language.
  var words = Strings()
  var editions: [Edition] = []
  var snippets = Snippets(files: [], languages: [])
  /// Where the summary is shown unless the article says otherwise.
  var summary = SummaryPlace.here
  /// Whether raw HTML is kept.
  var html = false
  /// How prose is set; nil leaves it as it was typed.
  var typography: Typography?
  /// What is looked for besides faults.
  var lint = Lint()
}

extension Surroundings {
  /// Those of each language of a site.
  static func all(_ configuration: Configuration, _ words: [Strings], snippets: [SourceFile])
    -> [String: Surroundings]
  {
    let languages = configuration.languages
    var all: [String: Surroundings] = [:]
    for (language, words) in zip(languages, words) {
      all[language] = Surroundings(
        language: language, words: words, editions: configuration.editions,
        snippets: Snippets(files: snippets, languages: [language, languages[0]]),
        summary: configuration.summary, html: configuration.markdown.html,
        typography: configuration.markdown.typography ? Typography(language: language) : nil,
        lint: Lint(Levels(configuration.levels), words))
    }
    return all
  }
}

/// The files below `_snippets/`, as the articles of one language see them.
struct Snippets: Sendable {
  /// By what `file=` says.
  private let byName: [String: SourceFile]
  /// The folder of the language itself.
  private let folder: String

  /// - Parameters:
  ///   - files: all Markdown files in folders that are not published.
  ///   - languages: where to look, the first place first.
  init(files: [SourceFile], languages: [String]) {
    folder = Self.folder(of: languages.first ?? "")
    var byName: [String: SourceFile] = [:]
    for language in languages.reversed() {
      let folder = Self.folder(of: language)
      for file in files where file.path.hasPrefix(folder) {
        byName[String(file.path.dropFirst(folder.count))] = file
      }
    }
    self.byName = byName
  }

  subscript(name: String) -> SourceFile? { byName[name] }

  /// All names, sorted.
  var names: [String] { byName.keys.sorted(by: pathPrecedes) }

  /// Whether a snippet is one of another language, in which the article's own has none.
  func isBorrowed(_ file: SourceFile) -> Bool { !file.path.hasPrefix(folder) }

  private static func folder(of language: String) -> String { "content/\(language)/_snippets/" }
}
