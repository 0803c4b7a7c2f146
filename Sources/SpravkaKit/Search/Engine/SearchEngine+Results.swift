// Ranked documents → results: their titles and sections out of the blocks, a second look at the
// order of words in the titles, the best sections, and the short answer. The browser's
// templates/search/results.js.

extension SearchEngine {
  private static let orderBonus = 0.15
  private static let exactBonus = 0.1
  private static let mostSections = 3

  /// Titles that say the words in the order of the query rise, one that says just them most.
  mutating func lookAgain(at found: inout [RankedDocument], _ query: SearchQuery) {
    let asked = query.spoken.map { query.words[$0] }.filter { !$0.isStop }
    guard !asked.isEmpty else { return }
    let meanings = asked.map { word in
      Set(word.candidates.list.map { term($0.term).stem }.filter { !$0.isEmpty })
    }
    for number in found.indices {
      let title = titleStems(of: found[number].document)
      let places = zip(asked, meanings).map { word, meaning in
        title.firstIndex(of: word.stem) ?? title.firstIndex { meaning.contains($0) }
      }
      let bonus = Self.bonus(of: places, title: title.count)
      found[number].score = (found[number].score * (1 + bonus)).rounded()
    }
    found.sort(by: RankedDocument.precedes)
  }

  /// - Parameter places: where the title has each word.
  private static func bonus(of places: [Int?], title length: Int) -> Double {
    var pairs = 0
    for (place, next) in zip(places, places.dropFirst()) {
      if let place, next == place + 1 { pairs += 1 }
    }
    var bonus = places.count > 1 ? orderBonus * Double(pairs) / Double(places.count - 1) : 0
    let isExact = places.count == length && places.enumerated().allSatisfy { $0.0 == $0.1 }
    if isExact { bonus += exactBonus }
    return bonus
  }

  /// How well each word of a query fits a document.
  func fits(of query: SearchQuery, in document: Int) -> [WordFit] {
    query.spoken.map { fit(of: query.words[$0], in: document) }
  }

  private func fit(of word: QueryWord, in document: Int) -> WordFit {
    var fit = WordFit(word: word.used ?? word.form, idf: word.idf, isStop: word.isStop)
    for candidate in word.candidates.list {
      let shard = openedShard(of: candidate.term)
      let number = Int(candidate.term.term)
      guard let place = shard.place(of: document, in: number) else { continue }
      if candidate.factor > fit.factor {
        fit.factor = candidate.factor
        fit.stem = shard.terms[number].stem
      }
      if Impact(byte: shard.impacts[place]).isOfTitle {
        fit.titled = max(fit.titled, candidate.factor)
      }
      fit.sections |= shard.sections[place]
    }
    return fit
  }

  /// The stems that stand for words of the query.
  func knownStems(of query: SearchQuery) -> Set<Letters> {
    let words = query.spoken.map { query.words[$0] }
    let telling = words.filter { !$0.isStop }
    var known: Set<Letters> = []
    for word in telling.isEmpty ? words : telling {
      // One letter begins too many words.
      for candidate in word.candidates.list where word.form.count > 1 || candidate.factor >= strong {
        let term = term(candidate.term)
        if term.parts.isEmpty { known.insert(term.stem) }
        for part in term.parts { known.insert(self.term(part).stem) }
      }
    }
    return known
  }

  mutating func result(
    _ ranked: RankedDocument, _ query: SearchQuery, _ known: Set<Letters>
  ) -> SearchResult {
    let record = record(of: ranked.document)
    let fits = fits(of: query, in: ranked.document)
    let sections = bestSections(of: record, fits, known)
    let places = sections.filter { $0 > 0 }.map { record.sections[$0 - 1] }
    let isBeginning = sections[0] == 0
    return SearchResult(
      document: ranked.document, url: root + record.href, title: record.title,
      anchor: isBeginning ? "" : places[0].anchor,
      section: isBeginning ? record.title : places[0].title,
      category: record.category.map { ($0.title, root + $0.href) }, editions: record.editions,
      score: ranked.score / 1e6,
      sections: Array(places.dropFirst(isBeginning ? 0 : 1).prefix(Self.mostSections)), fits: fits)
  }

  /// The numbers of the sections that say most of the query, best first; the beginning of the
  /// article wins ties, then a heading with words of the query.
  private mutating func bestSections(
    of record: DocumentRecord, _ fits: [WordFit], _ known: Set<Letters>
  ) -> [Int] {
    var weights = [Double](repeating: 0, count: record.sections.count + 1)
    for fit in fits {
      let weight = millionths(fit.factor * fit.idf)
      for number in weights.indices where fit.sections &>> UInt32(number) & 1 == 1 {
        weights[number] += weight
      }
    }
    let most = weights.max() ?? 0
    let likely = weights.indices.filter { weights[$0] * 2 >= most }
    var named: [Int: Int] = [:]
    for number in likely {
      named[number] =
        number == 0
        ? .max : Set(book.stems(of: record.sections[number - 1].title)).intersection(known).count
    }
    return likely.sorted { left, right in
      if weights[left] != weights[right] { return weights[left] > weights[right] }
      let (first, second) = (named[left] ?? 0, named[right] ?? 0)
      return first != second ? first > second : left < right
    }
  }
}

/// A word may be an answer's if it fits so well.
private let strong = 0.5

extension SearchResult {
  private static let answerLead = 1.3

  /// The share of the query in the title, zero when a word of it is missing in the document.
  private var strength: Double {
    var (all, titled) = (0.0, 0.0)
    for fit in fits where !fit.isStop {
      if !fit.isStrong { return 0 }
      all += fit.idf
      if fit.titled >= strong { titled += fit.idf }
    }
    return all > 0 ? titled / all : 0
  }

  /// The result whose short answer may stand for all, if there is little doubt that it is what was
  /// asked for.
  static func surest(of results: [SearchResult]) -> SearchResult? {
    guard let first = results.first, first.strength > 0 else { return nil }
    let leads = results.count < 2 || first.score >= answerLead * results[1].score
    return first.strength >= strong || leads ? first : nil
  }
}

extension WordFit {
  /// Whether the document can be said to hold the word.
  var isStrong: Bool { factor >= strong }
}
