// The stems of all articles of a language → for each the few that say most about it. A stem says
// much when the article uses it prominently and few others use it at all; what a sixth of all
// articles has in common leads nowhere, and so does what only one has. All numbers are integers,
// so that no order of additions and no processor can change a choice.

struct TermVectors: Sendable {
  /// For each article its terms, the weightiest first.
  ///
  /// The sum of the squares of the weights is about 2048², and smaller for articles that say little.
  let ofArticle: [[WeighedStem]]
  let termCount: Int

  /// So many terms stand for an article: with them costs grow as the number of articles does.
  private static let longest = 40

  init(_ slices: [ArticleStems], jobs: Int) async {
    let shared = SharedStems(slices)
    let count = slices.reduce(0) { $0 + $1.ofArticle.count }
    let values = shared.articleCounts.map { Self.value(ofTermIn: Int($0), of: count) }
    let weighed = await parallelSlices(slices.count, jobs: jobs, size: 1) { range in
      range.flatMap { slice in
        slices[slice].ofArticle.map { Self.weighed($0, values, shared.numbers[slice]) }
      }
    }.flatMap(\.self)
    let lengths = weighed.map(Self.length)
    // Half of an article's own length and half of the usual one: short articles are not near to
    // everything, and long ones not far from everything.
    let usual = count == 0 ? 1 : lengths.reduce(0, +) / Double(count)
    ofArticle = zip(weighed, lengths).map { terms, length in
      let divisor = Int(((length + usual) / 2).rounded())
      return divisor == 0
        ? []
        : terms.map { WeighedStem(stem: $0.stem, weight: Int32(Int($0.weight) * 2048 / divisor)) }
    }
    termCount = values.count
  }

  /// What a term is worth by itself, in 256ths of a bit; 0 for one that leads nowhere.
  private static func value(ofTermIn articles: Int, of all: Int) -> Int32 {
    if articles < 2 || articles > max(10, all / 6) { return 0 }
    return Int32(max(0, binaryLogarithm(all) - binaryLogarithm(articles)))
  }

  private static func weighed(
    _ stems: [WeighedStem], _ values: [Int32], _ numbers: [Int32]
  ) -> [WeighedStem] {
    var terms: [WeighedStem] = []
    for stem in stems {
      let number = numbers[Int(stem.stem)]
      let weight = stem.weight * values[Int(number)] / 64
      if weight > 0 { terms.append(WeighedStem(stem: number, weight: weight)) }
    }
    terms.sort { ($1.weight, $0.stem) < ($0.weight, $1.stem) }
    return Array(terms.prefix(longest))
  }

  private static func length(of terms: [WeighedStem]) -> Double {
    Double(terms.reduce(0) { $0 + Int($1.weight) * Int($1.weight) }).squareRoot()
  }
}

/// The vocabularies of all slices put together.
private struct SharedStems: Sendable {
  /// For each slice, by its own number of a stem, the shared one.
  let numbers: [[Int32]]
  let articleCounts: [Int32]

  init(_ slices: [ArticleStems]) {
    var vocabulary = Vocabulary()
    var counts: [Int32] = []
    numbers = slices.map { slice in
      (0..<slice.vocabulary.count).map { own in
        let number = vocabulary.number(of: slice.vocabulary[own].span)
        if number == counts.count { counts.append(0) }
        counts[number] += slice.articleCounts[own]
        return Int32(number)
      }
    }
    articleCounts = counts
  }
}

/// The logarithm of a positive number to the base 2, in 256ths, straight between powers of two:
/// near enough to weigh words, and the same on every machine.
func binaryLogarithm(_ number: Int) -> Int {
  let power = Int.bitWidth - 1 - number.leadingZeroBitCount
  let rest = number - (1 << power)
  return power * 256 + ((rest * 256) >> power)
}
