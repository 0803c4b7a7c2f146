// The source of an article → what libcmark is given. libcmark knows neither directives nor
// footnotes, but it knows where a quote or a list item ends. So a line of colons goes in disguised
// as a processing instruction, `<?>`, which CommonMark makes a block of its own wherever it stands,
// and the label of a footnote as the marker of a list item, which holds what is indented below it.
// The marker is one that the text itself does not use, lest a list beside it takes the note in.
// Nearly all bytes keep their places; where the disguise turns out to stand in code, it is undone.

/// A text made ready for libcmark.
struct ArticleText: Sendable {
  let bytes: ArraySlice<UInt8>
  let lines: MarkdownLines
  /// Disguised lines, in order.
  let disguises: [Disguise]
  /// What may occur in the text.
  let syntax: SyntaxMarks
  /// Whether an escaped tilde or footnote is written as a control character.
  let hidesEscapes: Bool

  struct Disguise: Sendable {
    /// From 1.
    let line: Int
    /// What was there, by its place in the file.
    let range: Range<Int>
    /// What libcmark is given instead.
    let written: [UInt8]
    let kind: Kind

    enum Kind: Sendable, Equatable {
      case directive(DirectiveLine)
      case footnote(label: String)
    }
  }
}

extension ArticleText {
  /// Plain CommonMark: nothing is disguised.
  init(plain file: SourceFile, body: Range<Int>) {
    self.init(
      bytes: file.bytes[body], lines: MarkdownLines(file.bytes, body: body), disguises: [],
      syntax: [], hidesEscapes: false)
  }

  init(_ file: SourceFile, body: Range<Int>) {
    let lines = MarkdownLines(file.bytes, body: body)
    let marks = SyntaxScan(file.bytes, body)
    let hasFootnotes = marks.syntax.contains(.footnotes)
    let bullet = hasFootnotes ? unusedBullet(in: file.bytes[body]) : plus
    let disguises = marks.candidates.compactMap {
      Disguise(at: $0, in: file.bytes, lines, body, bullet: bullet)
    }
    // Text that holds the stand-ins already has none to spare: its escapes stay unknown.
    let escapes = marks.syntax.contains(.controlCharacters) ? [] : marks.escapes
    guard !disguises.isEmpty || !escapes.isEmpty else {
      self.init(
        bytes: file.bytes[body], lines: lines, disguises: [], syntax: marks.syntax,
        hidesEscapes: false)
      return
    }
    var shifts: [Int: MarkdownLines.Shift] = [:]
    for disguise in disguises {
      let count = disguise.range.count - disguise.written.count
      guard count != 0 else { continue }
      let lineStart = lines.range(ofLine: disguise.line).lowerBound
      shifts[disguise.line] = MarkdownLines.Shift(
        column: disguise.range.lowerBound - lineStart + 1, count: count)
    }
    self.init(
      bytes: disguised(file.bytes, body, disguises, escapes)[...], lines: lines.shifted(by: shifts),
      disguises: disguises, syntax: marks.syntax, hidesEscapes: !escapes.isEmpty)
  }

  /// The disguised lines among the lines of a block, from 1.
  func disguises(in range: ClosedRange<Int>) -> ArraySlice<Disguise> {
    guard !disguises.isEmpty else { return [] }
    var low = 0
    var high = disguises.count
    while low < high {
      let middle = (low + high) / 2
      if disguises[middle].line < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return disguises[low...].prefix { $0.line <= range.upperBound }
  }
}

extension ArticleText.Disguise {
  /// Nil for a line that is prose.
  fileprivate init?(
    at start: Int, in bytes: [UInt8], _ lines: MarkdownLines, _ body: Range<Int>, bullet: UInt8
  ) {
    let (line, lineRange) = lines.line(at: start)
    guard isContainerPrefix(bytes[lineRange.lowerBound..<start]) else { return nil }
    if bytes[start] == .colon {
      guard let directive = DirectiveLine(bytes, at: start, lineEnd: lineRange.upperBound) else {
        return nil
      }
      self.init(
        line: line, range: start..<(start + 3), written: Array("<?>".utf8),
        kind: .directive(directive))
      return
    }
    guard let label = footnoteLabel(bytes, at: start, lineEnd: lineRange.upperBound) else {
      return nil
    }
    var end = label.upperBound + 2
    while end < lineRange.upperBound, bytes[end] == .space || bytes[end] == .tab { end += 1 }
    let isEmpty =
      end == lineRange.upperBound || bytes[end] == .newline
      || bytes[end] == .carriageReturn
    // A marker alone would hold less indented lines, and could not follow a paragraph.
    self.init(
      line: line, range: start..<end, written: [bullet] + (isEmpty ? "   <?>" : "   ").utf8,
      kind: .footnote(label: String(decoding: bytes[label], as: UTF8.self)))
  }
}

private let plus = UInt8(ascii: "+")

/// A bullet that begins no item of a list; hyphens and asterisks could make a thematic break too.
private func unusedBullet(in text: ArraySlice<UInt8>) -> UInt8 {
  func isUsed(_ bullet: UInt8) -> Bool {
    var rest = text
    while let index = rest.firstIndex(of: bullet) {
      rest = rest[(index + 1)...]
      if rest.first?.isASCIIWhitespace ?? true { return true }
    }
    return false
  }
  return [plus, UInt8(ascii: "*"), .hyphen].first { !isUsed($0) } ?? plus
}

/// The label of `[^label]: `, without the brackets.
private func footnoteLabel(_ bytes: [UInt8], at start: Int, lineEnd: Int) -> Range<Int>? {
  var index = start + 2
  while index < lineEnd, bytes[index] != .closeBracket {
    if bytes[index].isASCIIWhitespace { return nil }
    index += 1
  }
  guard index > start + 2, index + 1 < lineEnd, bytes[index + 1] == .colon else { return nil }
  return (start + 2)..<index
}

/// Whether nothing but blanks and the marks of quotes and list items stands before a place.
func isContainerPrefix(_ prefix: ArraySlice<UInt8>) -> Bool {
  var index = prefix.startIndex
  while index < prefix.endIndex {
    switch prefix[index] {
    case .space, .tab, .greaterThan: break
    case .hyphen, UInt8(ascii: "*"), UInt8(ascii: "+"):
      guard index + 1 < prefix.endIndex, prefix[index + 1].isASCIIWhitespace else { return false }
    case let byte where byte.isASCIIDigit:
      let end = prefix[index...].firstIndex { !$0.isASCIIDigit } ?? prefix.endIndex
      guard end + 1 < prefix.endIndex, end - index <= 9,
        prefix[end] == UInt8(ascii: ".") || prefix[end] == .closeParenthesis,
        prefix[end + 1].isASCIIWhitespace
      else { return false }
      index = end
    default: return false
    }
    index += 1
  }
  return true
}

private func disguised(
  _ bytes: [UInt8], _ body: Range<Int>, _ disguises: [ArticleText.Disguise], _ escapes: [Int]
) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(body.count + disguises.count * 4)
  var copied = body.lowerBound
  for disguise in disguises {
    text += bytes[copied..<disguise.range.lowerBound]
    text += disguise.written
    copied = disguise.range.upperBound
  }
  text += bytes[copied..<body.upperBound]
  guard !escapes.isEmpty else { return text }
  return hidingEscapes(in: text)
}
