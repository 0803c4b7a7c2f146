// Ranked documents → results: their titles and sections out of the blocks, a second look at the
// order of words in the titles, the best sections, and the short answer. The browser's
// templates/search/results.js.

/// A word of a query as titles are compared with it.
private struct SaidWord {
  let form: Letters
  /// Whether more of it may follow.
  let isHalf: Bool
  /// What it may mean.
  let stems: Set<Letters>
}

extension SearchEngine {
  private static let orderBonus = 0.25
  /// What words that follow later count of words that follow at once.
  private static let gap = 0.5
  private static let formBonus = 0.1
  private static let exactBonus = 0.1
  private static let mostSections = 3

  /// Titles that say the words in the order of the query rise, and those that say them in its
  /// forms; one that says just them most.
  ///
  /// Here common words count as others do: «вход без пароля».
  mutating func lookAgain(at found: inout [RankedDocument], _ query: SearchQuery) {
    var said: [SaidWord] = []
    for form in wholeWords(in: query.text) {
      let word = query.units.first { query.words[$0.word].form == form }
        .map { query.words[$0.word] }
      let meant = word?.candidates.list.map { term($0.term).stem } ?? []
      said.append(
        SaidWord(
          form: form, isHalf: word?.isPrefix ?? false, stems: Set([book.stem(of: form)] + meant)))
    }
    for number in found.indices {
      let title = titleWords(of: found[number].document)
      found[number].score = (found[number].score * (1 + Self.bonus(of: title, said))).rounded()
    }
    found.sort(by: RankedDocument.precedes)
  }

  private static func bonus(of title: [TitleWord], _ said: [SaidWord]) -> Double {
    let places = said.map { word in title.indices.filter { word.stems.contains(title[$0].stem) } }
    var pairs = 0.0
    for (before, after) in zip(places, places.dropFirst()) {
      guard let first = before.first, let last = after.last else { continue }
      if before.contains(where: { after.contains($0 + 1) }) {
        pairs += 1
      } else if first < last {
        pairs += gap
      }
    }
    let most = Double(min(said.count, title.count) - 1)
    var bonus = pairs > 0 ? orderBonus * min(1, pairs / most) : 0
    let same = said.count { word in
      title.contains { word.isHalf ? $0.form.starts(with: word.form) : $0.form == word.form }
    }
    bonus += formBonus * Double(same) / Double(said.count)
    let isJustThem =
      title.count == said.count && places.indices.allSatisfy { places[$0].contains($0) }
    return isJustThem ? bonus + exactBonus : bonus
  }

  /// How well each word of a query fits a document.
  func fits(of query: SearchQuery, in document: Int) -> [WordFit] {
    query.spoken.map { fit(of: query.words[$0], in: document) }
  }

  private func fit(of word: QueryWord, in document: Int) -> WordFit {
    var fit = WordFit(word: word.used ?? word.form, idf: word.idf)
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

  /// The stems that stand for words of the query, each with the number of the word.
  func knownStems(of query: SearchQuery) -> [Letters: Int] {
    var known: [Letters: Int] = [:]
    for (number, word) in query.spoken.map({ query.words[$0] }).enumerated() {
      // One letter begins too many words.
      for candidate in word.candidates.list where word.form.count > 1 || candidate.factor >= strong
      {
        let parts = term(candidate.term).parts
        for part in parts.isEmpty ? [candidate.term] : parts {
          let stem = term(part).stem
          if known[stem] == nil { known[stem] = number }
        }
      }
    }
    return known
  }

  mutating func result(
    _ ranked: RankedDocument, _ query: SearchQuery, _ known: [Letters: Int]
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

  /// The numbers of the sections that say at least half as much of the query as the best, best
  /// first; of equals the one with most words of the query in its heading, or in the title of the
  /// article.
  private mutating func bestSections(
    of record: DocumentRecord, _ fits: [WordFit], _ known: [Letters: Int]
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
      let name = number == 0 ? record.title : record.sections[number - 1].title
      named[number] = Set(book.stems(of: name).compactMap { known[$0] }).count
    }
    return likely.sorted { left, right in
      if weights[left] != weights[right] { return weights[left] > weights[right] }
      let (first, second) = (named[left] ?? 0, named[right] ?? 0)
      return first != second ? first > second : left < right
    }
  }
}

/// What a word must at least fit to count for an answer; the part of the query in the title.
private let strong = 0.5

extension SearchResult {
  private static let weak = 0.25
  /// How far the first result must be ahead of the second to be the answer, and with less of the
  /// query in its title.
  private static let lead = 1.1
  private static let clearLead = 1.5

  /// The share of the query in the title; nil when a word of the query is missing in the document.
  private var strength: Double? {
    guard fits.allSatisfy(\.isStrong) else { return nil }
    let titled = fits.reduce(0) { $1.titled >= strong ? $0 + $1.idf : $0 }
    return titled / fits.reduce(0) { $0 + $1.idf }
  }

  /// The result whose short answer may stand for all, if there is little doubt that it is what was
  /// asked for: a wrong answer is worse than none.
  static func surest(of results: [SearchResult]) -> SearchResult? {
    guard let first = results.first, let strength = first.strength, strength >= weak else {
      return nil
    }
    let lead = results.count > 1 ? first.score / results[1].score : clearLead
    return lead >= (strength < strong ? clearLead : Self.lead) ? first : nil
  }
}

extension WordFit {
  /// Whether the document can be said to hold the word.
  var isStrong: Bool { factor >= strong }
}
