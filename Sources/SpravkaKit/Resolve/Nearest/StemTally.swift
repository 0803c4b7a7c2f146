// The words of one article after another → its stems, weighed. Most words have been seen before,
// in this article or another, and cost one look into a table.

/// A stem of an article, and how much it says about it.
struct WeighedStem: Sendable {
  /// Its number in a vocabulary.
  var stem: Int32
  var weight: Int32
}

struct StemTally: ~Copyable {
  private(set) var stems = Vocabulary()
  /// By a stem's number, how many articles use it.
  private(set) var articleCounts: [Int32] = []
  private var stemmer = Stemmer()
  /// Words as they are written, so that each is taken apart once.
  private var forms = Vocabulary()
  /// By a form's number, its stem's; -1 for words that say nothing.
  private var stemOfForm: [Int32] = []
  /// By a stem's number, what its mentions in the article at hand weigh together.
  private var sums: [Int32] = []
  /// The stems of the article at hand.
  private var met: [Int32] = []

  init() {
    for word in stopWords {
      let bytes = Array(word.utf8)
      if forms.number(of: bytes.span) == stemOfForm.count { stemOfForm.append(-1) }
    }
  }

  mutating func add(_ word: Span<UInt8>, _ alphabets: Alphabets, weight: Int32) {
    let form = forms.number(of: word)
    if form == stemOfForm.count { stemOfForm.append(newStem(of: word, alphabets)) }
    let stem = Int(stemOfForm[form])
    guard stem >= 0 else { return }
    if sums[stem] == 0 { met.append(Int32(stem)) }
    sums[stem] &+= weight
  }

  /// Single letters and bare numbers tell no topic.
  private mutating func newStem(of word: Span<UInt8>, _ alphabets: Alphabets) -> Int32 {
    let isLetter = word.count == (alphabets == .latin ? 1 : 2) && alphabets != .digits
    if alphabets == .digits || (isLetter && !alphabets.contains(.digits)) { return -1 }
    var stem: [UInt8] = []
    stemmer.append(stemOf: word, alphabets, to: &stem)
    let number = stems.number(of: stem.span)
    if number == sums.count {
      sums.append(0)
      articleCounts.append(0)
    }
    return Int32(number)
  }

  /// Ends an article.
  ///
  /// - Returns: its stems in the order in which it first uses them, with weights up to 256: what the
  ///   first mentions add, later ones no longer do.
  mutating func finish() -> [WeighedStem] {
    let stems = met.map { stem in
      let sum = sums[Int(stem)]
      sums[Int(stem)] = 0
      articleCounts[Int(stem)] += 1
      return WeighedStem(stem: stem, weight: 256 * sum / (sum + 6))
    }
    met.removeAll(keepingCapacity: true)
    return stems
  }
}
