// The JSON that Spravka writes, by hand: keys in the order they are written, nothing to configure.

extension [UInt8] {
  /// Appends a string of JSON, quotes included; the bytes between them are valid UTF-8.
  mutating func append(json text: String) {
    append(.quote)
    for byte in text.utf8 {
      switch byte {
      case .quote, .backslash: append(contentsOf: [.backslash, byte])
      case .newline: append(contentsOf: "\\n".utf8)
      case .tab: append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        append(contentsOf: "\\u00".utf8)
        append(contentsOf: [Self.hexadecimal[Int(byte >> 4)], Self.hexadecimal[Int(byte & 15)]])
      default: append(byte)
      }
    }
    append(.quote)
  }

  private static var hexadecimal: [UInt8] { Array("0123456789abcdef".utf8) }
}
