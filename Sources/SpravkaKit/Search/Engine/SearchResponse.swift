// What a search finds, as the browser's engine gives it to pages.

struct SearchResponse: Sendable {
  /// One an article, best first.
  var results: [SearchResult]
  var answer: SearchAnswer?
  /// The text that was searched instead of what was typed.
  var corrected: String?
  /// How many articles match at all.
  var total: Int
  /// Whether no article holds the phrases in quotes; what is found holds their words.
  var isLoose: Bool
}

struct SearchResult: Sendable {
  /// The article's number in the index.
  let document: Int
  /// With the base path.
  let url: String
  let title: String
  /// Of the best section; empty for the beginning of the article.
  let anchor: String
  /// The title of that section, else the article's.
  let section: String
  let category: (title: String, url: String)?
  let editions: [String]
  let score: Double
  /// Other good sections.
  let sections: [DocumentRecord.Section]
  /// One a word of the query.
  let fits: [WordFit]
}

/// The short answer of the best article.
struct SearchAnswer: Sendable {
  let url: String
  let title: String
  let summary: String
}

/// How well a word of the query fits a document.
struct WordFit: Sendable {
  /// As it was searched.
  let word: Letters
  let idf: Double
  /// Of the best candidate that the document holds, and its stem.
  var factor = 0.0
  var stem: Letters = []
  /// Of the best one in the title.
  var titled = 0.0
  /// A bit for each section that holds it.
  var sections: UInt32 = 0
}
