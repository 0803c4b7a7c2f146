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

  /// Appends a string of JSON that may stand in a `<script>` of HTML: nothing in it ends the element
  /// or opens a comment, and JavaScript of any age takes it for one line.
  mutating func append(jsonInScript text: String) {
    let start = count
    append(json: text)
    let isPlain = self[start...].allSatisfy { $0 != .lessThan && $0 != 0xE2 }
    if isPlain { return }
    let written = Array(self[start...])
    removeLast(written.count)
    var index = 0
    while index < written.count {
      if written[index] == .lessThan {
        append(contentsOf: "\\u003c".utf8)
      } else if written[index...].starts(with: [0xE2, 0x80, 0xA8]) {
        append(contentsOf: "\\u2028".utf8)
        index += 2
      } else if written[index...].starts(with: [0xE2, 0x80, 0xA9]) {
        append(contentsOf: "\\u2029".utf8)
        index += 2
      } else {
        append(written[index])
      }
      index += 1
    }
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
