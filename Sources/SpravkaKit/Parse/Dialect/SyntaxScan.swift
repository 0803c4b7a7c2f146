// One pass over an article that finds out which syntax beyond CommonMark may occur in it, so that
// an article pays only for what it uses.

/// What a text may hold; a mark may be there without the construct, never the other way round.
struct SyntaxMarks: OptionSet, Sendable {
  let rawValue: Int

  static let tables = SyntaxMarks(rawValue: 1)
  static let strikethrough = SyntaxMarks(rawValue: 2)
  static let bareLinks = SyntaxMarks(rawValue: 4)
  static let footnotes = SyntaxMarks(rawValue: 8)
  static let callouts = SyntaxMarks(rawValue: 16)
  static let tasks = SyntaxMarks(rawValue: 32)
  static let pictures = SyntaxMarks(rawValue: 64)
  static let definitions = SyntaxMarks(rawValue: 128)
  /// `{#`, as in headings that give their anchors.
  static let anchors = SyntaxMarks(rawValue: 512)
  /// The control characters that stand in for escapes.
  static let controlCharacters = SyntaxMarks(rawValue: 256)

  /// What is looked for in the texts of paragraphs.
  static let inlines: SyntaxMarks = [.strikethrough, .bareLinks, .footnotes]
}

/// The marks of one text.
struct SyntaxScan {
  private(set) var syntax: SyntaxMarks = []
  /// Offsets of `::` and `[^` that are the first of their kind in their line.
  private(set) var candidates: [Int] = []
  /// Offsets of the backslashes before marks that have a stand-in.
  private(set) var escapes: [Int] = []

  /// What begins something, and the first byte of the stand-ins.
  private static let marks = ByteFinder(
    [
      .colon, .openBracket, .closeBracket, .openBrace, .tilde, .backslash, UInt8(ascii: "|"),
      UInt8(ascii: "@"), UInt8(ascii: "w"), 0xC2,
    ])

  init(_ bytes: [UInt8], _ body: Range<Int>) {
    let span = bytes.span
    // Up to where the marks are done with: a mark may cover some bytes.
    var done = body.lowerBound
    // The last byte begins nothing.
    Self.marks.forEach(in: bytes, body.lowerBound..<max(body.lowerBound, body.upperBound - 1)) {
      if $0 >= done { done = $0 + note(span, $0, body) }
    }
  }

  /// Takes a mark down; answers how many bytes it covers.
  private mutating func note(_ bytes: Span<UInt8>, _ index: Int, _ body: Range<Int>) -> Int {
    let next = bytes[index + 1]
    switch bytes[index] {
    case UInt8(ascii: "|"): syntax.insert(.tables)
    case .tilde: syntax.insert(.strikethrough)
    case UInt8(ascii: "@"): syntax.insert(.bareLinks)
    case UInt8(ascii: "w"): if next == UInt8(ascii: "w") { syntax.insert(.bareLinks) }
    case .openBrace: if next == .hash { syntax.insert(.anchors) }
    case .closeBracket: if next == .colon { syntax.insert(.definitions) }
    case .colon: return noteColon(bytes, index, body)
    case .openBracket: noteBracket(next, index, isPicture: bytes[max(index - 1, 0)] == .exclamation)
    case .backslash: return noteEscape(bytes, index, body)
    default:
      // Behind 0xC2 come the control characters and some signs.
      if next >= 0x80, next < 0x80 + UInt8(StandIn.marks.count) {
        syntax.insert(.controlCharacters)
      }
    }
    return 1
  }

  private mutating func noteColon(
    _ bytes: Span<UInt8>, _ index: Int, _ body: Range<Int>
  ) -> Int {
    if bytes[index + 1] == .slash { syntax.insert(.bareLinks) }
    guard bytes[index + 1] == .colon else { return 1 }
    candidates.append(index)
    var end = index + 2
    while end < body.upperBound, bytes[end] == .colon { end += 1 }
    return end - index
  }

  private mutating func noteBracket(_ next: UInt8, _ index: Int, isPicture: Bool) {
    if isPicture { syntax.insert(.pictures) }
    switch next {
    case .caret:
      syntax.insert(.footnotes)
      candidates.append(index)
    case .exclamation: syntax.insert(.callouts)
    case .space, UInt8(ascii: "x"), UInt8(ascii: "X"): syntax.insert(.tasks)
    default: break
    }
  }

  private mutating func noteEscape(
    _ bytes: Span<UInt8>, _ index: Int, _ body: Range<Int>
  ) -> Int {
    let next = index + 2 < body.upperBound ? bytes[index + 2] : nil
    if StandIn.secondByte(of: bytes[index + 1], before: next) != nil { escapes.append(index) }
    return 2
  }
}

/// Control characters of two bytes that take the place of an escaped mark, which libcmark would
/// hand over as if it had not been escaped: U+0080 is `\~`, U+0081 the `\[` of `\[^`, and so on.
enum StandIn {
  /// The marks, in the order of the characters from U+0080 on; U+0085 is a line break to some.
  static let marks: [UInt8] = [
    .tilde, .openBracket, UInt8(ascii: "."), .slash, .colon, 0, UInt8(ascii: "@"),
  ]

  /// The second byte, behind 0xC2, of the character for a mark; nil for what needs none.
  ///
  /// - Parameter next: the byte behind the mark.
  static func secondByte(of mark: UInt8, before next: UInt8?) -> UInt8? {
    guard mark != .openBracket || next == .caret, let index = marks.firstIndex(of: mark) else {
      return nil
    }
    return UInt8(0x80 + index)
  }

  /// The mark for which a character stands.
  static func mark(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard scalar.value >= 0x80, scalar.value < 0x80 + UInt32(marks.count) else { return nil }
    let mark = marks[Int(scalar.value) - 0x80]
    return mark == 0 ? nil : Unicode.Scalar(mark)
  }
}

/// The same text with stand-ins for escaped marks; nothing moves.
func hidingEscapes(in text: [UInt8]) -> [UInt8] {
  var text = text
  var index = 0
  while index + 1 < text.count {
    guard text[index] == .backslash else {
      index += 1
      continue
    }
    let next = index + 2 < text.count ? text[index + 2] : nil
    if let second = StandIn.secondByte(of: text[index + 1], before: next) {
      text[index] = 0xC2
      text[index + 1] = second
    }
    index += 2
  }
  return text
}

/// A text with the stand-ins undone; nil when it holds none.
///
/// - Parameter isLiteral: code, in which a backslash is a backslash.
func showingEscapes(in text: String, isLiteral: Bool) -> String? {
  guard text.unicodeScalars.contains(where: { StandIn.mark(of: $0) != nil }) else { return nil }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let mark = StandIn.mark(of: scalar)
    if mark != nil, isLiteral { shown.append("\\") }
    shown.append(mark ?? scalar)
  }
  return String(shown)
}
