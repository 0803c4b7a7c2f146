// Texts that people take for the same → one text, by which they can be compared.

/// Lower case, «е» for «ё», one space for each gap and none at the ends.
func folded(_ text: some StringProtocol) -> String {
  foldedPlain(text.utf8) ?? foldedAny(text)
}

/// What is Latin, Russian and the usual punctuation, byte by byte; nil for any other text.
private func foldedPlain(_ text: some Collection<UInt8>) -> String? {
  var folded: [UInt8] = []
  folded.reserveCapacity(text.count)
  var isGap = false
  var rest = text.makeIterator()
  while let first = rest.next() {
    guard !first.isASCIIWhitespace else {
      isGap = !folded.isEmpty
      continue
    }
    if first < 0x80 {
      if isGap { folded.append(.space) }
      folded.append(first.asciiLowercased)
    } else {
      guard let second = rest.next(), let (lead, trail) = lowercased(first, second) else {
        return nil
      }
      if isGap { folded.append(.space) }
      folded.append(lead)
      folded.append(trail)
    }
    isGap = false
  }
  return String(decoding: folded, as: UTF8.self)
}

/// The small letter for a letter of two bytes from А to Я or Ё, «е» for «ё», a sign from U+00A1 on
/// as it is; nil for all else.
private func lowercased(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8)? {
  switch (first, second) {
  case (0xD0, 0x81), (0xD1, 0x91): (0xD0, 0xB5)
  case (0xD0, 0x90...0x9F): (0xD0, second + 0x20)
  case (0xD0, 0xA0...0xAF): (0xD1, second - 0x20)
  case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x8F), (0xC2, 0xA1...0xBF): (first, second)
  default: nil
  }
}

private func foldedAny(_ text: some StringProtocol) -> String {
  var folded = String.UnicodeScalarView()
  var isGap = false
  for scalar in text.lowercased().unicodeScalars {
    if scalar.properties.isWhitespace {
      isGap = !folded.isEmpty
      continue
    }
    if isGap { folded.append(" ") }
    isGap = false
    folded.append(scalar == "ё" ? "е" : scalar)
  }
  return String(folded)
}
