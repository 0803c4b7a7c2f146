/// Takes comments on lines of their own, indentation and empty lines out of a script of the theme.
///
/// The built-in scripts promise that no text in them is longer than its line, and a test holds them
/// to it; scripts of a site's own are not touched.
func trimmedScript(_ bytes: [UInt8]) -> [UInt8] {
  var made: [UInt8] = []
  made.reserveCapacity(bytes.count)
  for line in bytes.split(separator: .newline) {
    let text = line.drop(while: \.isASCIIWhitespace)
    if text.isEmpty || text.starts(with: "//".utf8) { continue }
    made += text
    made.append(.newline)
  }
  return made
}
