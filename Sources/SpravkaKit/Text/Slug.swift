// Anchors and file names in plain ASCII. Cyrillic is transliterated letter by letter in the way
// of Russian web addresses («й» y, «ю» yu, «я» ya, «ё» e), so that an anchor can be read aloud
// and typed; letters of other scripts are left out.

/// `Если забыли логин` → `esli-zabyli-login`; empty when nothing can be kept.
func slug(of text: String) -> String {
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    if let plain = UInt8(exactly: scalar.value), plain.isASCIILetter || plain.isASCIIDigit {
      bytes.append(plain.asciiLowercased)
    } else if let latin = transliteration(of: scalar) {
      bytes.append(contentsOf: latin.utf8)
    } else if !scalar.properties.isAlphabetic, !isInvisible(scalar), bytes.last != .hyphen {
      if !bytes.isEmpty { bytes.append(.hyphen) }
    }
  }
  while bytes.last == .hyphen { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}

/// Whether a name can stand in an address as it is: small Latin letters, digits and hyphens.
func isPlainName(_ name: some StringProtocol) -> Bool {
  name.utf8.allSatisfy {
    $0 == .hyphen || $0.isASCIIDigit || ($0.isASCIILetter && $0 == $0.asciiLowercased)
  }
}

/// Soft hyphens, accents and joiners: they stand inside words and part nothing.
private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .format, .nonspacingMark, .enclosingMark: true
  default: false
  }
}

private func transliteration(of scalar: Unicode.Scalar) -> String? {
  // Capital letters of the Cyrillic block stand 32 (А–Я) or 80 (Ѐ–Џ) below the small ones.
  switch scalar.value {
  case 0x0410...0x042F: cyrillic[Int(scalar.value) - 0x0410]
  case 0x0430...0x044F: cyrillic[Int(scalar.value) - 0x0430]
  case 0x0401, 0x0451: "e"  // ё
  case 0x0404, 0x0454: "ie"  // є
  case 0x0406, 0x0456, 0x0407, 0x0457: "i"  // і, ї
  case 0x040E, 0x045E: "u"  // ў
  case 0x0490, 0x0491: "g"  // ґ
  default: nil
  }
}

private let cyrillic = [
  "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p",
  "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
]
