/// What stands in parentheses behind the brackets of a link: `(b.md "title")`.
struct LinkTail: Equatable {
  /// The destination as it is written, without angle brackets.
  let destination: Range<Int>
  /// The offset behind the closing parenthesis.
  let end: Int

  /// Titles are read no further, and parentheses no deeper, so that no text takes quadratic time;
  /// the depth is libcmark's.
  private static let longestTitle = 1024
  private static let deepest = 32

  /// Reads the parentheses at an offset; nil when they make no link (CommonMark 0.30, «Links»).
  init?(_ bytes: [UInt8], from start: Int, to end: Int) {
    guard start < end, bytes[start] == .openParenthesis else { return nil }
    let blank = Self.skipBlanks(bytes, from: start + 1, to: end)
    guard let destination = Self.destination(bytes, from: blank, to: end) else { return nil }
    let isBracketed = blank < end && bytes[blank] == .lessThan
    var index = destination.upperBound + (isBracketed ? 1 : 0)
    let title = Self.skipBlanks(bytes, from: index, to: end)
    if title > index, let close = Self.endOfTitle(bytes, from: title, to: end) { index = close }
    index = Self.skipBlanks(bytes, from: index, to: end)
    guard index < end, bytes[index] == .closeParenthesis else { return nil }
    self.destination = destination
    self.end = index + 1
  }

  private static func destination(_ bytes: [UInt8], from start: Int, to end: Int) -> Range<Int>? {
    if start < end, bytes[start] == .lessThan {
      var index = start + 1
      while index < end, bytes[index] != .greaterThan {
        if bytes[index] == .newline || bytes[index] == .lessThan { return nil }
        index += bytes[index] == .backslash ? 2 : 1
      }
      return index < end ? (start + 1)..<index : nil
    }
    var depth = 0
    var index = start
    while index < end, !bytes[index].isASCIIWhitespace {
      switch bytes[index] {
      case .backslash: index += 1
      case .openParenthesis: depth += 1
      case .closeParenthesis where depth == 0: return start..<index
      case .closeParenthesis: depth -= 1
      default: break
      }
      guard depth <= deepest else { return nil }
      index += 1
    }
    return start..<min(index, end)
  }

  /// Where a title ends that begins at `start`; nil when there is none.
  private static func endOfTitle(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    let close: UInt8
    switch bytes[start] {
    case .quote, .apostrophe: close = bytes[start]
    case .openParenthesis: close = .closeParenthesis
    default: return nil
    }
    var index = start + 1
    while index < min(end, start + longestTitle) {
      if bytes[index] == close { return index + 1 }
      index += bytes[index] == .backslash ? 2 : 1
    }
    return nil
  }

  /// White space, and the marks of quotes at the start of a line.
  private static func skipBlanks(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var index = start
    var isNewLine = false
    while index < end {
      if bytes[index] == .newline { isNewLine = true }
      guard bytes[index].isASCIIWhitespace || (isNewLine && bytes[index] == .greaterThan) else {
        break
      }
      index += 1
    }
    return index
  }
}
