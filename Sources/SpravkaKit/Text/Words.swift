// Bytes of text or HTML → its words: letters and digits in lower case, «ё» as «е». «й» stays what it
// is: folded to «и» it would spoil stems («файл»). No string is made of a word, and nearly all of
// them take the two short ways, ASCII and the Cyrillic block; Unicode's tables serve the rest.

/// Which letters and digits a word is made of.
struct Alphabets: OptionSet, Sendable {
  let rawValue: UInt8

  static let latin = Alphabets(rawValue: 1)
  static let cyrillic = Alphabets(rawValue: 2)
  static let digits = Alphabets(rawValue: 4)
  static let other = Alphabets(rawValue: 8)
}

/// Finds the words of one text after another; its buffer serves them all.
struct WordReader {
  /// What follows of a longer word is left out, in bytes.
  static let longest = 128

  private var word: [UInt8] = []
  private var alphabets: Alphabets = []

  init() {
    word.reserveCapacity(Self.longest)
  }

  /// Gives `body` each word of a text.
  mutating func read(_ text: String, _ body: (Span<UInt8>, Alphabets) -> Void) {
    let bytes = Array(text.utf8)
    read(bytes.span, isHTML: false, body)
  }

  /// Gives `body` each word of some bytes of UTF-8.
  ///
  /// - Parameter isHTML: whether tags and character references stand between words; what tags
  ///   themselves say is left out.
  mutating func read(
    _ text: Span<UInt8>, isHTML: Bool, _ body: (Span<UInt8>, Alphabets) -> Void
  ) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte.isASCIILetter {
        append(byte | 0x20, .latin)
        index &+= 1
      } else if byte == 0xD0 || byte == 0xD1, index &+ 1 < text.count {
        appendCyrillic(byte, text[index &+ 1])
        index &+= 2
      } else if byte.isASCIIDigit {
        append(byte, .digits)
        index &+= 1
      } else if byte < 0x80 {
        end(body)
        index = isHTML ? text.indexBehindMarkup(at: index) : index &+ 1
      } else if let wide = text.scalar(at: index) {
        if !append(wide.scalar) { end(body) }
        index &+= wide.length
      } else {
        end(body)
        index &+= 1
      }
    }
    end(body)
  }

  private mutating func end(_ body: (Span<UInt8>, Alphabets) -> Void) {
    guard !word.isEmpty else { return }
    body(word.span, alphabets)
    word.removeAll(keepingCapacity: true)
    alphabets = []
  }

  private mutating func append(_ byte: UInt8, _ alphabet: Alphabets) {
    guard word.count < Self.longest else { return }
    word.append(byte)
    alphabets.formUnion(alphabet)
  }

  /// A letter of U+0400 to U+047F, which UTF-8 begins with D0 or D1.
  private mutating func appendCyrillic(_ lead: UInt8, _ last: UInt8) {
    switch (lead, last) {
    case (0xD0, 0x81), (0xD1, 0x91): append(0xD0, 0xB5)  // Ё, ё
    case (0xD0, ..<0x90): append(0xD1, last &+ 0x10)  // Ѐ–Џ
    case (0xD0, ..<0xA0): append(0xD0, last &+ 0x20)  // А–П
    case (0xD0, ..<0xB0): append(0xD1, last &- 0x20)  // Р–Я
    case (0xD1, 0xA0...): append(0xD1, last | 1)  // Ѡ–ѿ, small letters behind their capitals
    default: append(lead, last)
    }
  }

  private mutating func append(_ lead: UInt8, _ last: UInt8) {
    guard word.count &+ 2 <= Self.longest else { return }
    word.append(lead)
    word.append(last)
    alphabets.formUnion(.cyrillic)
  }

  /// Takes any other scalar; false when it parts words.
  private mutating func append(_ scalar: Unicode.Scalar) -> Bool {
    // Dashes, quotes and the no-break space: what Russian prose has most of.
    if 0x2010...0x203A ~= scalar.value || scalar.value == 0xA0 { return false }
    if 0xAB...0xBB ~= scalar.value, scalar.value != 0xAD, scalar.value != 0xB5 { return false }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .format: return true
    case .nonspacingMark, .enclosingMark:
      compose(with: scalar)
      return true
    case .decimalNumber, .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
      .otherLetter, .spacingMark:
      let small = properties.lowercaseMapping.utf8
      if word.count + small.count <= Self.longest { word += small }
      alphabets.formUnion(isLatin(scalar) ? .latin : .other)
      return true
    default: return false
    }
  }

  private func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x250 || 0x1E00..<0x1F00 ~= scalar.value
  }

  /// «и» with a breve of its own is «й», as some systems write it; other accents are left out.
  private mutating func compose(with accent: Unicode.Scalar) {
    guard accent.value == 0x306, word.count > 1, word[word.count - 2] == 0xD0,
      word[word.count - 1] == 0xB8
    else { return }
    word[word.count - 1] = 0xB9
  }
}

extension Span<UInt8> {
  /// Behind the tag or the character reference that begins here, else behind this byte.
  fileprivate func indexBehindMarkup(at start: Int) -> Int {
    switch self[start] {
    case .lessThan:
      var index = start
      while index < count, self[index] != .greaterThan { index &+= 1 }
      return index &+ 1
    case .ampersand:
      var index = start &+ 1
      while index < count,
        self[index] == .hash || self[index].isASCIILetter
          || self[index].isASCIIDigit
      {
        index &+= 1
      }
      // Without its semicolon it is an ampersand, and a word follows.
      return index < count && self[index] == UInt8(ascii: ";") ? index &+ 1 : start &+ 1
    default: return start &+ 1
    }
  }

  /// The scalar of two bytes or more that begins here; nil when none does.
  func scalar(at start: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let lead = self[start]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0
    guard length > 0, start &+ length <= count else { return nil }
    var value = UInt32(lead) & (0x7F &>> UInt32(length))
    for offset in 1..<length { value = value &<< 6 | UInt32(self[start &+ offset] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}
