// A query → its units, for the ranking and for tests; the browser's `units` is the same.

/// A word, or words joined by hyphens, underscores or dots, which are found by each part and whole.
struct SearchUnit: Equatable {
  /// Where it stands, in bytes of UTF-8, accents behind it and signs included.
  var range: Range<Int>
  var parts: [String]
  /// The parts in one («wifi», «10.2.1»), or a name with a sign («c++»).
  var whole: String?
}

func searchUnits(of text: String) -> [SearchUnit] {
  var reader = SearchWordReader()
  var units: [SearchUnit] = []
  let bytes = Array(text.utf8)
  reader.readUnits(bytes.span) { word, role, range in
    var letters: [UInt8] = []
    letters.append(copying: word)
    let word = String(decoding: letters, as: UTF8.self)
    switch role {
    case .first: units.append(SearchUnit(range: range, parts: [word], whole: nil))
    case .further:
      units[units.count - 1].parts.append(word)
      units[units.count - 1].range = units[units.count - 1].range.lowerBound..<range.upperBound
    case .whole:
      units[units.count - 1].whole = word
      units[units.count - 1].range = range
    }
  }
  return units
}
