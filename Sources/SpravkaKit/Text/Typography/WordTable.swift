// Sets of short words that are asked at every space of every article: a word of up to eight letters
// is packed into one number, a byte a letter, and looked up without making a string of it.

/// What a word is to its neighbours.
struct WordRoles: OptionSet, Sendable {
  let rawValue: UInt8

  /// It does not stay at the end of a line.
  static let short = WordRoles(rawValue: 1)
  /// It does not begin a line.
  static let particle = WordRoles(rawValue: 2)
  /// It binds to the number before it.
  static let unit = WordRoles(rawValue: 4)
  /// With a dot, it binds to the number behind it.
  static let abbreviation = WordRoles(rawValue: 8)
  /// It has lost its first letters, for which an apostrophe stands.
  static let shortened = WordRoles(rawValue: 16)
}

/// Words of up to eight letters, Latin or of the Cyrillic block's first half.
struct WordTable: Sendable {
  /// The word is 0 where there is none; a power of two of them, at most half of them taken.
  private var slots: [(word: UInt64, roles: WordRoles)]

  init(_ lists: [(WordRoles, [String])]) {
    var size = 16
    while size < lists.reduce(0, { $0 + $1.1.count }) * 2 { size *= 2 }
    slots = Array(repeating: (0, []), count: size)
    for (roles, words) in lists {
      for word in words {
        let bytes = Array(word.utf8)
        let key = bytes.span.packedWord(0..<bytes.count)
        let slot = slot(of: key)
        slots[slot] = (key, slots[slot].roles.union(roles))
      }
    }
  }

  /// What a word is, as `packedWord` gives it.
  subscript(word: UInt64) -> WordRoles { slots[slot(of: word)].roles }

  /// Where a word stands, or would.
  private func slot(of word: UInt64) -> Int {
    var slot = firstSlot(of: word)
    while slots[slot].word != word, slots[slot].word != 0 {
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return slot
  }

  private func firstSlot(of word: UInt64) -> Int {
    // Fibonacci hashing (Knuth, volume 3, section 6.4): the upper bits of the product are mixed.
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> 40) & (slots.count &- 1)
  }
}

extension Span<UInt8> {
  /// Some bytes as one number; 0 unless all of them are letters, at most eight.
  func packedWord(_ range: Range<Int>) -> UInt64 {
    guard range.count <= 16 else { return 0 }
    let (word, end) = packedWord(from: range.lowerBound, to: range.upperBound)
    return end == range.upperBound ? word : 0
  }

  /// The word that begins at an offset, and where it ends; 0 when it is longer than eight letters.
  func packedWord(from start: Int, to limit: Int) -> (word: UInt64, end: Int) {
    var word: UInt64 = 0
    var letters = 0
    var index = start
    while index < limit {
      let byte = self[index]
      if byte.isASCIILetter {
        word = word &<< 8 | UInt64(byte)
        index &+= 1
      } else if byte | 1 == 0xD1, index &+ 1 < limit {
        let code = 0x80 | (byte & 1) &<< 6 | self[index &+ 1] & 0x3F
        word = word &<< 8 | UInt64(code)
        index &+= 2
      } else {
        break
      }
      letters &+= 1
      if letters > 8 { return (0, index) }
    }
    return (word, index)
  }
}
