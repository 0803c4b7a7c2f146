// The lines of a paragraph → the cells of a table, by their places in the file (GitHub Flavored
// Markdown, section «Tables»). libcmark's tree is of no use here: it has lost the backslash of
// `\|`, and emphasis in it may reach from one cell into the next.

struct TableSource: Equatable {
  let alignments: [Construct.Alignment]
  /// The first is the header's; each row is as long as the header.
  let rows: [[Range<Int>]]
  /// How many lines of the paragraph stand above the header.
  let linesAbove: Int
  /// Rows that do not have as many cells as the header: their places and their numbers of cells.
  let ragged: [(range: Range<Int>, count: Int)]

  static func == (left: TableSource, right: TableSource) -> Bool {
    left.alignments == right.alignments && left.rows == right.rows
      && left.linesAbove == right.linesAbove
  }
}

/// What the lines of a paragraph are.
enum TableReading {
  case table(TableSource)
  /// A line of hyphens and pipes below a line with another number of cells.
  case mismatch(header: Range<Int>, cells: Int, columns: Int)
  case prose
}

/// Looks for a table in the lines of a paragraph.
///
/// - Parameter lines: without what quotes and list items put before them.
func readTable(_ bytes: [UInt8], lines: [Range<Int>]) -> TableReading {
  for index in lines.indices.dropFirst() {
    guard let alignments = alignments(bytes, in: lines[index]) else { continue }
    let header = cells(bytes, in: lines[index - 1])
    guard header.count == alignments.count else {
      // Without a pipe it is a dash in prose.
      let isMeant = bytes[lines[index - 1]].contains(pipe) && alignments.count > 1
      return isMeant
        ? .mismatch(
          header: lines[index - 1], cells: header.count, columns: alignments.count) : .prose
    }
    var rows = [header]
    var ragged: [(Range<Int>, Int)] = []
    for line in lines[(index + 1)...] {
      var row = cells(bytes, in: line)
      if row.count != header.count { ragged.append((line, row.count)) }
      while row.count < header.count { row.append(line.upperBound..<line.upperBound) }
      rows.append(Array(row.prefix(header.count)))
    }
    return .table(
      TableSource(alignments: alignments, rows: rows, linesAbove: index - 1, ragged: ragged))
  }
  return .prose
}

private let pipe = UInt8(ascii: "|")

/// The columns of `| --- | :-: |`; nil when the line is none of its kind.
private func alignments(_ bytes: [UInt8], in line: Range<Int>) -> [Construct.Alignment]? {
  let mayBe = bytes[line].allSatisfy {
    $0 == .hyphen || $0 == pipe || $0 == .colon || $0 == .space || $0 == .tab
  }
  guard mayBe, bytes[line].contains(pipe) || bytes[line].contains(.colon) else { return nil }
  var found: [Construct.Alignment] = []
  for cell in cells(bytes, in: line) {
    let text = bytes[cell]
    let isLeft = text.first == .colon
    let isRight = text.count > 1 && text.last == .colon
    let dashes = text.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
    guard !dashes.isEmpty, dashes.allSatisfy({ $0 == .hyphen }) else { return nil }
    found.append(isLeft ? isRight ? .center : .left : isRight ? .right : .none)
  }
  return found.isEmpty ? nil : found
}

/// The cells of a row, without the blanks around them; a pipe behind a backslash parts nothing.
private func cells(_ bytes: [UInt8], in line: Range<Int>) -> [Range<Int>] {
  let row = trimmed(bytes, line)
  var found: [Range<Int>] = []
  var start = row.lowerBound
  if start < row.upperBound, bytes[start] == pipe { start += 1 }
  var index = start
  while index < row.upperBound {
    if bytes[index] == pipe, bytes[index - 1] != .backslash || index == start {
      found.append(trimmed(bytes, start..<index))
      start = index + 1
    }
    index += 1
  }
  if start < row.upperBound { found.append(trimmed(bytes, start..<row.upperBound)) }
  return found
}

private func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
  var start = range.lowerBound
  var end = range.upperBound
  while start < end, bytes[start].isASCIIWhitespace { start += 1 }
  while end > start, bytes[end - 1].isASCIIWhitespace { end -= 1 }
  return start..<end
}
