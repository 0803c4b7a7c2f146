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
}

extension SearchEngine {
  /// So many more than asked for may rise by a second look.
  private static let more = 6
  private static let mostBonus = 1.25
  private static let mostWithPhrases = 20

  mutating func search(_ text: String, _ options: SearchOptions) -> SearchResponse {
    let findings = find(text, options)
    let known = knownStems(of: findings.query)
    var results: [SearchResult] = []
    for one in findings.found { results.append(result(one, findings.query, known)) }
    return SearchResponse(
      results: results, answer: answer(of: SearchResult.surest(of: results)),
      corrected: findings.query.corrected, total: findings.total)
  }

  /// Finds no more than `limit` documents.
  mutating func find(_ text: String, _ options: SearchOptions) -> SearchFindings {
    dropJointTerms()
    var query = understand(text, isExact: options.isExact)
    let absent = documents(without: options.edition)
    let hasPhrases = !query.phrases.isEmpty
    let most = hasPhrases ? max(Self.mostWithPhrases, options.limit) : options.limit + Self.more
    var (found, total) = rank(&query, without: absent, most: most)
    if !hasPhrases, let best = found.first?.score {
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
    if hasPhrases {
      keepThose(with: query.phrases, in: &found)
      total = found.count
    }
    if let place = found.firstIndex(where: { $0.document == pinned }) {
      found.insert(found.remove(at: place), at: 0)
    }
    return SearchFindings(query: query, found: Array(found.prefix(options.limit)), total: total)
  }

  private func pinnedDocument(for query: SearchQuery, without absent: Set<Int>?) -> Int? {
    let words = query.spoken.map { query.words[$0] }.filter { !$0.isStop }
    guard let document = pinned[words.map(\.stem)], absent?.contains(document) != true else {
      return nil
    }
    return document
  }

  /// The documents whose text holds all the phrases, word by word.
  private mutating func keepThose(with phrases: [[Letters]], in found: inout [RankedDocument]) {
    var kept: [RankedDocument] = []
    for one in found {
      let record = record(of: one.document)
      let texts = [record.title] + record.sections.map(\.title) + texts(of: one.document).dropFirst()
      let sequences = texts.map { sequence(of: $0) }
      let holdsAll = phrases.allSatisfy { phrase in sequences.contains { $0.contains(phrase) } }
      if holdsAll { kept.append(one) }
    }
    found = kept
  }

  private mutating func answer(of result: SearchResult?) -> SearchAnswer? {
    guard let result, let summary = texts(of: result.document).first, !summary.isEmpty else {
      return nil
    }
    return SearchAnswer(url: result.url, title: result.title, summary: summary)
  }
}
