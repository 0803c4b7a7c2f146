// The JSON that Spravka has written itself, in this process → values. Anything else would be a fault
// of ours, so there is no error to report; numbers are whole.

struct JSONReader {
  enum Value {
    case text(String)
    case number(Int)
    case list([Value])
    case record([String: Value])

    var text: String { if case .text(let text) = self { text } else { "" } }
    var number: Int { if case .number(let number) = self { number } else { 0 } }
    var items: [Value] { if case .list(let items) = self { items } else { [] } }

    subscript(key: String) -> Value {
      if case .record(let entries) = self { entries[key] ?? .list([]) } else { .list([]) }
    }
  }

  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() -> Value {
    switch bytes[place] {
    case .quote: return .text(readText())
    case .openBracket:
      var items: [Value] = []
      readItems(until: .closeBracket) { items.append($0.read()) }
      return .list(items)
    case .openBrace:
      var entries: [String: Value] = [:]
      readItems(until: .closeBrace) { reader in
        let key = reader.readText()
        reader.place += 1
        entries[key] = reader.read()
      }
      return .record(entries)
    default: return .number(readNumber())
    }
  }

  private mutating func readItems(until end: UInt8, _ readItem: (inout JSONReader) -> Void) {
    place += 1
    while bytes[place] != end {
      readItem(&self)
      if bytes[place] == .comma { place += 1 }
    }
    place += 1
  }

  private mutating func readNumber() -> Int {
    var number = 0
    while place < bytes.count, bytes[place].isASCIIDigit {
      number = number * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    return number
  }

  private mutating func readText() -> String {
    place += 1
    var text: [UInt8] = []
    while bytes[place] != .quote {
      let start = place
      while bytes[place] != .quote, bytes[place] != .backslash { place += 1 }
      text += bytes[start..<place]
      if bytes[place] == .backslash { text.append(readEscape()) }
    }
    place += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// What JSONText.swift escapes is ASCII.
  private mutating func readEscape() -> UInt8 {
    place += 2
    switch bytes[place - 1] {
    case UInt8(ascii: "n"): return .newline
    case UInt8(ascii: "t"): return .tab
    case UInt8(ascii: "u"):
      place += 4
      let digits = String(decoding: bytes[(place - 2)..<place], as: UTF8.self)
      return UInt8(digits, radix: 16) ?? .space
    case let byte: return byte
    }
  }
}
