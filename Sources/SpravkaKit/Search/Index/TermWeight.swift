// How much a stem says about a document: the saturated frequency of BM25F in one byte, without what
// depends on the number of documents that hold the stem, since that changes with every edit. For the
// same reason lengths count in steps: a sentence more or less in an article should not make every
// word of it weigh anew and rename the files that hold them.

struct TermWeight: Sendable {
  /// What the number of words in each field of a document is divided by.
  private let divisors: [[Double]]
  private let titleLengths: [Int]

  /// BM25's k1: how soon more mentions add little.
  private static let saturation = 1.3

  init(_ documents: [DocumentFacts]) {
    let averages = SearchField.allCases.map { field in
      let sum = documents.reduce(0) { $0 + Int($1.lengths[field]) }
      return stepped(Double(sum) / Double(max(1, documents.count)), step: 1.5)
    }
    divisors = documents.map { document in
      zip(SearchField.allCases, averages).map { field, average in
        let length = stepped(Double(document.lengths[field]), step: 1.25)
        return 1 - field.lengthShare + field.lengthShare * (average > 0 ? length / average : 1)
      }
    }
    titleLengths = documents.map { min(8, max(1, Int($0.lengths[.title]))) }
  }

  /// From 0 to 15 the part of the most that a stem can weigh.
  ///
  /// From 16 on the stem is in the title: eight
  /// times the title's length in words, less one and at most 7, and the part in eighths.
  ///
  /// - Parameter document: its number.
  func impact(of counts: FieldCounts<UInt8>, in document: Int) -> UInt8 {
    var frequency = 0.0
    for field in SearchField.allCases where counts[field] > 0 {
      frequency += field.weight * Double(counts[field]) / divisors[document][field.rawValue]
    }
    let part = frequency / (Self.saturation + frequency)
    guard counts[.title] > 0 else { return UInt8(min(15, part * 16)) }
    return UInt8(16 + (titleLengths[document] - 1) * 8 + min(7, Int(part * 8)))
  }
}

/// The nearest power of a step; small numbers stay as they are.
private func stepped(_ number: Double, step: Double) -> Double {
  var power = 1.0
  if number < 4 { return number }
  while power * step <= number { power *= step }
  return number - power < power * step - number ? power : power * step
}
