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
  /// Offsets of `\~` and `\[^`.
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
      if next == StandIn.tilde || next == StandIn.bracket { syntax.insert(.controlCharacters) }
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
    let next = bytes[index + 1]
    let isFootnote =
      next == .openBracket && index + 2 < body.upperBound && bytes[index + 2] == .caret
    if next == .tilde || isFootnote { escapes.append(index) }
    return 2
  }
}

/// Control characters of two bytes that take the place of an escaped mark, which libcmark would
/// hand over as if it had not been escaped.
enum StandIn {
  /// Second bytes behind 0xC2: U+0080 is `\~`, U+0081 is the `\[` of `\[^`.
  static let tilde: UInt8 = 0x80
  static let bracket: UInt8 = 0x81
}

/// The same text with stand-ins for `\~` and `\[^`; nothing moves.
func hidingEscapes(in text: [UInt8]) -> [UInt8] {
  var text = text
  var index = 0
  while index + 1 < text.count {
    guard text[index] == .backslash else {
      index += 1
      continue
    }
    let next = text[index + 1]
    if next == .tilde {
      text[index] = 0xC2
      text[index + 1] = StandIn.tilde
    } else if next == .openBracket, index + 2 < text.count, text[index + 2] == .caret {
      text[index] = 0xC2
      text[index + 1] = StandIn.bracket
    }
    index += 2
  }
  return text
}

/// A text with the stand-ins undone.
///
/// - Parameter isLiteral: code, in which a backslash is a backslash.
func showingEscapes(in text: String, isLiteral: Bool) -> String? {
  guard text.unicodeScalars.contains(where: { $0.value == 0x80 || $0.value == 0x81 }) else {
    return nil
  }
  var shown = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x80: shown += isLiteral ? "\\~" : "~"
    case 0x81: shown += isLiteral ? "\\[" : "["
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}
