/// The first sentence of a paragraph, at most 200 characters of it.
///
/// A sentence ends with `.`, `!`, `?` or `…` before a space and anything but a small letter, so
/// that «т. е.» and «10.5» do not end it; nor does a dot behind a single letter («А. С. Пушкин»).
func firstSentence(of paragraph: String) -> String {
  let scalars = paragraph.unicodeScalars
  var last: Unicode.Scalar = " "
  var wordLength = 0
  for index in scalars.indices {
    guard scalars[index] == " " else {
      last = scalars[index]
      wordLength += 1
      continue
    }
    let next = scalars.index(after: index)
    let goesOn = next < scalars.endIndex && scalars[next].properties.isLowercase
    let isInitial = last == "." && wordLength == 2
    if ".!?…".unicodeScalars.contains(last), !goesOn, !isInitial {
      return shortened(String(scalars[..<index]), to: 200)
    }
    wordLength = 0
  }
  return shortened(paragraph, to: 200)
}

/// A text cut at a word's end, with an ellipsis, when it has more than `limit` characters.
private func shortened(_ text: String, to limit: Int) -> String {
  // Bytes first: counting characters costs more than anything else here.
  guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
  let scalars = text.unicodeScalars
  let head = scalars[..<scalars.index(scalars.startIndex, offsetBy: limit)]
  let cut = head.lastIndex(of: " ") ?? head.endIndex
  return String(scalars[..<cut]) + "…"
}
