// The door of the engine: a text → what the reader sees. The browser's templates/search/api.js, and
// of excerpts.js what decides about results.

struct SearchOptions {
  var limit = 10
  /// Leaves out what is about other editions only.
  var edition: String?
  /// Whether the text is searched as it is.
  var isExact = false
}

/// Documents in the order in which readers see them, before anything is said of them.
struct SearchFindings {
  let query: SearchQuery
  let found: [RankedDocument]
  let total: Int
  /// Whether no article holds the phrases in quotes.
  let isLoose: Bool
}

extension SearchEngine {
  /// So many more than asked for may rise by a second look, by at most so much.
  private static let more = 4
  private static let mostBonus = 1.45
  private static let mostWithPhrases = 20
  private static let partFactor = 0.4

  mutating func search(_ text: String, _ options: SearchOptions) -> SearchResponse {
    let findings = find(text, options)
    let known = knownStems(of: findings.query)
    var results: [SearchResult] = []
    for one in findings.found { results.append(result(one, findings.query, known)) }
    return SearchResponse(
      results: results, answer: answer(of: SearchResult.surest(of: results)),
      corrected: findings.query.corrected, total: findings.total, isLoose: findings.isLoose)
  }

  /// Finds no more than `limit` documents.
  mutating func find(_ text: String, _ options: SearchOptions) -> SearchFindings {
    dropJointTerms()
    var query = understand(text, isExact: options.isExact)
    let absent = documents(without: options.edition)
    let isQuoted = query.hasQuote
    let most = max(options.limit + Self.more, isQuoted ? Self.mostWithPhrases : 0)
    var (found, total) = rank(&query, without: absent, most: most)
    if !isQuoted, let best = found.first?.score {
      let likely = found.enumerated().filter {
        $0.offset < options.limit || $0.element.score * Self.mostBonus >= best
      }
      found = likely.map(\.element)
    }
    let pinned = pinnedDocument(for: query, without: absent)
    if let pinned, !found.contains(where: { $0.document == pinned }) {
      found.append(RankedDocument(document: pinned, score: 0))
      total += 1
    }
    lookAgain(at: &found, query)
    let phrases = query.phrases
    let saying = phrases.isEmpty ? [] : those(of: found, saying: phrases)
    if !saying.isEmpty { (found, total) = (saying, saying.count) }
    if let pinned, let place = found.firstIndex(where: { $0.document == pinned }) {
      found.insert(found.remove(at: place), at: 0)
    }
    return SearchFindings(
      query: query, found: Array(found.prefix(options.limit)), total: total,
      isLoose: !phrases.isEmpty && saying.isEmpty)
  }

  /// The query with its words looked up, and corrected where the index does not know them.
  private mutating func understand(_ text: String, isExact: Bool) -> SearchQuery {
    var query = SearchQuery(text, &book)
    gather(&query)
    let isDoubtful = !query.unknown(from: 2).isEmpty || !query.unsure.isEmpty
    if !isExact, isDoubtful { query = reread(query) }
    // Of a word that is known as a whole, its parts count a little.
    for unit in query.units where query.words[unit.word].level > .none {
      for part in unit.parts where query.words[part].level > .byPrefix {
        for (term, factor) in query.words[part].candidates.list {
          query.words[unit.word].add(term, Self.partFactor * factor, .none)
        }
      }
    }
    return query
  }

  private func pinnedDocument(for query: SearchQuery, without absent: Set<Int>?) -> Int? {
    let stems = query.spoken.map { query.words[$0].stem }
    guard let document = pinned[stems], absent?.contains(document) != true else { return nil }
    return document
  }

  /// The documents that say all phrases, in the same forms if any does, else in others.
  private mutating func those(
    of found: [RankedDocument], saying phrases: [[Letters]]
  ) -> [RankedDocument] {
    var said: [[[Letters]]] = []
    for one in found {
      let record = record(of: one.document)
      let headings = record.sections.flatMap { [$0.title] + ($0.own.map { [$0] } ?? []) }
      let texts = [record.title] + headings + texts(of: one.document)
      said.append(texts.map { spokenWords(in: $0) })
    }
    let same = found.indices.filter { holds(said[$0], phrases) }
    if !same.isEmpty { return same.map { found[$0] } }
    let alike = phrases.map { book.stems(of: $0) }
    return found.indices.filter { number in
      holds(said[number].map { book.stems(of: $0) }, alike)
    }.map { found[$0] }
  }

  private mutating func answer(of result: SearchResult?) -> SearchAnswer? {
    guard let result, let summary = texts(of: result.document).first, !summary.isEmpty else {
      return nil
    }
    return SearchAnswer(url: result.url, title: result.title, summary: summary)
  }
}

/// Whether each phrase stands in one of some texts, word by word.
private func holds(_ texts: [[Letters]], _ phrases: [[Letters]]) -> Bool {
  phrases.allSatisfy { phrase in
    texts.contains { words in
      words.indices.contains { words[$0...].starts(with: phrase) }
    }
  }
}
