// Records for scripts of ours, as values: what a script gets is put together where it is known, and
// written in one go. Keys stand in the order in which they are given.

indirect enum JSONValue: Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSONValue])
  /// What is nil is left out.
  case record([(key: String, value: JSONValue?)])

  /// One line, without spaces.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): bytes.append(json: text)
    case .number(let number): bytes += "\(number)".utf8
    case .flag(let flag): bytes += "\(flag)".utf8
    case .list(let items):
      bytes.append(.openBracket)
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(.comma) }
        item.append(to: &bytes)
      }
      bytes.append(.closeBracket)
    case .record(let pairs):
      bytes.append(.openBrace)
      var isFirst = true
      for case (let key, let value?) in pairs {
        if !isFirst { bytes.append(.comma) }
        isFirst = false
        bytes.append(json: key)
        bytes.append(.colon)
        value.append(to: &bytes)
      }
      bytes.append(.closeBrace)
    }
  }
}

extension JSONValue {
  /// The text where there is one.
  static func optional(_ text: String?) -> JSONValue? { text.map { .text($0) } }
}
