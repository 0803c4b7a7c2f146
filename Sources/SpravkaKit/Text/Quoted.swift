/// A piece of somebody's text for a message: in single quotes, and cut when it is long.
func quoted(_ text: some StringProtocol) -> String {
  let limit = 60
  let scalars = text.unicodeScalars
  guard let cut = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
    cut < scalars.endIndex
  else { return "'\(text)'" }
  return "'\(text[..<cut])…'"
}
