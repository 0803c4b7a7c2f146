// The line that a finding is about, and the carets under it. Never more than a few hundred bytes
// are looked at: a line may be a megabyte long and bear fifty thousand findings.

/// A line of at most 100 columns, with the place marked.
struct Excerpt {
  private var text: [UInt8] = []
  private var carets: [UInt8] = []

  private static let columns = 100
  /// How far a window reaches to either side, in bytes: 100 scalars of four bytes and some.
  private static let reach = 480

  init(of range: Range<Int>, in lines: LineTable) {
    let line = lines.lineRange(at: range.lowerBound)
    let start = min(max(range.lowerBound, line.lowerBound), line.upperBound)
    let end = min(max(range.upperBound, start), line.upperBound)
    let first = max(line.lowerBound, start - Self.reach)
    let last = min(line.upperBound, start + Self.reach)
    let bytes = lines.bytes
    let before = Self.cells(bytes[first..<start])
    let marked = Self.cells(bytes[start..<min(end, last)])
    let after = Self.cells(bytes[min(end, last)..<last])

    let rest = Self.width(marked + after)
    let isShort = first == line.lowerBound && Self.width(before) + rest <= Self.columns
    // From the start of the line, unless the caret would stand too far right for that.
    let lead = isShort ? before[...] : Self.suffix(before, Self.columns - 2 - min(rest, 38))
    if first > line.lowerBound || lead.count < before.count { append("…", caret: .space) }
    for cell in lead { append(cell, caret: cell == "\t" ? .tab : .space) }
    appendMarked(marked, after, isCut: last < line.upperBound)
  }

  func render(into output: inout [UInt8]) {
    for line in [text, carets] {
      output.append(contentsOf: "  ".utf8)
      output.append(contentsOf: line)
      output.append(.newline)
    }
  }
}

extension Excerpt {
  private mutating func appendMarked(
    _ marked: [Unicode.Scalar], _ after: [Unicode.Scalar], isCut: Bool
  ) {
    let mark = carets.count
    let cells = marked + after
    // So far every column has its byte in the line of carets.
    let room = Self.columns - carets.count
    let fits = !isCut && Self.width(cells) <= room
    let kept = fits ? cells[...] : Self.prefix(cells, room - 1)
    for (index, cell) in kept.enumerated() {
      let tilde: UInt8 = cell == "\t" ? .tab : .tilde
      append(cell, caret: index < marked.count ? tilde : nil)
    }
    if !fits { append("…", caret: nil) }
    if carets.count == mark { carets.append(.caret) } else { carets[mark] = .caret }
  }

  private mutating func append(_ cell: Unicode.Scalar, caret: UInt8?) {
    text.append(contentsOf: String(cell).utf8)
    guard let caret else { return }
    carets.append(contentsOf: repeatElement(caret, count: cell.displayWidth))
  }

  /// The scalars as they are shown; bytes that are no text become replacement characters.
  private static func cells(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0 == "\t" ? $0 : $0.shown }
  }

  private static func width(_ cells: [Unicode.Scalar]) -> Int {
    cells.reduce(0) { $0 + $1.displayWidth }
  }

  private static func prefix(
    _ cells: [Unicode.Scalar], _ columns: Int
  ) -> ArraySlice<Unicode.Scalar> {
    var width = 0
    let end = cells.firstIndex { cell in
      width += cell.displayWidth
      return width > columns
    }
    return cells[..<(end ?? cells.endIndex)]
  }

  private static func suffix(
    _ cells: [Unicode.Scalar], _ columns: Int
  ) -> ArraySlice<Unicode.Scalar> {
    var width = 0
    let start = cells.lastIndex { cell in
      width += cell.displayWidth
      return width > columns
    }
    return cells[(start.map { $0 + 1 } ?? 0)...]
  }
}
