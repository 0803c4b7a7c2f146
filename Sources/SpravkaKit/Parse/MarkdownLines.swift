// libcmark's places → byte offsets. A line ends with `\n`, `\r` or both, as libcmark counts them.
// What libcmark was given may differ from the file: some lines are shifted, and the cells of tables
// are lines of a text of their own.

/// Where the lines of a document stand in their file.
struct MarkdownLines: Sendable {
  private var starts: [Int]
  /// Where each line ends, when the next one is elsewhere; empty when it follows.
  private var ends: [Int] = []
  private let end: Int
  /// For lines, from 1, of which a part was replaced.
  private var shifts: [Int: Shift] = [:]

  struct Shift: Sendable {
    /// The column at which the replaced part begins, from 1.
    let column: Int
    /// By how much what stands behind it is farther right in the file.
    let count: Int
  }

  private static let breaks = ByteFinder([.newline, .carriageReturn])

  /// - Parameter body: the part of the file that libcmark was given.
  init(_ bytes: [UInt8], body: Range<Int>) {
    var starts = [body.lowerBound]
    end = body.upperBound
    let span = bytes.span
    Self.breaks.forEach(in: bytes, body) { index in
      let isPart =
        span[index] == .carriageReturn && index + 1 < body.upperBound && span[index + 1] == .newline
      if !isPart { starts.append(index + 1) }
    }
    self.starts = starts
  }

  /// Pieces of a file, each of which was a line of what libcmark was given.
  init(pieces: [Range<Int>]) {
    starts = pieces.map(\.lowerBound)
    ends = pieces.map(\.upperBound)
    end = pieces.last?.upperBound ?? 0
  }

  func shifted(by shifts: [Int: Shift]) -> MarkdownLines {
    var lines = self
    lines.shifts = shifts
    return lines
  }

  /// The offset of a line and a column in bytes, both from 1; out of bounds means the nearest.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= starts.count else { return line < 1 ? starts.first ?? 0 : end }
    var place = max(column - 1, 0)
    if !shifts.isEmpty, let shift = shifts[line], column > shift.column {
      place = max(place + shift.count, shift.column - 1)
    }
    return min(starts[line - 1] + place, endOfLine(line))
  }

  private func endOfLine(_ line: Int) -> Int {
    guard line >= 1, line <= starts.count else { return line < 1 ? starts.first ?? 0 : end }
    if !ends.isEmpty { return ends[line - 1] }
    return line < starts.count ? starts[line] : end
  }

  /// Where a block stands, as libcmark says; for inline elements see `InlinePlaces`.
  func range(of node: MarkdownNode) -> Range<Int> {
    if !ends.isEmpty { return lines(of: node) }
    let start = offset(line: node.line, column: node.column)
    let end = offset(line: node.endLine, column: node.endColumn + 1)
    return start..<max(start, end)
  }

  /// The whole lines of a block.
  func lines(of node: MarkdownNode) -> Range<Int> {
    let start = offset(line: node.line, column: 1)
    let last = ends.isEmpty ? offset(line: node.endLine + 1, column: 1) : endOfLine(node.line)
    return start..<max(start, last)
  }

  /// A line, from 1, with its break.
  func range(ofLine line: Int) -> Range<Int> {
    let start = offset(line: line, column: 1)
    return start..<max(start, line < 1 || line > starts.count ? start : endOfLine(line))
  }

  /// The line, from 1, that holds an offset.
  func line(at offset: Int) -> (line: Int, range: Range<Int>) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, range(ofLine: low + 1))
  }
}
