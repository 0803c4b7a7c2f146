// Where the pages and files of a language stand that Spravka makes by itself. The names at the top
// are reserved (URLTable.swift), so content never gets in their way.

struct OwnURLs: Sendable {
  /// Of the language: nothing, or `en/`.
  let prefix: String

  var newArticles: String { prefix + "new/" }
  var changes: String { prefix + "changes/" }
  var tags: String { prefix + "tags/" }
  var search: String { prefix + "search/" }
  var feedback: String { prefix + "feedback/" }
  /// The list of all categories.
  var categories: String { prefix + "nav.json" }

  /// What stands in a category: `en/a/b/` → `en/nav/a/b.json`.
  func children(ofCategory url: String) -> String { folder(ofCategory: url) + ".json" }

  /// The folder of the same of its own categories: `en/nav/a/b`.
  func folder(ofCategory url: String) -> String {
    prefix + "nav/" + url.dropFirst(prefix.utf8.count).dropLast()
  }

  /// Articles by the last part of their URLs.
  func slugs(shard: Int) -> String { "\(prefix)nav/slugs/\(shard).json" }
}

extension ContentPaths {
  func own(_ language: Int) -> OwnURLs { OwnURLs(prefix: prefix(of: language)) }
}
