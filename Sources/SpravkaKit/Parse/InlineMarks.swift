// The places in a paragraph's source at which a link, a picture or a tag may begin: brackets with
// their counterparts and angle brackets. Those in code spans, in destinations and titles, and those
// that are escaped are left out.

/// A `[`, `![` or `<`, by its offset.
struct InlineMark: Equatable {
  enum Kind { case bracket, picture, angle }

  let kind: Kind
  let start: Int
  /// Where the bracket's counterpart stands; nil when there is none.
  var close: Int?
  /// What follows the counterpart in parentheses.
  var tail: LinkTail?
}

/// Finds the marks in a part of a text, in linear time.
func inlineMarks(_ bytes: [UInt8], in range: Range<Int>) -> [InlineMark] {
  var marks: [InlineMark] = []
  var open: [Int] = []
  var ticks = BacktickRuns(bytes, in: range)
  var index = range.lowerBound
  while index < range.upperBound {
    switch bytes[index] {
    case .backslash: index += 1
    case .backtick:
      index = ticks.endOfSpan(from: index)
      continue
    case .exclamation where bytes[(index + 1)..<range.upperBound].first == .openBracket:
      open.append(marks.count)
      marks.append(InlineMark(kind: .picture, start: index))
      index += 1
    case .openBracket:
      open.append(marks.count)
      marks.append(InlineMark(kind: .bracket, start: index))
    case .closeBracket:
      guard let mark = open.popLast() else { break }
      marks[mark].close = index
      if let tail = LinkTail(bytes, from: index + 1, to: range.upperBound) {
        marks[mark].tail = tail
        index = tail.end
        continue
      }
    case .lessThan: marks.append(InlineMark(kind: .angle, start: index))
    default: break
    }
    index += 1
  }
  return marks
}

/// The runs of backticks in a text: a code span ends at the next run of its own length.
private struct BacktickRuns {
  private let bytes: [UInt8]
  private let end: Int
  /// The starts of the runs of a length, last first.
  private var starts: [Int: [Int]] = [:]

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    var runs: [(start: Int, count: Int)] = []
    var index = range.lowerBound
    while index < end {
      let count = count(at: index)
      if count > 0 { runs.append((index, count)) }
      index += count + 1
    }
    for run in runs.reversed() { starts[run.count, default: []].append(run.start) }
  }

  private func count(at index: Int) -> Int {
    bytes[index..<end].prefix { $0 == .backtick }.count
  }

  /// Where the code span that opens here ends; without a counterpart the backticks stand for
  /// themselves.
  mutating func endOfSpan(from index: Int) -> Int {
    let count = count(at: index)
    while let start = starts[count]?.last, start <= index { starts[count]?.removeLast() }
    return starts[count]?.last.map { $0 + count } ?? index + count
  }
}
