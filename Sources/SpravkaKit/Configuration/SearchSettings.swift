/// What the owner teaches the search of one language: `search: {ru: {…}}`.
struct SearchSettings: Sendable, Equatable {
  /// Groups of words that mean the same.
  var synonyms: [[String]] = []
  /// A word, and others that are searched too when it is asked for, but not the other way.
  var oneWaySynonyms: [OneWaySynonym] = []
  var pinned: [PinnedAnswer] = []
  /// Queries offered as examples on the home page.
  var examples: [String] = []
}

struct OneWaySynonym: Sendable, Equatable {
  let word: String
  let others: [String]
}

/// An article that comes first for a query.
struct PinnedAnswer: Sendable, Equatable {
  let query: String
  /// The article's path below `content/<language>/`.
  let article: Located<String>
}

extension SearchSettings {
  init(from fields: inout Fields) {
    synonyms =
      fields.items("synonyms") { fields, group in
        fields.lines(group, "an item of 'synonyms'")?.map(\.value)
      } ?? []
    oneWaySynonyms =
      fields.entries("oneWaySynonyms") { fields, pair in
        fields.lines(pair.value, quoted(pair.key)).map {
          OneWaySynonym(word: pair.key, others: $0.map(\.value))
        }
      } ?? []
    pinned =
      fields.entries("pinned") { fields, pair in
        fields.line(pair.value, quoted(pair.key)).map {
          PinnedAnswer(query: pair.key, article: $0)
        }
      } ?? []
    examples = fields.lines("examples")?.map(\.value) ?? []
  }
}
