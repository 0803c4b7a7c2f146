// One character → what search's words get of it: lower case without accents, «е» for «ё». «й» alone
// keeps its mark, since without it stems would be spoilt («файл»). The browser folds by the same
// rules (templates/search/words.js); letters beyond U+FFFF part words on both sides.

/// Up to three letters, all below U+10000, in one number: the first in the lowest 16 bits.
struct FoldedCharacter: Equatable, Sendable {
  let letters: UInt64

  /// What is no part of a word.
  static let separator = FoldedCharacter(letters: .max)
  /// An accent or a sign for layout: it adds nothing and ends no word.
  static let mark = FoldedCharacter(letters: 0)

  /// Whether a word can begin with it.
  var isLetter: Bool { letters &- 1 < .max - 1 }
}

extension FoldedCharacter {
  /// By Unicode's tables, so not for every letter of a text.
  init(_ scalar: Unicode.Scalar) {
    guard scalar.value <= 0xFFFF else {
      self = .separator
      return
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: self = .mark
    case .decimalNumber, .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
      .otherLetter, .spacingMark:
      self.init(small: scalar.properties.lowercaseMapping)
    default: self = .separator
    }
  }

  private init(small: String) {
    var letters: UInt64 = 0
    let parts = small == "й" ? small : canonicalDecomposition(of: small)
    // Some Chinese characters are the same as others beyond U+FFFF; they stay themselves.
    let source = parts.unicodeScalars.contains { $0.value > 0xFFFF } ? small : parts
    for scalar in source.unicodeScalars.reversed() where !Self.isMark(scalar) {
      letters = letters &<< 16 | UInt64(scalar == "ς" ? 0x3C3 : scalar.value)
    }
    self.letters = letters
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }
}

/// Remembers what the characters beyond ASCII and the Cyrillic block are that were met last.
struct FoldedCharacterCache {
  private static let size = 1024
  private var keys = [UInt32](repeating: .max, count: size)
  private var values = [FoldedCharacter](repeating: .mark, count: size)

  subscript(scalar: Unicode.Scalar) -> FoldedCharacter {
    mutating get {
      let slot = Int(scalar.value) & (Self.size &- 1)
      if keys[slot] == scalar.value { return values[slot] }
      let folded = FoldedCharacter(scalar)
      keys[slot] = scalar.value
      values[slot] = folded
      return folded
    }
  }
}
