// How text looks on a terminal: how many columns a scalar takes, and what stands in for one that
// would do something there instead of being seen. By a short table of our own, since wcwidth of
// the C library answers by the locale, and a report must not.

extension Unicode.Scalar {
  /// Columns on a terminal: 0 for what combines with the scalar before it, 2 for wide ones.
  var displayWidth: Int {
    switch value {
    case 0..<0x300: 1
    case 0x300..<0x370, 0x483..<0x48A, 0x200B..<0x2010, 0x20D0..<0x2100, 0xFE00..<0xFE10,
      0xFE20..<0xFE30, 0xFEFF, 0xE0100..<0xE01F0:
      0
    case 0x1100..<0x1160, 0x2E80..<0x303F, 0x3041..<0xA4D0, 0xAC00..<0xD7A4, 0xF900..<0xFB00,
      0xFE30..<0xFE70, 0xFF01..<0xFF61, 0xFFE0..<0xFFE7, 0x1F300..<0x1F650, 0x1F680..<0x1F700,
      0x1F900..<0x1FA00, 0x20000..<0x3FFFE:
      2
    default: 1
    }
  }

  /// The scalar, or a picture of it when it is a control that a terminal would obey (an escape
  /// sequence in a title must not colour the log or turn its letters round).
  var shown: Unicode.Scalar {
    switch value {
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028..<0x202F, 0x2066..<0x206A: "\u{FFFD}"
    default: self
    }
  }
}

extension [UInt8] {
  /// Appends text for a terminal, controls as pictures.
  mutating func append(shown text: String) {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { append(contentsOf: String(scalar.shown).utf8) }
    }
  }
}
