// Straight quotes → those of the language. The sign before a quote and the one behind it say which
// way it looks; one that nothing opens stays straight, be it an inch or a piece of code.

extension Typesetter {
  mutating func setQuote(
    at index: Int, _ text: Span<UInt8>, _ rules: TypographyRules, _ sink: inout some TextSink
  ) -> Int {
    let isRussian = rules.style == .russian
    let range = index..<(index &+ 1)
    if opens(at: index, text) {
      let isOuter = quotations == 0
      replace(range, of: text, by: isRussian ? (isOuter ? "«" : "„") : "“", &sink)
      quotations &+= 1
      hasJustOpened = true
    } else if quotations > 0, !text.isOpen(before: index) {
      quotations &-= 1
      let isOuter = quotations == 0
      replace(range, of: text, by: isRussian ? (isOuter ? "»" : "“") : "”", &sink)
      hasJustOpened = false
    } else {
      hasJustOpened = false
    }
    wordStart = index &+ 1
    return index &+ 1
  }

  /// Whether a straight quote begins a quotation.
  private func opens(at index: Int, _ text: Span<UInt8>) -> Bool {
    guard index &+ 1 < text.count, text.mayBeQuoted(at: index &+ 1) else { return false }
    if text.isOpen(before: index) { return true }
    let before = text[index &- 1]
    if before == .quote || before == .apostrophe { return hasJustOpened }
    // «сказал:"Привет"» is sloppy, `type="text"` is code.
    return quotations == 0 && before < 0x80 && before != UInt8(ascii: "=")
      && before != Self.object && !before.isASCIILetter && !before.isASCIIDigit
      && text.isLetter(at: index &+ 1)
  }

  /// Sets a straight single quote of an English text: an apostrophe more often than a quote.
  mutating func setApostrophe(
    at index: Int, _ text: Span<UInt8>, _ rules: TypographyRules, _ sink: inout some TextSink
  ) -> Int {
    let range = index..<(index &+ 1)
    let isBeforeLetter = text.isLetter(at: index &+ 1)
    let isOpen =
      text.isOpen(before: index)
      || index > 0 && text[index &- 1] == .quote && hasJustOpened
    if isOpen {
      guard isBeforeLetter else { return index &+ 1 }
      let next = text.packedWord(from: index &+ 1, to: text.count).word
      let isShortened = text[index &+ 1].isASCIIDigit || rules.words[next] == .shortened
      replace(range, of: text, by: isShortened ? "’" : "‘", &sink)
      if !isShortened { singleQuotations &+= 1 }
    } else if text.isLetter(before: index), isBeforeLetter {
      // Between digits it stands for feet or minutes.
      let isPrime = text[index &- 1].isASCIIDigit && text[index &+ 1].isASCIIDigit
      if !isPrime { replace(range, of: text, by: "’", &sink) }
    } else if singleQuotations > 0 {
      replace(range, of: text, by: "’", &sink)
      singleQuotations &-= 1
    } else if text[index &- 1].isASCIILetter {
      replace(range, of: text, by: "’", &sink)
    }
    return index &+ 1
  }
}

extension Span<UInt8> {
  /// Whether a quote here would stand where a word begins.
  func isOpen(before index: Int) -> Bool {
    guard index > 0 else { return true }
    switch self[index &- 1] {
    case .space, .openParenthesis, .openBracket, .openBrace: return true
    case 0x80...:
      if index > 1, self[index &- 2] == 0xC2 {
        let sign = sign(at: index &- 2)
        return sign == .noBreakSpace || sign == .openQuote
      }
      guard index > 2, self[index &- 3] == 0xE2 else { return false }
      switch sign(at: index &- 3) {
      case .dash, .openQuote: return true
      case .highQuote:
        return index == 3 || self[index &- 4] == .space || self[index &- 4] == .openParenthesis
      default: return false
      }
    default: return false
    }
  }

  /// Whether a quotation can begin with what stands here.
  fileprivate func mayBeQuoted(at index: Int) -> Bool {
    switch self[index] {
    case .space, .comma, .dot, .closeParenthesis, UInt8(ascii: ";"), .colon: false
    case 0xC2: sign(at: index) != .noBreakSpace
    default: true
    }
  }
}
