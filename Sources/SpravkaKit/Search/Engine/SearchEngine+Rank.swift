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
  private static let titleBonus = 3.0
  private static let sectionBonus = 1.15
  private static let stopShare = 0.1

  /// The best documents, and how many match at all; notes how telling each word is.
  mutating func rank(
    _ query: inout SearchQuery, without absent: Set<Int>?, most: Int
  ) -> (found: [RankedDocument], total: Int) {
    let words = query.spoken
    let telling = words.filter { !query.words[$0].isStop }
    let used = telling.isEmpty ? words : telling
    var all: [Int] = []
    var weight = 0.0
    for number in used where !query.words[number].candidates.list.isEmpty {
      query.words[number].idf = idf(of: query.words[number])
      weight += query.words[number].idf
      add(query.words[number], without: absent, to: &all)
    }
    if !telling.isEmpty {
      for number in words where query.words[number].isStop { add(stop: query.words[number]) }
    }
    let found = all.map { document in
      RankedDocument(
        document: document, score: score(of: document, weight: weight, words: used.count))
    }
    for document in all { tallies[document] = DocumentTally() }
    return (Array(found.sorted(by: RankedDocument.precedes).prefix(most)), all.count)
  }

  private func inverseFrequency(_ frequency: Int) -> Double {
    let count = Double(index.manifest.documents)
    return log(1 + (count - Double(frequency) + 0.5) / (Double(frequency) + 0.5))
  }

  /// How telling a word is: as its best candidate, or as all its completions together.
  private func idf(of word: QueryWord) -> Double {
    var factor = 0.0
    var frequency = 0
    for candidate in word.candidates.list {
      let its = term(candidate.term).frequency
      if candidate.factor == factor || word.level == .byPrefix {
        frequency = max(frequency, its)
      } else if candidate.factor > factor {
        frequency = its
      }
      factor = max(factor, candidate.factor)
    }
    return inverseFrequency(frequency)
  }

  private mutating func add(_ word: QueryWord, without absent: Set<Int>?, to all: inout [Int]) {
    var touched: [Int] = []
    for candidate in word.candidates.list {
      let shard = openedShard(of: candidate.term)
      let term = shard.terms[Int(candidate.term.term)]
      let value =
        candidate.factor * min(inverseFrequency(term.frequency), word.idf) * Self.saturation
      for place in term.range {
        let document = Int(shard.documents[place])
        if let absent, absent.contains(document) { continue }
        let impact = Impact(byte: shard.impacts[place])
        if tallies[document].best == 0 { touched.append(document) }
        tallies[document].best = max(tallies[document].best, value * impact.share)
        tallies[document].sections |= shard.sections[place]
        if impact.isOfTitle {
          tallies[document].titleLength = impact.titleLength
          tallies[document].bestTitle = max(tallies[document].bestTitle, candidate.factor)
        }
      }
    }
    for document in touched {
      if tallies[document].words == 0 { all.append(document) }
      tallies[document].take(idf: word.idf)
    }
  }

  /// A stop word adds a little to what other words found.
  private mutating func add(stop word: QueryWord) {
    for candidate in word.candidates.list {
      let shard = openedShard(of: candidate.term)
      let term = shard.terms[Int(candidate.term.term)]
      guard term.stem == word.stem else { continue }
      let value =
        candidate.factor * inverseFrequency(term.frequency) * Self.saturation * Self.stopShare
      for place in term.range where tallies[Int(shard.documents[place])].words > 0 {
        tallies[Int(shard.documents[place])].sum += value * Impact(byte: shard.impacts[place]).share
      }
    }
  }

  private func score(of document: Int, weight: Double, words: Int) -> Double {
    let tally = tallies[document]
    let share = tally.matched / weight
    let covered = tally.titled / weight
    var score = tally.sum * share * share
    if covered > 0 {
      let length = min(1, Double(words) / Double(tally.titleLength))
      score += Self.titleBonus * covered * covered * length
    }
    if tally.words > 1, tally.common != 0 { score *= 1 + (Self.sectionBonus - 1) * share }
    return millionths(score * (boosts[document] ?? 1))
  }
}

extension DocumentTally {
  /// Adds what is known of a word, and is ready for the next.
  fileprivate mutating func take(idf: Double) {
    common = words > 0 ? common & sections : sections
    words += 1
    sum += best
    matched += idf
    titled += idf * bestTitle
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
