/// A piece of somebody's text for a message: in single quotes, and cut when it has more scalars
/// than the limit.
func quoted(_ text: some StringProtocol, limit: Int = 60) -> String {
  let scalars = text.unicodeScalars
  guard let cut = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
    cut < scalars.endIndex
  else { return "'\(text)'" }
  return "'\(text[..<cut])…'"
}
