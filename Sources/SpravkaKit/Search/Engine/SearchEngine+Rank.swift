internal import Glibc

// Words with their candidate terms → documents, best first. BM25F on the impact bytes; a document
// without some of the words loses more than their share; titles that the query covers gain. The
// browser's templates/search/rank.js. Scores are millionths and whole, lest a last bit in which two
// libraries disagree change an order.

/// What is summed up for a document while words are added.
struct DocumentTally {
  var sum = 0.0
  var matched = 0.0
  var titled = 0.0
  /// Of the word that is being added.
  var best = 0.0
  var bestTitle = 0.0
  var sections: UInt32 = 0
  /// Sections that hold all words so far.
  var common: UInt32 = 0
  var words = 0
  var titleLength = 0
}

/// What all words of a query weigh together.
private struct WholeQuery {
  let words: Int
  var weight = 0.0
  var titleWeight = 0.0
}

struct RankedDocument {
  let document: Int
  /// In millionths.
  var score: Double

  /// Of equals the first document is better.
  static func precedes(_ left: Self, _ right: Self) -> Bool {
    left.score != right.score ? left.score > right.score : left.document < right.document
  }
}

extension SearchEngine {
  private static let saturation = 2.3
  private static let titleBonus = 8.0
  private static let sectionBonus = 0.15
  /// As if there were so many more without the word: in a small site a word that few articles happen
  /// to hold is not worth seven of the others.
  private static let moreDocuments = 1000
  /// Words that texts are full of can tell titles apart; one that stands in so many texts is taken
  /// to stand in one title at least.
  private static let textsPerTitle = 16.0

  /// The best documents, and how many match at all; notes how telling each word is.
  mutating func rank(
    _ query: inout SearchQuery, without absent: Set<Int>?, most: Int
  ) -> (found: [RankedDocument], total: Int) {
    let words = query.spoken
    var all: [Int] = []
    var whole = WholeQuery(words: words.count)
    for number in words where !query.words[number].candidates.list.isEmpty {
      let terms = meant(by: query.words[number])
      let frequency = Double(terms.reduce(0) { max($0, $1.frequency) })
      let titles = Double(terms.reduce(0) { max($0, $1.titles) })
      query.words[number].idf = inverse(frequency)
      query.words[number].titleIDF = inverse(max(titles, frequency / Self.textsPerTitle))
      whole.weight += query.words[number].idf
      whole.titleWeight += query.words[number].titleIDF
      add(query.words[number], without: absent, to: &all)
    }
    var found: [RankedDocument] = []
    for document in all {
      let score = score(of: document, whole)
      insert(RankedDocument(document: document, score: score), into: &found, most: most)
      tallies[document] = DocumentTally()
    }
    return (found, all.count)
  }

  /// Few of many are kept, so most are looked at once.
  private func insert(_ one: RankedDocument, into found: inout [RankedDocument], most: Int) {
    if found.count == most {
      guard let last = found.last, RankedDocument.precedes(one, last) else { return }
      found.removeLast()
    }
    let place = found.lastIndex { RankedDocument.precedes($0, one) }.map { $0 + 1 } ?? 0
    found.insert(one, at: place)
  }

  private func inverse(_ frequency: Double) -> Double {
    let others = Double(index.manifest.documents + Self.moreDocuments) - frequency
    return log(1 + (others + 0.5) / (frequency + 0.5))
  }

  /// The terms that tell how frequent a word is: its best candidates, or all its completions.
  private func meant(by word: QueryWord) -> [OpenShard.Term] {
    let candidates = word.candidates.list
    let most = word.level == .byPrefix ? 0 : candidates.reduce(0) { max($0, $1.factor) }
    return candidates.filter { $0.factor >= most }.map { term($0.term) }
  }

  private mutating func add(_ word: QueryWord, without absent: Set<Int>?, to all: inout [Int]) {
    var touched: [Int] = []
    for candidate in word.candidates.list {
      let shard = openedShard(of: candidate.term)
      let term = shard.terms[Int(candidate.term.term)]
      let most = candidate.factor * Self.saturation * min(word.idf, inverse(Double(term.frequency)))
      for place in term.range {
        let document = Int(shard.documents[place])
        if let absent, absent.contains(document) { continue }
        let impact = Impact(byte: shard.impacts[place])
        if tallies[document].sections == 0 { touched.append(document) }
        tallies[document].sections |= shard.sections[place]
        tallies[document].best = max(tallies[document].best, most * impact.share)
        if impact.isOfTitle {
          tallies[document].titleLength = impact.titleLength
          tallies[document].bestTitle = max(tallies[document].bestTitle, candidate.factor)
        }
      }
    }
    for document in touched {
      if tallies[document].words == 0 { all.append(document) }
      tallies[document].take(word)
    }
  }

  private func score(of document: Int, _ whole: WholeQuery) -> Double {
    let tally = tallies[document]
    let share = tally.matched / whole.weight
    let covered = tally.titled / whole.titleWeight
    var score = tally.sum * share * share
    if covered > 0 {
      let length = min(1, Double(whole.words) / Double(tally.titleLength))
      score += Self.titleBonus * covered * covered * length
    }
    // All words in one section.
    if tally.words > 1, tally.common != 0 { score *= 1 + Self.sectionBonus * share }
    return millionths(score * (boosts[document] ?? 1))
  }
}

extension DocumentTally {
  /// Adds what is known of a word, and is ready for the next.
  fileprivate mutating func take(_ word: QueryWord) {
    common = words > 0 ? common & sections : sections
    words += 1
    sum += best
    matched += word.idf
    titled += word.titleIDF * bestTitle
    (best, bestTitle, sections) = (0, 0, 0)
  }
}

/// What an impact byte says (TermWeight.swift).
struct Impact {
  let byte: UInt8

  var isOfTitle: Bool { byte >= 16 }

  /// How much of its most a term weighs in a document.
  var share: Double {
    isOfTitle ? (Double(byte & 7) + 0.5) / 8 : (Double(byte) + 0.5) / 16
  }

  /// In words, stop words not counted.
  var titleLength: Int { Int(byte - 16) >> 3 + 1 }
}

/// As whole millionths, halves upwards.
func millionths(_ number: Double) -> Double { (number * 1e6).rounded() }
