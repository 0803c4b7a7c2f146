/// What several articles of one language have in common by their writers' word.
struct Tag: Sendable {
  /// An index into the configuration's languages.
  let language: Int
  /// As most articles spell it.
  let name: String
  /// The path below the site's root, ending in a slash: `tags/parol/`; plain ASCII.
  let url: String
  /// The listed articles, by title; never empty.
  let articles: [PageID]
}

typealias TagID = EntityID<Tag>

/// The tags of a site.
struct Tags: Sendable {
  /// By language, then as the language sorts their names.
  let tags: [Tag]
  /// By the index of an article: its tags in the order in which it names them.
  let ofArticle: [[TagID]]

  subscript(id: TagID) -> Tag { tags[id.index] }

  /// The tags of a language.
  func all(in language: Int) -> [Tag] { tags.filter { $0.language == language } }
}
