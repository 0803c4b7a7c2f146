// Addresses in a text → links (GitHub Flavored Markdown, section «Autolinks»): what begins with
// `www.`, `http://`, `https://` or `ftp://`, and e-mail addresses. Beyond GitHub, closing quotation
// marks and dashes of Russian text do not belong to an address.

/// The addresses in a text, in order.
func bareLinks(in text: [UInt8]) -> [InlinePiece] {
  var pieces: [InlinePiece] = []
  var index = 0
  // Where the last address ended: no other begins before.
  var free = 0
  while index < text.count {
    let piece: InlinePiece? =
      switch text[index] {
      case UInt8(ascii: "w"): webAddress(text, at: index)
      case .colon: address(text, withSchemeBefore: index, from: free)
      case UInt8(ascii: "@"): mailAddress(text, at: index, from: free)
      default: nil
      }
    if let piece {
      pieces.append(piece)
      free = piece.range.upperBound
      index = max(index + 1, free)
    } else {
      index += 1
    }
  }
  return pieces
}

/// An address like `www.example.com/a`.
private func webAddress(_ text: [UInt8], at start: Int) -> InlinePiece? {
  guard text[start...].starts(with: "www.".utf8) else { return nil }
  if start > 0, !text[start - 1].isASCIIWhitespace, !"*_~(".utf8.contains(text[start - 1]) {
    // «www.…» in quotation marks is an address too; in the middle of a word it is none.
    guard text[start - 1] >= 0x80, !endsInLetter(text[..<start]) else { return nil }
  }
  guard let domainEnd = endOfDomain(text, from: start, allowsShort: false) else { return nil }
  let end = endOfAddress(text, from: start, domainEnd)
  return end > start + 4 ? piece(text, start..<end, scheme: "http://") : nil
}

/// An address like `https://example.com/a`, given the colon.
private func address(_ text: [UInt8], withSchemeBefore colon: Int, from free: Int) -> InlinePiece? {
  guard text[colon...].starts(with: "://".utf8) else { return nil }
  var start = colon
  while start > free, text[start - 1].isASCIILetter { start -= 1 }
  let scheme = String(decoding: text[start..<colon].map(\.asciiLowercased), as: UTF8.self)
  guard ["http", "https", "ftp"].contains(scheme),
    let domainEnd = endOfDomain(text, from: colon + 3, allowsShort: true)
  else { return nil }
  let end = endOfAddress(text, from: start, domainEnd)
  return end > colon + 3 ? piece(text, start..<end, scheme: "") : nil
}

/// An address like `mail@example.com`, given the `@`.
private func mailAddress(_ text: [UInt8], at sign: Int, from free: Int) -> InlinePiece? {
  var start = sign
  while start > free, text[start - 1].isInMailName { start -= 1 }
  guard start < sign else { return nil }
  var end = sign + 1
  var dots = 0
  while end < text.count {
    let byte = text[end]
    let isInDomain =
      byte.isASCIILetter || byte.isASCIIDigit || byte == .hyphen || byte == underscore
    let hasMore =
      end + 1 < text.count && (text[end + 1].isASCIILetter || text[end + 1].isASCIIDigit)
    if byte == .dot, hasMore { dots += 1 } else if !isInDomain { break }
    end += 1
  }
  // A version is no domain: «cmark@0.30».
  guard dots > 0, end - sign > 2, text[end - 1].isASCIILetter, text[sign + 1] != .dot,
    end == text.count || text[end] != UInt8(ascii: "@")
  else { return nil }
  for scheme in ["mailto:", "xmpp:"] {
    let before = start - scheme.utf8.count
    guard before >= free, text[before..<start].elementsEqual(scheme.utf8),
      before == 0 || !text[before - 1].isASCIILetter && !text[before - 1].isASCIIDigit
    else { continue }
    if scheme == "xmpp:", end < text.count, text[end] == .slash {
      let rest = text[(end + 1)...].prefix { $0.isInMailName || $0 == UInt8(ascii: "@") }
      end = rest.isEmpty ? end : rest.endIndex
      while text[end - 1] == .dot { end -= 1 }
    }
    return piece(text, before..<end, scheme: "")
  }
  return piece(text, start..<end, scheme: "mailto:")
}

