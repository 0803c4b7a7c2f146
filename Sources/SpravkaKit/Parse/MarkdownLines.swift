// libcmark's places → byte offsets. A line ends with `\n`, `\r` or both, as libcmark counts them.

/// Where the lines of a document begin.
struct MarkdownLines: Sendable {
  private let starts: [Int]
  private let end: Int

  /// - Parameter body: the part of the file that libcmark was given.
  init(_ bytes: [UInt8], body: Range<Int>) {
    var starts = [body.lowerBound]
    end = body.upperBound
    let bytes = bytes.span
    var index = body.lowerBound
    while index < body.upperBound {
      let byte = bytes[index]
      index += 1
      if byte == .newline {
        starts.append(index)
      } else if byte == .carriageReturn {
        if index < body.upperBound, bytes[index] == .newline { index += 1 }
        starts.append(index)
      }
    }
    self.starts = starts
  }

  /// The offset of a line and a column in bytes, both from 1; out of bounds means the nearest.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= starts.count else { return line < 1 ? starts[0] : end }
    let next = line < starts.count ? starts[line] : end
    return min(starts[line - 1] + max(column - 1, 0), next)
  }

  /// Where a block stands, as libcmark says; for inline elements see `InlinePlaces`.
  func range(of node: MarkdownNode) -> Range<Int> {
    let start = offset(line: node.line, column: node.column)
    let end = offset(line: node.endLine, column: node.endColumn + 1)
    return start..<max(start, end)
  }

  /// The whole lines of a block.
  func lines(of node: MarkdownNode) -> Range<Int> {
    let start = offset(line: node.line, column: 1)
    return start..<max(start, offset(line: node.endLine + 1, column: 1))
  }
}
