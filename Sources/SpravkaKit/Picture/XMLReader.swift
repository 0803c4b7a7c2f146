// The beginning of an XML document, up to the end of its first tag. It goes forward only, so that
// no text makes it slow; what is wrong further on is the browser's business.

struct XMLReader {
  private let head: PictureHead
  private var offset = 0
  /// Whether the document declares its type, and may declare attributes and entities in it.
  private(set) var hasDoctype = false

  init(head: PictureHead) {
    self.head = head
    if head.hasByteOrderMark { offset = 3 }
  }

  /// The name of the first element; reading goes on behind it.
  ///
  /// A text that has none, or is HTML, is a fault.
  mutating func root() throws(PictureStop) -> [UInt8] {
    do throws(PictureStop) {
      while true {
        try skipWhitespace()
        if try !skip("<") { throw .fault(.text) }
        if try skip("?") {
          try skipPast("?>")
        } else if try skip("!--") {
          try skipPast("-->")
        } else if try skip("!DOCTYPE") {
          try skipDoctype()
        } else {
          return try name()
        }
      }
    } catch {
      // Without an element it is no cut SVG more than any other text.
      if case .ended = error { throw .fault(.text) }
      throw error
    }
  }

  /// The attributes of the tag; of two of one name the first.
  mutating func attributes() throws(PictureStop) -> [String: String] {
    var attributes: [String: String] = [:]
    while true {
      try skipWhitespace()
      let next = try head[offset]
      if next == .greaterThan || next == .slash { return attributes }
      let name = String(decoding: try name(), as: UTF8.self)
      try skipWhitespace()
      guard !name.isEmpty, try skip("=") else { throw .fault(.damaged(.svg)) }
      try skipWhitespace()
      let quote = try head[offset]
      guard quote == .quote || quote == .apostrophe else { throw .fault(.damaged(.svg)) }
      offset += 1
      let start = offset
      while try head[offset] != quote { offset += 1 }
      if attributes[name] == nil {
        attributes[name] = String(decoding: head.bytes[start..<offset], as: UTF8.self)
      }
      offset += 1
    }
  }

  private mutating func name() throws(PictureStop) -> [UInt8] {
    let start = offset
    while true {
      let byte = try head[offset]
      if byte.isASCIIWhitespace || [.slash, .greaterThan, .lessThan, equals].contains(byte) {
        return Array(head.bytes[start..<offset])
      }
      offset += 1
    }
  }

  /// The declaration of a document's type, which may hold others in brackets.
  private mutating func skipDoctype() throws(PictureStop) {
    try skipWhitespace()
    if try name().map(\.asciiLowercased).elementsEqual("html".utf8) { throw .fault(.page) }
    hasDoctype = true
    var isInBrackets = false
    while true {
      if try skip("<!--") {
        try skipPast("-->")
        continue
      }
      let byte = try head[offset]
      offset += 1
      switch byte {
      case .openBracket: isInBrackets = true
      case .closeBracket: isInBrackets = false
      case .greaterThan where !isInBrackets: return
      case .quote, .apostrophe:
        while try head[offset] != byte { offset += 1 }
        offset += 1
      default: break
      }
    }
  }

  private mutating func skipWhitespace() throws(PictureStop) {
    while try head[offset].isASCIIWhitespace { offset += 1 }
  }

  /// Goes behind the letters, in either case, if they stand here.
  private mutating func skip(_ letters: String) throws(PictureStop) -> Bool {
    var place = offset
    for letter in letters.utf8 {
      guard try head[place].asciiLowercased == letter.asciiLowercased else { return false }
      place += 1
    }
    offset = place
    return true
  }

  private mutating func skipPast(_ letters: String) throws(PictureStop) {
    while try !skip(letters) { offset += 1 }
  }
}

private let equals = UInt8(ascii: "=")

extension PictureHead {
  var hasByteOrderMark: Bool { starts(with: [0xEF, 0xBB, 0xBF]) }

  /// Whether an SVG begins with the mark of UTF-16.
  var isUTF16: Bool { starts(with: [0xFF, 0xFE]) || starts(with: [0xFE, 0xFF]) }

  /// Whether the file begins like XML or HTML.
  var beginsWithMarkup: Bool {
    if isNamedSVG, isUTF16 { return true }
    let text = bytes.prefix(512).dropFirst(hasByteOrderMark ? 3 : 0)
    return text.first { !$0.isASCIIWhitespace } == .lessThan
  }
}
