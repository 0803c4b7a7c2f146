// The line of YAML that a problem is on, taken apart just far enough for a hint: libyaml says
// where it stopped, and the hint must say what to write instead.

/// One line of a file.
struct YAMLLine {
  private let bytes: [UInt8]
  /// The line without its indentation and what white space ends it.
  let content: Range<Int>
  /// The whole line without its break.
  let range: Range<Int>

  init(at offset: Int, in bytes: [UInt8]) {
    self.bytes = bytes
    let offset = min(offset, bytes.count)
    let start = bytes[..<offset].lastIndex(of: .newline).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: .newline) ?? bytes.count
    range = start..<end
    let first = bytes[range].firstIndex { !$0.isASCIIWhitespace } ?? start
    let last = bytes[range].lastIndex { !$0.isASCIIWhitespace }.map { $0 + 1 } ?? first
    content = first..<last
  }
}

extension YAMLLine {
  var isIndented: Bool { content.lowerBound > range.lowerBound }
  var isBlank: Bool { content.isEmpty }

  /// The nearest line above that is not blank.
  var previous: YAMLLine? {
    var start = range.lowerBound
    while start > 0 {
      let line = YAMLLine(at: start - 1, in: bytes)
      if !line.isBlank { return line }
      start = line.range.lowerBound
    }
    return nil
  }

  /// Where the value begins that belongs to the first `key: ` of the line; nil without one.
  var valueStart: Int? {
    var index = content.lowerBound
    while index + 1 < content.upperBound {
      if bytes[index] == .colon, bytes[index + 1] == .space || bytes[index + 1] == .tab {
        return bytes[index + 1..<content.upperBound].firstIndex { !$0.isASCIIWhitespace }
      }
      index += 1
    }
    return nil
  }

  /// The offset of a colon with something right behind it, as in `title:Вход`.
  var tightColon: Int? {
    guard let colon = bytes[content].firstIndex(of: .colon), colon + 1 < content.upperBound
    else { return nil }
    return bytes[colon + 1].isASCIIWhitespace || bytes[colon + 1] == .slash ? nil : colon
  }

  /// `put the value in quotes: title: "Вход: как"`.
  var hintToQuote: String {
    let plain = "put the value in quotes"
    guard let start = valueStart ?? itemStart else { return plain }
    let value = String(decoding: bytes[start..<content.upperBound], as: UTF8.self)
    guard value.unicodeScalars.count <= 60 else { return plain }
    let head = String(decoding: bytes[content.lowerBound..<start], as: UTF8.self)
    if !value.contains("\""), !value.contains("\\") { return "\(plain): \(head)\"\(value)\"" }
    return value.contains("'") ? plain : "\(plain): \(head)'\(value)'"
  }

  /// Where the text of the list item `- text` begins.
  private var itemStart: Int? {
    guard bytes[content].starts(with: [.hyphen, .space]) else { return nil }
    return bytes[content].dropFirst(2).firstIndex { !$0.isASCIIWhitespace }
  }
}
