/// What makes a finding the same one in another run: the file, the id and the words, but no line,
/// so that text above it may come and go.
struct FindingKey: Hashable, Sendable {
  /// Empty for what a published site has lost: the address alone says what that is, and the file is
  /// a guess at where it could stand now.
  let file: String
  let id: String
  /// Numbers are `#`, but for those in quotes: a paragraph that loses a word is still too long.
  let message: String

  init(file: String, id: String, message: String) {
    let lost: [DiagnosticID] = [.lostURL, .lostAnchor]
    self.file = lost.contains { $0.rawValue == id } ? "" : Self.plain(file)
    self.id = id
    self.message = Self.withoutNumbers(Self.plain(message))
  }

  init(_ finding: Diagnostic) {
    self.init(file: finding.file, id: finding.id.rawValue, message: finding.message)
  }

  static func precedes(_ left: FindingKey, _ right: FindingKey) -> Bool {
    if left.file != right.file { return pathPrecedes(left.file, right.file) }
    if left.id != right.id { return left.id < right.id }
    return pathPrecedes(left.message, right.message)
  }

  /// What a file of JSON can hold without an escape, and YAML at all.
  private static func plain(_ text: String) -> String {
    let isOdd = { (scalar: Unicode.Scalar) in scalar == "\u{FFFE}" || scalar == "\u{FFFF}" }
    let shown = shownText(text.utf8)
    guard shown.unicodeScalars.contains(where: isOdd) else { return shown }
    let scalars = shown.unicodeScalars.map { isOdd($0) ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func withoutNumbers(_ message: String) -> String {
    var text: [UInt8] = []
    var isQuoted = false
    let bytes = Array(message.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "'") {
        // One between letters is an apostrophe, within a name or without.
        let neighbour = isQuoted ? index + 1 : index - 1
        if !bytes.indices.contains(neighbour) || !isOfWord(bytes[neighbour]) { isQuoted.toggle() }
      }
      if isQuoted || !byte.isASCIIDigit {
        text.append(byte)
      } else if text.last != .hash {
        text.append(.hash)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte.isASCIIDigit
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
