// JSON (RFC 8259) → values. What Spravka has written itself comes back as it was; a file from
// elsewhere may hold anything, so nothing is taken for granted and depth is limited. Of numbers only
// whole ones are kept, since Spravka writes no others.

struct JSONReader {
  enum Value: Sendable, Equatable {
    case text(String)
    /// 0 for one that is not whole.
    case number(Int)
    case flag(Bool)
    case null
    case list([Value])
    case record([String: Value])

    var text: String { if case .text(let text) = self { text } else { "" } }
    var number: Int { if case .number(let number) = self { number } else { 0 } }
    var items: [Value] { if case .list(let items) = self { items } else { [] } }

    subscript(key: String) -> Value {
      if case .record(let entries) = self { entries[key] ?? .null } else { .null }
    }
  }

  /// The text is no JSON from a byte on, or nested too deep.
  struct Problem: Error, Equatable {
    let offset: Int
  }

  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the one value that the text is.
  static func value(of bytes: [UInt8]) throws(Problem) -> Value {
    var reader = JSONReader(bytes)
    let value = try reader.read()
    reader.skipSpace()
    guard reader.place == bytes.count else { throw reader.problem }
    return value
  }

  private var problem: Problem { Problem(offset: place) }
  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte.isASCIIWhitespace { place += 1 }
  }

  private mutating func read() throws(Problem) -> Value {
    skipSpace()
    switch next {
    case .quote: return .text(try readText())
    case .openBracket:
      var items: [Value] = []
      try readItems(until: .closeBracket) { reader throws(Problem) in
        items.append(try reader.read())
      }
      return .list(items)
    case .openBrace:
      var entries: [String: Value] = [:]
      try readItems(until: .closeBrace) { reader throws(Problem) in
        guard reader.next == .quote else { throw reader.problem }
        let key = try reader.readText()
        reader.skipSpace()
        try reader.take(.colon)
        entries[key] = try reader.read()
      }
      return .record(entries)
    default: return try readWord()
    }
  }

  private mutating func take(_ byte: UInt8) throws(Problem) {
    guard next == byte else { throw problem }
    place += 1
  }

  private mutating func readItems(
    until end: UInt8, _ readItem: (inout JSONReader) throws(Problem) -> Void
  ) throws(Problem) {
    guard depth < 32 else { throw problem }
    depth += 1
    defer { depth -= 1 }
    place += 1
    skipSpace()
    if next == end {
      place += 1
      return
    }
    while true {
      skipSpace()
      try readItem(&self)
      skipSpace()
      if next == end { break }
      try take(.comma)
    }
    place += 1
  }

  /// A number, `true`, `false`, `null`.
  private mutating func readWord() throws(Problem) -> Value {
    let start = place
    while let byte = next, byte.isASCIILetter || byte.isASCIIDigit || "+-.".utf8.contains(byte) {
      place += 1
    }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)
    switch word {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null": return .null
    default:
      if let number = Int(word) { return .number(number) }
      guard Double(word) != nil else { throw Problem(offset: start) }
      return .number(0)
    }
  }

  private mutating func readText() throws(Problem) -> String {
    place += 1
    var text: [UInt8] = []
    while true {
      let start = place
      while let byte = next, byte != .quote, byte != .backslash, byte >= 0x20 { place += 1 }
      text += bytes[start..<place]
      if next == .quote { break }
      try take(.backslash)
      try readEscape(into: &text)
    }
    place += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(Problem) {
    guard let byte = next else { throw problem }
    place += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(.newline)
    case UInt8(ascii: "t"): text.append(.tab)
    case UInt8(ascii: "r"): text.append(.carriageReturn)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case .quote, .backslash, .slash: text.append(byte)
    case UInt8(ascii: "u"):
      var unit = try readUnit()
      // A pair stands for one character of the higher planes.
      if unit & 0xFC00 == 0xD800, place + 1 < bytes.count, bytes[place] == .backslash {
        place += 2
        let low = try readUnit()
        unit = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
      }
      text += String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8
    default: throw Problem(offset: place - 1)
    }
  }

  private mutating func readUnit() throws(Problem) -> UInt32 {
    guard place + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16)
    else { throw problem }
    place += 4
    return unit
  }
}
