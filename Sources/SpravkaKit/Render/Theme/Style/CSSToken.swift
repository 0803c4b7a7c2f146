// Style sheets → tokens, as far as leaving out white space needs it: strings, addresses, names with
// escapes and comments are whole, everything else is single bytes.

/// A piece of a style sheet; the pieces of a text put together are the text.
struct CSSToken: Sendable {
  enum Kind: Sendable, Equatable {
    /// White space and comments.
    case gap(hasSpace: Bool)
    /// A comment that must stay: `/*! … */`.
    case notice
    /// A string, an address, a name or a number: nothing inside it is to be touched.
    case word
    case byte(UInt8)
  }

  let kind: Kind
  let range: Range<Int>
}

/// Cuts a style sheet into tokens.
struct CSSReader {
  private let bytes: [UInt8]
  private var place = 0
  private var tokens: [CSSToken] = []
  private var isBroken = false

  /// Nil for a text of which only a browser can say what it means: a string or an address that does
  /// not end, a backslash at the end of a line.
  static func tokens(of bytes: [UInt8]) -> [CSSToken]? {
    var reader = CSSReader(bytes)
    while reader.place < bytes.count, !reader.isBroken { reader.readToken() }
    return reader.isBroken ? nil : reader.tokens
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 4)
  }

  private func byte(_ offset: Int = 0) -> UInt8? {
    place + offset < bytes.count ? bytes[place + offset] : nil
  }

  private mutating func readToken() {
    let start = place
    let first = bytes[place]
    if first.isCSSSpace || (first == .slash && byte(1) == .asterisk) {
      readGapOrNotice()
      return
    }
    switch first {
    case .quote, .apostrophe: readString(first)
    case _ where first.isCSSName || first == .backslash: readName()
    default:
      place += 1
      tokens.append(CSSToken(kind: .byte(first), range: start..<place))
      return
    }
    tokens.append(CSSToken(kind: .word, range: start..<place))
  }

  private mutating func readGapOrNotice() {
    let start = place
    if byte(2) == .exclamation, bytes[place] == .slash {
      isBroken = !skipComment()
      tokens.append(CSSToken(kind: .notice, range: start..<place))
      return
    }
    var hasSpace = false
    while let next = byte() {
      if next.isCSSSpace {
        hasSpace = true
        place += 1
      } else if next == .slash, byte(1) == .asterisk, byte(2) != .exclamation {
        _ = skipComment()
      } else {
        break
      }
    }
    tokens.append(CSSToken(kind: .gap(hasSpace: hasSpace), range: start..<place))
  }

  /// False when the comment does not end.
  private mutating func skipComment() -> Bool {
    place += 2
    while place < bytes.count {
      if bytes[place] == .asterisk, byte(1) == .slash {
        place += 2
        return true
      }
      place += 1
    }
    return false
  }

  private mutating func readString(_ quote: UInt8) {
    place += 1
    while let next = byte() {
      place += 1
      if next == quote { return }
      if next.isCSSNewline { break }
      if next == .backslash { place += byte() == .carriageReturn && byte(1) == .newline ? 2 : 1 }
    }
    isBroken = true
  }

  /// A name, and the whole address when it is `url(` without quotes.
  private mutating func readName() {
    let start = place
    var hasEscape = false
    while let next = byte(), next.isCSSName || next == .backslash {
      if next == .backslash { hasEscape = true }
      next == .backslash ? skipEscape() : (place += 1)
    }
    guard byte() == .openParenthesis else { return }
    if hasEscape {
      // It may spell «url», and only a browser knows where that ends.
      isBroken = true
    } else if bytes[start..<place].elementsEqual("url".utf8, by: { $0.asciiLowercased == $1 }) {
      readAddress()
    }
  }

  private mutating func skipEscape() {
    place += 1
    guard let next = byte(), !next.isCSSNewline else {
      isBroken = true
      return
    }
    var digits = 0
    while digits < 6, let digit = byte(), digit.isHexDigit {
      place += 1
      digits += 1
    }
    guard digits > 0 else {
      place += 1
      return
    }
    // One space behind the digits belongs to them.
    if byte() == .carriageReturn, byte(1) == .newline { place += 1 }
    if let next = byte(), next.isCSSSpace { place += 1 }
  }

  private mutating func readAddress() {
    var look = place + 1
    while look < bytes.count, bytes[look].isCSSSpace { look += 1 }
    guard look < bytes.count, bytes[look] != .quote, bytes[look] != .apostrophe else { return }
    place = look
    while let next = byte() {
      place += next == .backslash ? 2 : 1
      if next == .closeParenthesis { return }
    }
    isBroken = true
  }
}

extension UInt8 {
  static let asterisk = UInt8(ascii: "*")
  static let semicolon = UInt8(ascii: ";")

  fileprivate var isCSSNewline: Bool { self == 0x0A || self == 0x0C || self == 0x0D }
  fileprivate var isCSSSpace: Bool { self == .space || self == .tab || isCSSNewline }
  fileprivate var isHexDigit: Bool {
    isASCIIDigit || (asciiLowercased >= 0x61 && asciiLowercased <= 0x66)
  }
  fileprivate var isCSSName: Bool {
    isASCIILetter || isASCIIDigit || self == .hyphen || self == 0x5F || self >= 0x80
  }
}
