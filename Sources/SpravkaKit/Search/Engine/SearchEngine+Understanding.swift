// A text → the words to rank by. What the index knows is enough for most queries; only the others
// are corrected. The browser's templates/search/understand.js.

extension SearchEngine {
  private static let partFactor = 0.4

  /// - Parameter isExact: whether the text is searched as it is, whatever the index knows.
  mutating func understand(_ text: String, isExact: Bool) -> SearchQuery {
    var query = SearchQuery(text, &book)
    gather(&query)
    let isDoubtful = !query.unknown(from: 2).isEmpty || !query.unsure.isEmpty
    if !isExact, isDoubtful { query = corrected(query) }
    settle(&query)
    return query
  }

  /// Of a word that is known as a whole, its parts count a little.
  private func settle(_ query: inout SearchQuery) {
    for unit in query.units where query.words[unit.word].level > .none {
      for part in unit.parts where query.words[part].level > .byPrefix {
        for (term, factor) in query.words[part].candidates.list {
          query.words[unit.word].add(term, Self.partFactor * factor, .none)
        }
      }
    }
  }
}

extension SearchQuery {
  /// Words that the index does not know and that may be mistyped. A number is meant as it is.
  func unknown(from length: Int) -> [Int] {
    spoken.filter {
      let word = words[$0]
      return word.level == .none && !word.isStop && word.form.count >= length
        && !word.form.isExactName
    }
  }

  /// Words that are known by their root alone, in no form that was seen.
  var unsure: [Int] { spoken.filter { words[$0].level == .byRoot && !words[$0].isForm } }
}