private func piece(_ text: [UInt8], _ range: Range<Int>, scheme: String) -> InlinePiece {
  InlinePiece(
    range: range, kind: .link(scheme + String(decoding: text[range], as: UTF8.self)))
}

private let underscore = UInt8(ascii: "_")

/// Where a domain ends; nil when it is none: the last two parts may not hold an underscore.
private func endOfDomain(_ text: [UInt8], from start: Int, allowsShort: Bool) -> Int? {
  var underscores = (before: 0, last: 0)
  var dots = 0
  var index = start
  while index < text.count {
    switch text[index] {
    case underscore: underscores.last += 1
    case .dot:
      underscores = (underscores.last, 0)
      dots += 1
    case let byte where byte.isASCIILetter || byte.isASCIIDigit || byte == .hyphen: break
    case let byte where byte >= 0x80:
      guard let scalar = scalar(text, at: index), !scalar.isPunctuation,
        !scalar.properties.isWhitespace
      else { return domain(start, index, underscores, dots, allowsShort) }
    default: return domain(start, index, underscores, dots, allowsShort)
    }
    index += 1
  }
  return domain(start, index, underscores, dots, allowsShort)
}

private func domain(
  _ start: Int, _ end: Int, _ underscores: (before: Int, last: Int), _ dots: Int,
  _ allowsShort: Bool
) -> Int? {
  guard end > start, underscores.before == 0, underscores.last == 0 else { return nil }
  return dots > 0 || allowsShort ? end : nil
}

/// The scalar that begins at a byte; nil in the middle of one.
private func scalar(_ text: [UInt8], at index: Int) -> Unicode.Scalar? {
  if text[index].isUTF8Continuation { return "a" }
  return String(decoding: text[index...].prefix(4), as: UTF8.self).unicodeScalars.first
}

private func endsInLetter(_ text: ArraySlice<UInt8>) -> Bool {
  let last = String(decoding: text.suffix(4), as: UTF8.self).unicodeScalars.last
  return last.map { $0.properties.isAlphabetic } ?? false
}

/// Where an address ends: at white space or `<`, without the punctuation of the sentence.
private func endOfAddress(_ text: [UInt8], from start: Int, _ domainEnd: Int) -> Int {
  var end = domainEnd
  while end < text.count, !text[end].isASCIIWhitespace, text[end] != .lessThan { end += 1 }
  func surplus(of close: UInt8, over open: UInt8) -> Int {
    text[start..<end].count { $0 == close } - text[start..<end].count { $0 == open }
  }
  var parentheses = surplus(of: .closeParenthesis, over: .openParenthesis)
  var brackets = surplus(of: .closeBracket, over: .openBracket)
  while end > start {
    switch text[end - 1] {
    case UInt8(ascii: "?"), .exclamation, .dot, .comma, .colon, UInt8(ascii: "*"), underscore,
      .tilde,
      .apostrophe, .quote:
      end -= 1
    case .closeParenthesis:
      guard parentheses > 0 else { return end }
      parentheses -= 1
      end -= 1
    case .closeBracket:
      guard brackets > 0 else { return end }
      brackets -= 1
      end -= 1
    case UInt8(ascii: ";"):
      let name = text[start..<(end - 1)].reversed().prefix {
        $0.isASCIILetter || $0.isASCIIDigit
      }
      let ampersand = end - 2 - name.count
      let isEntity = !name.isEmpty && ampersand > start && text[ampersand] == .ampersand
      end = isEntity ? ampersand : end - 1
    default:
      guard let length = lengthOfClosingMark(text[..<end]) else { return end }
      end -= length
    }
  }
  return end
}

/// «»“”„…—–, in bytes, at the end of a text.
private func lengthOfClosingMark(_ text: ArraySlice<UInt8>) -> Int? {
  guard let last = text.last, last >= 0x80 else { return nil }
  let scalar = String(decoding: text.suffix(4), as: UTF8.self).unicodeScalars.last
  guard let scalar, "«»“”„‘’…—–".unicodeScalars.contains(scalar) else { return nil }
  return String(scalar).utf8.count
}

extension UInt8 {
  fileprivate var isInMailName: Bool {
    isASCIILetter || isASCIIDigit || self == .hyphen || self == underscore || self == .dot
      || self == UInt8(ascii: "+")
  }
}
