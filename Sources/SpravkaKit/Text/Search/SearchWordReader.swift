// Bytes of text → its words as search knows them: each part of a unit as it is read, then the whole
// («wi», «fi», «wifi»). The browser's `units` in templates/search/words.js is the same to the
// letter. An index is made of every byte of a site, so nothing is allocated for a word, and ASCII
// and the Cyrillic block have ways of their own.

/// What a word is to its unit.
enum SearchWordRole {
  /// The part that begins it.
  case first
  /// Another part.
  case further
  /// All parts in one, or a name with a sign («c++»).
  case whole
}

/// Reads one text after another; its buffers serve them all.
struct SearchWordReader {
  /// A unit of more parts has no whole.
  static let mostParts = 8

  private var word = SearchWord()
  /// The letters of the last unit, as far as other words may join it.
  private var whole = SearchWord()
  private var parts = 0
  /// The bytes of the last unit.
  private var unit = 0..<0
  /// Where a word joins the unit if it begins there, behind a hyphen or the like; -1 for nowhere.
  private var joinsAt = -1
  private var joinsByDot = false
  private var lastIsName = false
  private var cache = FoldedCharacterCache()
  private let cyrillic = cyrillicBlock

  /// U+0400 to U+047F, folded.
  private static let cyrillicBlock = InlineArray<128, UInt16> { index in
    let folded = Unicode.Scalar(UInt32(0x400 + index)).map { FoldedCharacter($0) } ?? .separator
    return UInt16(truncatingIfNeeded: folded.letters)
  }

  /// Gives `body` each word of a text in UTF-8.
  mutating func read(_ text: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    readUnits(text) { word, _, _ in body(word) }
  }

  /// Gives `body` each word with its role and the bytes that it stands at, accents behind it
  /// included.
  @inline(__always)
  mutating func readUnits(
    _ text: Span<UInt8>, _ body: (Span<UInt8>, SearchWordRole, Range<Int>) -> Void
  ) {
    (parts, joinsAt) = (0, -1)
    var index = 0
    while moveToWord(in: text, &index) {
      let start = index
      readWord(in: text, &index)
      word.useOneAlphabet()
      if start == joinsAt, !joinsByDot || lastIsName || word.isName {
        join()
        unit = unit.lowerBound..<index
        body(word.bytes.span.extracting(0..<word.count), .further, start..<index)
      } else {
        endUnit(body)
        parts = 1
        unit = start..<index
        body(word.bytes.span.extracting(0..<word.count), .first, unit)
        if takeSign(in: text, &index) {
          body(whole.bytes.span.extracting(0..<whole.count), .whole, unit)
        }
      }
      lookForJoiner(in: text, at: index)
    }
    endUnit(body)
  }

  @inline(__always)
  private mutating func endUnit(_ body: (Span<UInt8>, SearchWordRole, Range<Int>) -> Void) {
    if parts > 1, parts <= Self.mostParts {
      whole.useOneAlphabet()
      body(whole.bytes.span.extracting(0..<whole.count), .whole, unit)
    }
    parts = 0
  }

  /// Whether there is another word; then the index is where it begins.
  private mutating func moveToWord(in text: Span<UInt8>, _ index: inout Int) -> Bool {
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if byte.isASCIILetter || byte.isASCIIDigit { return true }
        index &+= 1
      } else if byte & 0xFE == 0xD0, index &+ 1 < text.count {
        return true
      } else if let wide = text.scalar(at: index) {
        if cache[wide.scalar].isLetter { return true }
        index &+= wide.length
      } else {
        index &+= 1
      }
    }
    return false
  }

  private mutating func readWord(in text: Span<UInt8>, _ index: inout Int) {
    word.removeAll()
    while index < text.count {
      let byte = text[index]
      if byte & 0xFE == 0xD0, index &+ 1 < text.count {
        let place = Int(byte & 1) &<< 6 | Int(text[index &+ 1] & 0x3F)
        word.append(twoBytes: cyrillic[place], .cyrillic)
        index &+= 2
      } else if byte.isASCIILetter {
        word.append(ascii: byte | 0x20, .latin)
        index &+= 1
      } else if byte.isASCIIDigit {
        word.append(ascii: byte, .digits)
        index &+= 1
      } else if byte < 0x80 || !appendOther(in: text, &index) {
        return
      }
    }
  }

  /// Takes a character of other blocks; false when it parts words.
  private mutating func appendOther(in text: Span<UInt8>, _ index: inout Int) -> Bool {
    guard let wide = text.scalar(at: index) else { return false }
    let folded = cache[wide.scalar]
    if folded == .separator { return false }
    if wide.scalar.value == 0x306 { word.composeWithBreve() }
    word.append(folded)
    index &+= wide.length
    return true
  }
}

// MARK: Units

extension SearchWordReader {
  /// Adds the word to the unit that it joins.
  private mutating func join() {
    parts += 1
    let length = whole.length + word.length + (joinsByDot ? 1 : 0)
    guard parts <= Self.mostParts, length <= SearchWord.longest else {
      parts = Self.mostParts + 1
      return
    }
    if joinsByDot { whole.append(ascii: .dot, []) }
    whole.append(word)
  }

  /// Notes where the next word must begin to be a part of this unit.
  ///
  /// A dot alone may be the end of a sentence with no space behind it, so one of its neighbours must
  /// look like a name.
  @inline(__always)
  private mutating func lookForJoiner(in text: Span<UInt8>, at end: Int) {
    joinsAt = -1
    guard unit.upperBound == end, end &+ 1 < text.count, parts > 0 else { return }
    let length: Int
    switch text[end] {
    case .hyphen, UInt8(ascii: "_"), .dot: length = 1
    case 0xE2 where text[end &+ 1] == 0x80 && end &+ 2 < text.count:
      // U+2010 and U+2011.
      guard text[end &+ 2] == 0x90 || text[end &+ 2] == 0x91 else { return }
      length = 3
    default: return
    }
    joinsAt = end &+ length
    joinsByDot = text[end] == .dot
    lastIsName = word.isName
    if parts == 1 {
      whole.removeAll()
      whole.append(word)
    }
  }

  /// Whether «++» or «#» behind the only word of a unit makes another name of it; then that is the
  /// whole.
  @inline(__always)
  private mutating func takeSign(in text: Span<UInt8>, _ index: inout Int) -> Bool {
    guard index < text.count, text[index] == .hash || text[index] == UInt8(ascii: "+") else {
      return false
    }
    return takeSign(text[index], in: text, &index)
  }

  private mutating func takeSign(_ sign: UInt8, in text: Span<UInt8>, _ index: inout Int) -> Bool {
    let isHash = sign == .hash
    let end = index + (isHash ? 1 : 2)
    let isCyrillic = word.count == 2 && word.bytes[0] == 0xD1 && word.bytes[1] == 0x81  // с
    let isLatin = word.alphabets == .latin && word.length <= (isHash ? 1 : 12)
    guard end <= text.count, text[end - 1] == sign, isCyrillic || isLatin else { return false }
    var next = end
    if moveToWord(in: text, &next), next == end { return false }
    whole.removeAll()
    if isCyrillic {
      whole.append(ascii: UInt8(ascii: "c"), .latin)
    } else {
      whole.append(word)
    }
    for _ in index..<end { whole.append(ascii: sign, []) }
    // Nothing joins a unit that has ended with a sign.
    (index, parts) = (end, 0)
    unit = unit.lowerBound..<end
    return true
  }
}
