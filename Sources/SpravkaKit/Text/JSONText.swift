// The JSON that Spravka writes, by hand: keys in the order they are written, nothing to configure.

extension [UInt8] {
  /// Appends a string of JSON, quotes included.
  mutating func append(json text: String) {
    append(json: Array(text.utf8)[...])
  }

  /// - Parameter text: valid UTF-8.
  mutating func append(json text: ArraySlice<UInt8>) {
    append(.quote)
    var start = text.startIndex
    for index in text.indices where text[index].needsEscapeInJSON {
      append(contentsOf: text[start..<index])
      append(escaped: text[index])
      start = index + 1
    }
    append(contentsOf: text[start...])
    append(.quote)
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case .quote, .backslash: append(contentsOf: [.backslash, byte])
    case .newline: append(contentsOf: "\\n".utf8)
    case .tab: append(contentsOf: "\\t".utf8)
    default:
      append(contentsOf: "\\u00".utf8)
      append(contentsOf: [Self.hexadecimal[Int(byte >> 4)], Self.hexadecimal[Int(byte & 15)]])
    }
  }

  private static var hexadecimal: [UInt8] { Array("0123456789abcdef".utf8) }
}

extension UInt8 {
  fileprivate var needsEscapeInJSON: Bool {
    self < 0x20 || self == .quote || self == .backslash || self == 0x7F
  }
}
