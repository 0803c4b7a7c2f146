// Hyphens → dashes where they stand for them, words with hyphens → whole, dots → the ellipsis.

extension Typesetter {
  /// A longer word may be broken: it would not fit a narrow screen.
  private static let longestWhole = 24
  private static let longestPart = 3

  mutating func setHyphen(
    at index: Int, _ text: Span<UInt8>, _ end: Int, _ rules: TypographyRules,
    _ sink: inout some TextSink
  ) -> Int {
    let hyphens = text.spacedDash(at: index)
    if hyphens > 0, index &+ hyphens <= end {
      replace(index..<(index &+ hyphens), of: text, by: "—", &sink)
      swallowsSpace = rules.style == .english
      wordStart = index &+ hyphens
      return wordStart
    }
    if rules.style == .english, text.isDoubleHyphen(at: index), index &+ 2 <= end {
      replace(index..<(index &+ 2), of: text, by: "—", &sink)
      wordStart = index &+ 2
      return wordStart
    }
    // A word that was begun in another element cannot be kept whole by one.
    guard wordStart >= 0, index &- wordStart <= 2 * Self.longestWhole,
      let word = HyphenatedWord(from: wordStart, hyphen: index, text), word.end <= end
    else { return index &+ 1 }
    if text.parts(word.range) {
      if word.isRange, text.mayBeRange(word.range, hyphen: index) {
        replace(index..<(index &+ 1), of: text, by: "–", &sink)
      } else if type(of: sink).holdsMarkup, word.hasLetters, word.shortest <= Self.longestPart,
        word.letters <= Self.longestWhole
      {
        keepWhole(word.range, of: text, &sink)
      }
    }
    return word.end
  }

  mutating func setDots(
    at index: Int, _ text: Span<UInt8>, _ end: Int, _ sink: inout some TextSink
  ) -> Int {
    var behind = index &+ 1
    while behind < end, text[behind] == .dot { behind &+= 1 }
    guard behind &- index == 3 else { return behind }
    let next = behind < text.count ? text[behind] : .space
    let before = index > 0 ? text[index &- 1] : .space
    // Paths, and `...rest` of programming languages.
    guard next != .dot, next != .slash, before != .dot, before != .slash,
      !(next.isASCIILetter && text.isOpen(before: index))
    else { return behind }
    replace(index..<behind, of: text, by: "…", &sink)
    wordStart = behind
    return behind
  }
}

/// A word with hyphens in it.
private struct HyphenatedWord {
  let range: Range<Int>
  /// Letters and digits.
  private(set) var letters = 0
  private(set) var hasLetters = false
  /// The length of its shortest part.
  private(set) var shortest = Int.max
  private var hyphens = 0

  var end: Int { range.upperBound }
  /// Whether it is two numbers.
  var isRange: Bool { hyphens == 1 && !hasLetters }

  /// Nil when what stands around a hyphen is no word.
  init?(from start: Int, hyphen: Int, _ text: Span<UInt8>) {
    var index = start
    var part = 0
    // One that is much too long is read no further; its rest is no word of its own.
    let limit = min(text.count, hyphen &+ 64)
    while index < limit {
      if text[index] == .hyphen {
        guard part > 0 else { return nil }
        shortest = min(shortest, part)
        part = 0
        hyphens &+= 1
        index &+= 1
      } else {
        let length = text.letterLength(at: index)
        guard length > 0 else { break }
        hasLetters = hasLetters || !text[index].isASCIIDigit
        part &+= 1
        letters &+= 1
        index &+= length
      }
    }
    guard part > 0, index > hyphen else { return nil }
    shortest = min(shortest, part)
    range = start..<index
  }
}

extension Span<UInt8> {
  /// How many hyphens stand here between two spaces, in the place of a dash; 0 when they don't.
  func spacedDash(at index: Int) -> Int {
    let hyphens = index &+ 1 < count && self[index &+ 1] == .hyphen ? 2 : 1
    let next = index &+ hyphens &+ 1
    guard next < count, self[next &- 1] == .space, self[next] != .space, index > 1 else { return 0 }
    var before = index &- 2
    if self[index &- 1] == 0xA0, self[before] == 0xC2 {
      before &-= 1
    } else if self[index &- 1] != .space {
      return 0
    }
    guard before >= 0, self[before] != .space else { return 0 }
    // It may be a minus.
    return self[before].isASCIIDigit && self[next].isASCIIDigit ? 0 : hyphens
  }

  /// Whether two hyphens part two words: «files--all of them».
  fileprivate func isDoubleHyphen(at index: Int) -> Bool {
    index &+ 2 < count && self[index &+ 1] == .hyphen && index > 0
      && isLetter(before: index) && self[index &+ 2].isASCIILetter
  }

  /// Whether a word stands between signs of prose, not of an address or of code.
  fileprivate func parts(_ word: Range<Int>) -> Bool {
    if word.lowerBound > 0 {
      switch self[word.lowerBound &- 1] {
      case .space, .openParenthesis, .quote, 0x80...: break
      default: return false
      }
    }
    guard word.upperBound < count else { return true }
    switch self[word.upperBound] {
    case .space, .comma, .closeParenthesis, .closeBracket, .quote, .apostrophe, .exclamation,
      .question, .percent, UInt8(ascii: ";"), 0xC2, 0xE2:
      return true
    case .dot, .colon:
      let next = word.upperBound &+ 1
      return !isLetter(at: next) && (next == count || self[next] != .slash)
    default: return false
    }
  }

  /// Whether two numbers go up and are no part of a telephone number.
  fileprivate func mayBeRange(_ word: Range<Int>, hyphen: Int) -> Bool {
    guard let first = number(word.lowerBound..<hyphen),
      let last = number((hyphen &+ 1)..<word.upperBound), first < last
    else { return false }
    let behind = word.upperBound &+ 1
    if behind < count, self[behind &- 1] == .space, self[behind].isASCIIDigit { return false }
    guard word.lowerBound > 1, self[word.lowerBound &- 1] == .space else { return true }
    let before = self[word.lowerBound &- 2]
    return !before.isASCIIDigit && before != .closeParenthesis
  }

  /// Up to four digits without a zero before them.
  private func number(_ digits: Range<Int>) -> Int? {
    guard 1...4 ~= digits.count, self[digits.lowerBound] != UInt8(ascii: "0") || digits.count == 1
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int(self[$1] & 15) }
  }
}
