// Debian's libcmark takes quadratic time on a few inputs: empty lines in deep lists, emphasis in
// deep quotes, brackets left open. In long articles they are looked for before it runs, in one pass
// over the lines, so that no article takes longer than a second however it is written; in short
// ones it cannot lose time, and the depth of the tree that it makes is counted.

enum NestingLimit {
  /// Quotes and lists in each other.
  static let containers = 48
  /// All elements in each other, emphasis included.
  static let elements = 160
  /// Square brackets left open in one paragraph of a long article.
  static let openBrackets = 1000
  /// From how many bytes on an article is long.
  static let longArticle = 16 << 10
}

/// The first place where quotes, lists or brackets are nested deeper than libcmark can bear.
func findTooDeepNesting(in file: SourceFile, body: Range<Int>) -> Diagnostic? {
  guard body.count >= NestingLimit.longArticle else { return nil }
  var lineStart = body.lowerBound
  var openBrackets = 0
  // A list is as deep as there were markers before it, however far a line of code is indented.
  var markersSeen = 0
  var isAfterBlank = true
  while lineStart < body.upperBound {
    let line = lineStart..<endOfLine(file.bytes, from: lineStart, to: body.upperBound)
    let start = LineStart(file.bytes, line)
    if start.markers == 0, start.columns == 0, isAfterBlank, !start.isBlank { markersSeen = 0 }
    if start.markers > 0,
      start.markers + min(start.columns / 2, markersSeen) > NestingLimit.containers
    {
      return tooDeep(at: line, in: file)
    }
    markersSeen += start.markers
    openBrackets = start.isBlank ? 0 : bracketsLeftOpen(file.bytes, line, openBrackets)
    if openBrackets > NestingLimit.openBrackets { return tooManyBrackets(at: line, in: file) }
    isAfterBlank = start.isBlank
    lineStart = line.upperBound + 1
  }
  return nil
}

func tooDeep(
  at range: Range<Int>, in file: SourceFile, what: String = "quotes, lists or emphasis"
) -> Diagnostic {
  Diagnostic(
    .nestedTooDeep, "\(what) are nested too deep here", file: file.path,
    range: range,
    hint: "the limit is \(NestingLimit.containers) levels of quotes and lists,"
      + " \(NestingLimit.elements) of everything")
}

private func tooManyBrackets(at range: Range<Int>, in file: SourceFile) -> Diagnostic {
  Diagnostic(
    .nestedTooDeep, "more than \(NestingLimit.openBrackets) square brackets are left open",
    file: file.path, range: range, hint: "close them, or part the paragraph by an empty line")
}

private func endOfLine(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
  var index = start
  while index < end, bytes[index] != .newline, bytes[index] != .carriageReturn { index += 1 }
  return index
}

/// The first characters of a line, which open quotes and lists.
private struct LineStart {
  /// Marks of quotes and lists; a thematic break has none.
  private(set) var markers = 0
  /// White space before the last of them; a level of a list needs two columns at least.
  private(set) var columns = 0
  let isBlank: Bool

  init(_ bytes: [UInt8], _ line: Range<Int>) {
    var index = line.lowerBound
    while index < line.upperBound {
      switch bytes[index] {
      case .space: columns += 1
      case .tab: columns += 4
      case .greaterThan: markers += 1
      case .hyphen, UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard index + 1 == line.upperBound || bytes[index + 1].isASCIIWhitespace else {
          isBlank = false
          return
        }
        markers += 1
      case let byte:
        guard byte.isASCIIDigit, let end = endOfOrderedMarker(bytes, index, line.upperBound) else {
          isBlank = false
          return
        }
        markers += 1
        index = end
      }
      index += 1
    }
    isBlank = markers == 0
    if isThematicBreak(bytes[line]) { markers = 0 }
  }
}

/// Whether a line of nothing but markers and white space is one: all markers are the same.
private func isThematicBreak(_ line: ArraySlice<UInt8>) -> Bool {
  guard let marker = line.first(where: { !$0.isASCIIWhitespace }) else { return false }
  guard marker == .hyphen || marker == UInt8(ascii: "*") else { return false }
  return line.allSatisfy { $0 == marker || $0.isASCIIWhitespace }
}

/// The index of the `.` or `)` of `12.`; nil when it is no list marker.
private func endOfOrderedMarker(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
  var index = start
  while index < end, bytes[index].isASCIIDigit, index - start < 9 { index += 1 }
  guard index < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")") else {
    return nil
  }
  return index + 1 == end || bytes[index + 1].isASCIIWhitespace ? index : nil
}

/// How many brackets are open behind a line, when so many were open before it.
private func bracketsLeftOpen(_ bytes: [UInt8], _ line: Range<Int>, _ before: Int) -> Int {
  var open = before
  for index in line {
    if bytes[index] == UInt8(ascii: "[") {
      open += 1
    } else if bytes[index] == UInt8(ascii: "]"), open > 0 {
      open -= 1
    }
  }
  return open
}
