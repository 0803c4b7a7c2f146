/// Takes comments on lines of their own, indentation, empty lines, the spaces around signs and the
/// ends of lines within a function out of a script of the theme.
///
/// The built-in scripts promise that no text in them is longer than its line, and a test holds them
/// to it; scripts of a site's own are not touched.
func trimmedScript(_ bytes: [UInt8]) -> [UInt8] {
  var made: [UInt8] = []
  made.reserveCapacity(bytes.count)
  var mayGoOn = false
  for line in bytes.split(separator: .newline) {
    let text = line.drop(while: \.isASCIIWhitespace)
    if text.isEmpty || text.starts(with: "//".utf8) { continue }
    if mayGoOn, text.count < line.count { made.removeLast() }
    // Whether a slash divides, begins a pattern or a comment, and which template a backtick closes,
    // only a parser of JavaScript knows.
    let isPlain = !text.contains(.slash) && text.count { $0 == .backtick } <= 2
    if isPlain { appendTight(text, to: &made) } else { made += text }
    mayGoOn = isPlain && made.last.map(goingOn.contains) == true
    made.append(.newline)
  }
  return made
}

/// Appends a line without the spaces beside signs, but for those within its texts.
private func appendTight(_ line: ArraySlice<UInt8>, to made: inout [UInt8]) {
  var quote: UInt8?
  var isEscaped = false
  for (index, byte) in zip(line.indices, line) {
    if let open = quote {
      if byte == open, !isEscaped { quote = nil }
      isEscaped = byte == .backslash && !isEscaped
    } else if byte == .quote || byte == .apostrophe || byte == .backtick {
      quote = byte
    } else if byte == .space {
      let next = index + 1 < line.endIndex ? line[index + 1] : .newline
      if signs.contains(line[index - 1]) || signs.contains(next) { continue }
    }
    made.append(byte)
  }
}

/// Not those that another of their kind may follow with another meaning: `a + +b`.
private let signs = Set("=<>(){}[],;:?&|*%".utf8)

/// A line that ends with one of these needs no end: the scripts write every semicolon.
private let goingOn = Set("{}([,;".utf8)
