// What the reader typed → words to look for, with what each could be in the index: the browser's
// templates/search/query.js.

/// A term of the index by its shard and its place there.
struct TermID: Hashable, Sendable {
  let shard: Int32
  let term: Int32
}

/// How well a word is known.
enum Knowledge: Int, Comparable {
  case none, byPrefix, byRoot, byStem

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The terms that a word may mean, with a factor each, in the order in which they were found.
struct Candidates {
  private(set) var list: [(term: TermID, factor: Double)] = []
  private var places: [TermID: Int] = [:]

  /// Of several factors of a term the largest holds.
  mutating func add(_ term: TermID, _ factor: Double) {
    if let place = places[term] {
      if factor > list[place].factor { list[place].factor = factor }
    } else if factor > 0 {
      places[term] = list.count
      list.append((term, factor))
    }
  }
}

/// A word of a query.
struct QueryWord {
  /// A form of the index that may be meant instead.
  struct Instead {
    let form: Letters
    /// 0.1 for another ending, 2.5 for a word that only begins nearly so.
    let edits: Double
    /// Whether it is the word with another ending, and nothing that must be said.
    let isEnding: Bool
  }

  let form: Letters
  let stem: Letters
  let root: Letters
  /// Without a prefix, where a verb may have one; else empty.
  let bare: Letters
  /// Whether it says nothing of a topic.
  let isCommon: Bool
  /// Whether it may be half typed.
  let isPrefix: Bool
  /// Whether it was typed in Latin letters, which do not tell all of its sounds.
  var isSpelt = false
  var level = Knowledge.none
  var candidates = Candidates()
  /// Whether it occurs in texts just so.
  var isForm = false
  /// Best first.
  var instead: [Instead] = []
  /// The form that was searched instead.
  var used: Letters?
  var shards: [Int] = []
  /// How telling it is; 0 when the index knows nothing that it may mean.
  var idf = 0.0
  /// Likewise among titles.
  var titleIDF = 0.0

  init(_ form: Letters, isPrefix: Bool, _ book: inout WordBook) {
    let entry = book.entry(of: form)
    (self.form, self.isPrefix) = (form, isPrefix)
    (stem, root, bare, isCommon) = (entry.stem, entry.root, entry.bare, entry.isStop)
  }

  mutating func add(_ term: TermID, _ factor: Double, _ level: Knowledge) {
    candidates.add(term, factor)
    self.level = max(self.level, level)
  }
}

struct SearchQuery {
  struct Unit {
    /// Bytes of the text.
    let range: Range<Int>
    /// The whole of it, as an index into `words`.
    let word: Int
    /// Empty when it has one.
    let parts: Range<Int>
  }

  let text: String
  var words: [QueryWord] = []
  private(set) var units: [Unit] = []
  /// What was searched instead of what was typed.
  var corrected: String?

  private static let longest = 512
  private static let mostUnits = 16

  /// Stop words count only where there is nothing else.
  ///
  /// - Parameter isWhole: whether the last word is not half typed.
  init(_ typed: String, isWhole: Bool = false, _ book: inout WordBook) {
    let isLong = typed.utf16.count > Self.longest
    text = isLong ? String(decoding: typed.utf16.prefix(Self.longest), as: UTF16.self) : typed
    var all: [SearchUnit] = []
    var seen: Set<String> = []
    for unit in searchUnits(of: text) where seen.insert(unit.key).inserted { all.append(unit) }
    let telling = all.filter { !book.entry(of: Letters(of: $0.key)).isStop }
    for unit in (telling.isEmpty ? all : telling).prefix(Self.mostUnits) {
      let isHalf = !isWhole && unit.range.upperBound == text.utf8.count
      let parts = unit.whole == nil ? [] : unit.parts
      let word = words.count
      words.append(QueryWord(Letters(of: unit.key), isPrefix: isHalf, &book))
      for (place, part) in parts.enumerated() {
        let isPrefix = isHalf && place == parts.count - 1
        words.append(QueryWord(Letters(of: part), isPrefix: isPrefix, &book))
      }
      units.append(Unit(range: unit.range, word: word, parts: (word + 1)..<words.count))
    }
  }

  /// Of words alone, one after the other.
  init(words: [QueryWord]) {
    text = ""
    self.words = words
    units = words.indices.map { Unit(range: 0..<0, word: $0, parts: 0..<0) }
  }

  /// The words that a unit stands for: the whole if the index knows it, else its parts.
  func spoken(_ unit: Unit) -> [Int] {
    words[unit.word].level > .none || unit.parts.isEmpty ? [unit.word] : Array(unit.parts)
  }

  var spoken: [Int] { units.flatMap(spoken) }

  /// Words that the index does not know and that may be mistyped: a number is meant as it is.
  func unknown(from length: Int) -> [Int] {
    spoken.filter {
      words[$0].level == .none && !words[$0].isCommon && words[$0].form.count >= length
        && !words[$0].form.isExactName
    }
  }

  /// Words that are known by their root alone, in no form that was seen: others may be meant.
  var unsure: [Int] { spoken.filter { words[$0].level == .byRoot && !words[$0].isForm } }
}

extension SearchQuery {
  var hasQuote: Bool { text.utf16.contains { Self.quotes[$0] != nil } }

  private static let quotes: [UInt16: UInt16] = [
    0x22: 0x22, 0xAB: 0xBB, 0x201C: 0x201D, 0x201E: 0x201C,
  ]

  /// The words of each text in quotes; a quote that nothing closes is none.
  var phrases: [[Letters]] {
    let units = Array(text.utf16)
    var phrases: [[Letters]] = []
    var index = 0
    while index < units.count {
      let start = index + 1
      index = start
      guard let closing = Self.quotes[units[start - 1]],
        let end = units[start...].firstIndex(of: closing)
      else { continue }
      let words = spokenWords(in: String(decoding: units[start..<end], as: UTF16.self))
      if !words.isEmpty { phrases.append(words) }
      index = end + 1
    }
    return phrases
  }
}
