// From a file's path to its place on the site: `content/ru/a/b.md` → `a/b/`, and
// `content/en/a/b.md` → `en/a/b/` where `ru` is the first language.

/// Where the languages of a site live, in content and in URLs.
struct ContentPaths: Sendable {
  /// What stands here is copied to the root of the output as it is.
  static let staticFolder = "content/_static/"

  let languages: [String]
  private let byName: [String: Int]

  init(languages: [String]) {
    self.languages = languages
    byName = Dictionary(languages.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// What stands before every URL path of a language: nothing for the first one.
  func prefix(of language: Int) -> String { language == 0 ? "" : languages[language] + "/" }

  /// The language of a path and its rest: `content/ru/a/b.md` → (0, `a/b.md`).
  func split(_ path: String) -> (language: Int, rest: Substring)? {
    let parts = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "content", let language = byName[String(parts[1])] else {
      return nil
    }
    return (language, parts[2])
  }

  /// The URL of the page of a Markdown file; nil when no language holds it.
  func pageURL(of path: String) -> String? {
    guard let (language, rest) = split(path) else { return nil }
    let stem = rest.dropLast(".md".utf8.count)
    if stem == "_index" { return prefix(of: language) }
    if stem.hasSuffix("/_index") {
      return prefix(of: language) + stem.dropLast("_index".utf8.count)
    }
    return prefix(of: language) + stem + "/"
  }

  /// The path below the output's root under which a file is published.
  func fileURL(of path: String) -> String {
    guard let (language, rest) = split(path) else {
      let isStatic = path.hasPrefix(Self.staticFolder)
      return String(path.dropFirst(isStatic ? Self.staticFolder.utf8.count : "content/".utf8.count))
    }
    return prefix(of: language) + rest
  }

  /// Whether a file stands in a folder whose name begins with `_`: such are not published.
  static func isPrivate(_ path: String) -> Bool {
    path.utf8.split(separator: .slash).dropLast().contains { $0.first == UInt8(ascii: "_") }
  }
}
