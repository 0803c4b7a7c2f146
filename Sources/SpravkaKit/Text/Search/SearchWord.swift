// The letters of one word while it is read, and the rule for words of two alphabets: letters that
// look alike are taken for each other, since who typed «пaроль» with a Latin «a» never saw it.

struct SearchWord {
  /// What follows of a longer word is left out, in UTF-16 units.
  static let longest = 64

  /// UTF-8; a letter more than the longest word has room, and a sign.
  private(set) var bytes = InlineArray<200, UInt8>(repeating: 0)
  private(set) var count = 0
  /// Letters and signs, all of them one UTF-16 unit.
  private(set) var length = 0
  private(set) var alphabets: Alphabets = []

  /// Whether it can be a part of a name that has a dot in it («10.2.1», «node.js»).
  var isName: Bool { !alphabets.isDisjoint(with: [.latin, .digits]) }

  mutating func removeAll() {
    count = 0
    length = 0
    alphabets = []
  }

  @inline(__always)
  mutating func append(ascii byte: UInt8, _ alphabet: Alphabets) {
    guard length < Self.longest else { return }
    bytes[count] = byte
    count &+= 1
    length &+= 1
    alphabets.formUnion(alphabet)
  }

  /// A letter of U+0080 to U+07FF.
  @inline(__always)
  mutating func append(twoBytes letter: UInt16, _ alphabet: Alphabets) {
    guard length < Self.longest else { return }
    bytes[count] = UInt8(truncatingIfNeeded: 0xC0 | letter &>> 6)
    bytes[count &+ 1] = UInt8(truncatingIfNeeded: 0x80 | letter & 0x3F)
    count &+= 2
    length &+= 1
    alphabets.formUnion(alphabet)
  }

  /// Any letter below U+10000.
  mutating func append(_ letter: UInt16) {
    switch letter {
    case ..<0x80:
      let byte = UInt8(letter)
      append(ascii: byte, byte.isASCIIDigit ? .digits : byte.isASCIILetter ? .latin : [])
    case ..<0x800: append(twoBytes: letter, 0x400..<0x500 ~= letter ? .cyrillic : .other)
    default:
      guard length < Self.longest else { return }
      bytes[count] = UInt8(0xE0 | letter &>> 12)
      bytes[count &+ 1] = UInt8(0x80 | letter &>> 6 & 0x3F)
      bytes[count &+ 2] = UInt8(0x80 | letter & 0x3F)
      count &+= 3
      length &+= 1
      alphabets.formUnion(.other)
    }
  }

  mutating func append(_ folded: FoldedCharacter) {
    var letters = folded.letters
    while letters > 0 {
      append(UInt16(truncatingIfNeeded: letters))
      letters &>>= 16
    }
  }

  /// «и» with a breve of its own is «й», as some systems write it.
  mutating func composeWithBreve() {
    guard length < Self.longest, endsWith(0xD0, 0xB8) else { return }
    bytes[count &- 1] = 0xB9
  }

  private func endsWith(_ lead: UInt8, _ last: UInt8) -> Bool {
    count > 1 && bytes[count &- 2] == lead && bytes[count &- 1] == last
  }

  /// Takes on the letters of another word, which must have room.
  mutating func append(_ other: borrowing SearchWord) {
    for index in 0..<other.count { bytes[count &+ index] = other.bytes[index] }
    count &+= other.count
    length &+= other.length
    alphabets.formUnion(other.alphabets)
  }
}

// MARK: One alphabet

extension SearchWord {
  private static let cyrillicTwins: [UInt16] = "авекмнорстух".utf16.map(\.self)
  private static let latinTwins: [UInt16] = "abekmhopctyx".utf16.map(\.self)

  /// Writes a word of two alphabets in that of most of its letters.
  ///
  /// It stays when some of the others look like nothing there. With a digit it is a Latin name if
  /// it can be one («1с», «х64»).
  @inline(__always)
  mutating func useOneAlphabet() {
    if alphabets.contains(.cyrillic), isName { unmix() }
  }

  private mutating func unmix() {
    var (latin, cyrillic, foreignLatin, foreignCyrillic) = (0, 0, 0, 0)
    forEachLetter { letter in
      if 0x61...0x7A ~= letter {
        latin += 1
        if !Self.latinTwins.contains(letter) { foreignLatin += 1 }
      } else if 0x400..<0x500 ~= letter {
        cyrillic += 1
        if !Self.cyrillicTwins.contains(letter) { foreignCyrillic += 1 }
      }
    }
    if foreignCyrillic == 0, alphabets.contains(.digits) || latin > cyrillic {
      replace(Self.cyrillicTwins, by: Self.latinTwins)
    } else if foreignLatin == 0, latin > 0, latin <= cyrillic {
      replace(Self.latinTwins, by: Self.cyrillicTwins)
    }
  }

  private mutating func replace(_ letters: [UInt16], by twins: [UInt16]) {
    var other = SearchWord()
    forEachLetter { letter in
      other.append(letters.firstIndex(of: letter).map { twins[$0] } ?? letter)
    }
    self = other
  }

  private func forEachLetter(_ body: (UInt16) -> Void) {
    var index = 0
    while index < count {
      let lead = UInt16(bytes[index])
      if lead < 0x80 {
        body(lead)
        index &+= 1
      } else if lead < 0xE0 {
        body((lead & 0x1F) &<< 6 | UInt16(bytes[index &+ 1] & 0x3F))
        index &+= 2
      } else {
        let rest = UInt16(bytes[index &+ 1] & 0x3F) &<< 6 | UInt16(bytes[index &+ 2] & 0x3F)
        body(lead &<< 12 | rest)
        index &+= 3
      }
    }
  }
}
