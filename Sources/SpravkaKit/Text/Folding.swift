// Texts that people take for the same → one text, by which they can be compared.

/// Lower case, «е» for «ё», one space for each gap and none at the ends.
func folded(_ text: some StringProtocol) -> String {
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
