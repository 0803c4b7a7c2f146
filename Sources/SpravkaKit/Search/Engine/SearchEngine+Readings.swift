// What the reader meant by words that the index does not know: the text in the other keyboard
// layout, or in the other alphabet; then the nearest words that the site has. The browser's
// templates/search/readings.js.

/// A way to read what was typed.
enum Reading {
  case asTyped, inCyrillicLayout, inLatinLayout, transliterated

  func apply(to text: String) -> String {
    switch self {
    case .asTyped: text
    case .inCyrillicLayout: KeyboardLayout.cyrillic.retyped(text)
    case .inLatinLayout: KeyboardLayout.latin.retyped(text)
    case .transliterated: SpravkaKit.transliterated(text)
    }
  }
}

extension SearchEngine {
  private static let asTyped = 0.1
  private static let muchBetter = 0.35
  private static let enough = 0.99
  private static let mostPieces = 31

  /// The query that a text is best read as.
  mutating func reread(_ typed: SearchQuery) -> SearchQuery {
    var query = typed
    findNear(&query)
    let lost = query.unknown(from: 2)
    // A Russian typo is not looked for among English words.
    let isLatin = query.text.utf8.contains { $0.isASCIILetter }
    if isLatin ? !lost.isEmpty : lost.contains(where: { query.words[$0].instead.isEmpty }) {
      query = otherReading(of: query, isLatin: isLatin)
    }
    spell(&query)
    replace(&query)
    split(&query)
    return query
  }

  /// Each piece between spaces is read as typed and in other ways, until one makes all of it known.
  ///
  /// The way that makes most of the text known is taken, but for pieces that another makes much
  /// better known.
  private mutating func otherReading(of typed: SearchQuery, isLatin: Bool) -> SearchQuery {
    let pieces = Array(pieces(of: typed.text).prefix(Self.mostPieces))
    let ways = [.asTyped] + (isLatin ? latinWays(of: typed.text) : [.inLatinLayout])
    var readings: [[SearchQuery]] = []
    var worths: [Worth] = []
    var best = 0
    for (number, way) in ways.enumerated() {
      readings.append(read(pieces, in: way))
      let worth = Worth(readings[number])
      worths.append(worth)
      // Only what is really known speaks against the text as typed, unless nothing speaks for it.
      let isReal = worth.known > worths[0].known || worths[0].all == 0
      if isReal, worth.all > worths[best].all + (best == 0 ? Self.asTyped : 0) { best = number }
      if worths[best].known > Self.enough { break }
    }
    let text = pieces.indices.map { place in
      var (chosen, most) = (readings[best][place], Worth([readings[best][place]]).all)
      for reading in readings {
        let worth = Worth([reading[place]]).all
        let isBetter = worth > most + Self.muchBetter
        if isBetter, pieces[place].utf16.count > 1 { (chosen, most) = (reading[place], worth) }
      }
      return chosen.text
    }.joined()
    if text.utf8.elementsEqual(pieces.joined().utf8) { return typed }
    var query = read(text, in: ways[best], isWhole: false)
    query.corrected = text
    if ways[best] == .transliterated { nameSounds(in: &query) }
    return query
  }

  private mutating func read(_ pieces: [String], in way: Reading) -> [SearchQuery] {
    var queries: [SearchQuery] = []
    for (place, piece) in pieces.enumerated() {
      queries.append(read(way.apply(to: piece), in: way, isWhole: place < pieces.count - 1))
    }
    return queries
  }

  private mutating func read(_ text: String, in way: Reading, isWhole: Bool) -> SearchQuery {
    var query = SearchQuery(text, isWhole: isWhole, &book)
    for unit in query.units { query.words[unit.word].isSpelt = way == .transliterated }
    gather(&query)
    findNear(&query, way)
    return query
  }

  /// Russian in Latin letters has as many vowels as Russian; what is typed in the wrong layout has
  /// few.
  private func latinWays(of text: String) -> [Reading] {
    let letters = text.utf8.filter(\.isASCIILetter).map { $0 | 0x20 }
    let isSpelt = letters.count(where: \.isLatinVowel) * 4 > letters.count
    return isSpelt ? [.transliterated, .inCyrillicLayout] : [.inCyrillicLayout, .transliterated]
  }

  /// A text cut at white space, as JavaScript's `split(/(\s+)/)` does: a word, the white space
  /// behind it, and so on.
  private func pieces(of text: String) -> [String] {
    var pieces = [String.UnicodeScalarView()]
    for scalar in text.unicodeScalars {
      // Words stand at even places.
      if scalar.isScriptSpace == (pieces.count % 2 == 1) { pieces.append(.init()) }
      pieces[pieces.count - 1].append(scalar)
    }
    if pieces.count % 2 == 0 { pieces.append(.init()) }
    return pieces.map { String($0) }
  }
}

/// The share of the letters in words that are known, and with those that nearly are.
private struct Worth {
  let known: Double
  let all: Double

  init(_ queries: [SearchQuery]) {
    var (letters, known, near) = (0.0, 0.0, 0.0)
    for query in queries {
      for word in query.spoken.map({ query.words[$0] }) {
        let length = Double(word.form.count)
        letters += length
        if word.level > .none || word.isCommon {
          known += length * (word.level == .byPrefix ? 0.6 : 1)
        } else if let nearest = word.instead.first {
          if nearest.edits >= 1 { near += length * 0.5 } else { known += length * 0.9 }
        }
      }
    }
    let total = letters == 0 ? 1 : letters
    (self.known, all) = (known / total, (known + near) / total)
  }
}

extension Unicode.Scalar {
  /// `\s` of JavaScript.
  fileprivate var isScriptSpace: Bool {
    value == 0xFEFF || value != 0x85 && properties.isWhitespace
  }
}
