// Which spaces may not be broken: those behind short words, before dashes and particles, between a
// number and its word, in abbreviations and names.

extension Typesetter {
  mutating func setSpace(
    at index: Int, _ text: Span<UInt8>, _ rules: TypographyRules, _ sink: inout some TextSink
  ) -> Int {
    let word = wordStart..<max(wordStart, index)
    wordStart = index &+ 1
    if swallowsSpace {
      swallowsSpace = false
      replace(index..<(index &+ 1), of: text, by: "", &sink)
    } else if index > 0, index &+ 1 < text.count, text[index &- 1] != .space,
      text[index &+ 1] != .space
    {
      switch rules.style {
      case .russian:
        if isRussianNoBreak(at: index, behind: word, text, rules) {
          putNoBreakSpace(at: index, text, &sink)
        }
      case .english: setEnglishSpace(at: index, behind: word, text, rules, &sink)
      }
    }
    return index &+ 1
  }

  private mutating func setEnglishSpace(
    at index: Int, behind word: Range<Int>, _ text: Span<UInt8>, _ rules: TypographyRules,
    _ sink: inout some TextSink
  ) {
    if text[index &+ 1] == .hyphen, text.spacedDash(at: index &+ 1) > 0 {
      replace(index..<(index &+ 1), of: text, by: "", &sink)
    } else if text.isNumber(word), text.bindsToNumber(at: index &+ 1, rules) {
      putNoBreakSpace(at: index, text, &sink)
    }
  }

  private func isRussianNoBreak(
    at index: Int, behind word: Range<Int>, _ text: Span<UInt8>, _ rules: TypographyRules
  ) -> Bool {
    let start = index &+ 1
    switch text[start] {
    case 0xE2: if text.sign(at: start) == .dash { return true }
    case .hyphen: if text.spacedDash(at: start) > 0 { return true }
    case 0xD0:
      // Nearly all words are told apart from «бы», «же» and «ли» by their first letters.
      if start &+ 3 < text.count, text.mayBeParticle(at: start) {
        let next = text.packedWord(from: start, to: min(start &+ 6, text.count))
        if next.end == start &+ 4, rules.words[next.word].contains(.particle) { return true }
      }
    default: break
    }
    guard word.lowerBound >= 0, !word.isEmpty else {
      return text.isNumberSign(before: index)
    }
    let last = text[index &- 1]
    if last.isASCIIDigit { return text.isNumber(word) && text.bindsToNumber(at: start, rules) }
    if last == .dot { return isAbbreviation(word, before: start, text, rules) }
    if word.count <= 10, text[word.lowerBound] | 1 == 0xD1,
      rules.words[text.packedWord(word)].contains(.short)
    {
      return true
    }
    return text.isInitial(at: start) && text.isCapital(at: word.lowerBound)
      && text.isInitial(at: start &+ text.letterLength(at: start) &+ 2)
  }

  /// Whether a word that ends with a dot binds to the next one.
  ///
  /// That is so in «т. е.», «А. С. Пушкин», «рис. 5».
  private func isAbbreviation(
    _ word: Range<Int>, before start: Int, _ text: Span<UInt8>, _ rules: TypographyRules
  ) -> Bool {
    let letter = text.letterLength(at: word.lowerBound)
    guard letter > 0, word.count <= 10 else { return false }
    if text[start].isASCIIDigit {
      let name = text.packedWord(word.lowerBound..<(word.upperBound &- 1))
      return rules.words[name].contains(.abbreviation)
    }
    let next = text.letterLength(at: start)
    guard next > 0 else { return false }
    if word.count == 3, text[word.lowerBound] == 0xD1, text[word.lowerBound &+ 1] == 0x82 {
      return start &+ next < text.count && text[start &+ next] == .dot  // «т.»
    }
    guard text.isInitial(at: word.lowerBound), text.isCapital(at: start) else { return false }
    let second = word.lowerBound &+ letter &+ 1
    return second == word.upperBound
      || text.isInitial(at: second)
        && second &+ text.letterLength(at: second) &+ 1 == word.upperBound
  }
}

extension Span<UInt8> {
  /// Whether a space stands between a long Russian word and a small letter that begins no
  /// particle: no rule is for it, as for most spaces.
  @inline(__always) func isPlainSpace(at index: Int, wordStart: Int) -> Bool {
    guard index &- wordStart > 10, index &+ 2 < count, self[index &- 1] >= 0x80 else {
      return false
    }
    let next = self[index &+ 1]
    if next == 0xD1 { return true }
    let letter = self[index &+ 2]
    return next == 0xD0 && letter >= 0xB0 && letter != 0xB1 && letter != 0xB6 && letter != 0xBB
  }

  /// Whether a word of «б», «ж» or «л» begins here, followed by «ы», «е» or «и».
  @inline(__always) fileprivate func mayBeParticle(at start: Int) -> Bool {
    switch (self[start &+ 1], self[start &+ 3]) {
    case (0xB1, 0x8B), (0xB6, 0xB5), (0xBB, 0xB8): true
    default: false
    }
  }

  /// Whether a word is a number: «5», «3,5», «-10», «18.08.2025».
  fileprivate func isNumber(_ word: Range<Int>) -> Bool {
    guard word.lowerBound >= 0, !word.isEmpty, word.count <= 20,
      self[word.upperBound &- 1].isASCIIDigit
    else { return false }
    for index in word where self[index].isASCIILetter || self[index] >= 0x7F { return false }
    return true
  }

  /// Whether «№» or «§» stands before a space, and a digit behind it.
  fileprivate func isNumberSign(before space: Int) -> Bool {
    guard self[space &+ 1].isASCIIDigit else { return false }
    if space > 2, self[space &- 3] == 0xE2 { return sign(at: space &- 3) == .number }
    return space > 1 && self[space &- 2] == 0xC2 && sign(at: space &- 2) == .number
  }

  /// Whether what begins here is the word or the unit of the number before it, or goes on with it.
  fileprivate func bindsToNumber(at start: Int, _ rules: TypographyRules) -> Bool {
    let byte = self[start]
    switch byte {
    case .percent: return true
    case 0xC2: return sign(at: start) == .other && start &+ 1 < count && self[start &+ 1] == 0xB0
    case 0xE2: return start &+ 1 < count && self[start &+ 1] == 0x82  // Currencies.
    case _ where byte.isASCIIDigit: return isGroupOfDigits(at: start)
    default: break
    }
    let next = packedWord(from: start, to: count)
    guard next.end > start, !isLetter(at: next.end) else { return false }
    let roles = rules.words[next.word]
    if roles.contains(.unit) { return true }
    return rules.style == .russian && byte | 1 == 0xD1 && !isCapital(at: start)
      && !roles.contains(.short)
  }

  /// Whether three digits stand here that part thousands: «10 000».
  private func isGroupOfDigits(at start: Int) -> Bool {
    let space = start &- 1
    var before = space
    while before > 0, self[before &- 1].isASCIIDigit { before &-= 1 }
    var end = start
    while end < count, self[end].isASCIIDigit { end &+= 1 }
    return end &- start == 3 && 1...3 ~= space &- before && !isLetter(at: end)
      && (end == count || self[end] != .hyphen)
      && (before == 0 || self[before &- 1] == .space || self[before &- 1] >= 0x80)
  }

  /// Whether a capital letter with a dot stands here.
  fileprivate func isInitial(at start: Int) -> Bool {
    guard isCapital(at: start) else { return false }
    let end = start &+ letterLength(at: start)
    return end < count && self[end] == .dot
  }
}
