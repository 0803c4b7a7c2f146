// For each term, the articles that it stands for: an inverted index. To find what is near to an
// article, only the lists of its own terms are walked, never all articles.

struct TermIndex: Sendable {
  private struct Posting: Sendable {
    let article: Int32
    let weight: Int32
  }

  /// Where the postings of each term begin; one more than there are terms.
  private let starts: [Int32]
  private let postings: [Posting]

  /// The list of a term that stands for more articles holds those that it says most about.
  private static let longestList = 1000

  /// - Parameter isListed: which articles may be found.
  init(_ vectors: TermVectors, isListed: [Bool]) {
    var counts = [Int32](repeating: 0, count: vectors.termCount + 1)
    for (article, terms) in vectors.ofArticle.enumerated() where isListed[article] {
      for term in terms { counts[Int(term.stem) + 1] += 1 }
    }
    for term in counts.indices.dropFirst() { counts[term] += counts[term - 1] }
    var ends = counts
    let none = Posting(article: 0, weight: 0)
    var all = [Posting](repeating: none, count: Int(counts.last ?? 0))
    for (article, terms) in vectors.ofArticle.enumerated() where isListed[article] {
      for term in terms {
        all[Int(ends[Int(term.stem)])] = Posting(article: Int32(article), weight: term.weight)
        ends[Int(term.stem)] += 1
      }
    }
    for term in 0..<vectors.termCount {
      let list = Int(counts[term])..<Int(counts[term + 1])
      guard list.count > Self.longestList else { continue }
      all[list].sort { ($1.weight, $0.article) < ($0.weight, $1.article) }
    }
    starts = counts
    postings = all
  }

  /// Adds up how near all articles are that have terms in common with one.
  ///
  /// - Parameters:
  ///   - sums: 0 for each article; 2048² is about the nearness of an article to itself.
  ///   - met: the articles whose sums are no longer 0.
  func add(_ terms: [WeighedStem], to sums: inout [Int32], _ met: inout [Int32]) {
    for term in terms {
      let start = Int(starts[Int(term.stem)])
      let end = min(Int(starts[Int(term.stem) + 1]), start + Self.longestList)
      for index in start..<end {
        let posting = postings[index]
        let article = Int(posting.article)
        if sums[article] == 0 { met.append(posting.article) }
        sums[article] &+= (term.weight &* posting.weight) &>> 2
      }
    }
  }
}
