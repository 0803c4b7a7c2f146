// Where a word of an article stands, and what that is worth. The weights are those of BM25F
// (Robertson, Zaragoza, Taylor: Simple BM25 Extension to Multiple Weighted Fields, 2004), tried on
// real Russian documentation: SEARCH.md of the design tells how.

/// A part of an article, as search weighs its words.
enum SearchField: Int, CaseIterable, Sendable {
  case title
  /// Headings, keywords and the summary.
  case heading
  case body
  case code

  /// How much a word here counts beside one of the body.
  var weight: Double {
    switch self {
    case .title: 6
    case .heading: 2.5
    case .body: 1
    case .code: 0.5
    }
  }

  /// How much of a field's length is held against its words: 0 nothing, 1 all of it.
  var lengthShare: Double {
    switch self {
    case .title: 0.5
    case .heading: 0.6
    case .body, .code: 0.75
    }
  }
}

/// A number for each field; what is too large for it stays at the most.
struct FieldCounts<Count: FixedWidthInteger & Sendable>: Sendable {
  private var counts: (Count, Count, Count, Count) = (0, 0, 0, 0)

  subscript(field: SearchField) -> Count {
    switch field {
    case .title: counts.0
    case .heading: counts.1
    case .body: counts.2
    case .code: counts.3
    }
  }

  mutating func add(_ count: Count, to field: SearchField) {
    func sum(_ known: Count) -> Count {
      let (sum, isTooLarge) = known.addingReportingOverflow(count)
      return isTooLarge ? .max : sum
    }
    switch field {
    case .title: counts.0 = sum(counts.0)
    case .heading: counts.1 = sum(counts.1)
    case .body: counts.2 = sum(counts.2)
    case .code: counts.3 = sum(counts.3)
    }
  }
}
