// The feeds of a site: each belongs to a list («Новые статьи», «Изменения в статьях») and is there
// when the list is. Its entries are the newest of the list's, so the two cannot part.

/// A feed of one language.
struct Feed: Sendable, Equatable {
  enum Kind: CaseIterable, Sendable { case newArticles, changes }

  let kind: Kind
  let language: Int
  /// Below the site's root.
  let url: String
  /// Of the list to which it belongs.
  let list: String
}

extension Site {
  /// All feeds, by language.
  var feeds: [Feed] {
    guard configuration.outputs.feeds else { return [] }
    return homes.indices.flatMap { language in
      Feed.Kind.allCases.compactMap { feed($0, language: language) }
    }
  }

  /// Nil where the language has no such list, or site.yml wants no feeds.
  func feed(_ kind: Feed.Kind, language: Int) -> Feed? {
    guard configuration.outputs.feeds else { return nil }
    let own = own(language)
    let (list, isEmpty) =
      switch kind {
      case .newArticles: (own.newArticles, chronicle.newArticles[language].isEmpty)
      case .changes: (own.changes, chronicle.changes[language].isEmpty)
      }
    return isEmpty
      ? nil : Feed(kind: kind, language: language, url: list + "feed.xml", list: list)
  }
}
