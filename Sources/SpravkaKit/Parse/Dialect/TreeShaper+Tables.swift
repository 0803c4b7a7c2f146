// Paragraphs that are tables → tables. The cells of all tables of a text, and the titles of its
// directives, are parsed together as the headings of a text of their own: what stands in a heading
// is inline text and nothing else, and libcmark is called once.

/// A piece of a line that is inline text of its own.
struct PendingCell {
  let range: Range<Int>
  let target: MarkdownNode
  /// `.cell` or `.label`.
  let construct: Construct
}

extension TreeShaper {
  /// Puts a table in the place of a paragraph, or of a heading that is underlined by the line
  /// below a table.
  ///
  /// - Returns: what remains of it above the table, or all of it when there is none.
  mutating func replaceByTable(_ node: MarkdownNode) -> MarkdownNode? {
    guard text.source.syntax.contains(.tables), node.endLine > node.line else { return node }
    let isHeading = node.kind == .heading
    let lines = contentLines(of: node)
    switch readTable(frame.file.bytes, lines: lines) {
    case .prose: return node
    case .mismatch(let header, let cells, let columns):
      report(
        .raggedTable, "this is no table: \(cells) cells stand above \(columns) columns",
        at: header, hint: "give both lines the same number of cells")
      return node
    case .table(let source):
      guard cut(node, above: source.linesAbove, of: lines.count) else { return node }
      put(source, behind: node)
      if isHeading {
        node.next?.insertAfter(.thematicBreak())
        node.tag = Construct.tag(of: .paragraph)
      }
      if source.linesAbove > 0 { return node }
      node.remove()
      return nil
    }
  }

  private func isUnderline(_ line: Range<Int>) -> Bool {
    frame.file.bytes[line].allSatisfy { $0 == .hyphen || $0 == UInt8(ascii: "=") }
  }

  private mutating func put(_ source: TableSource, behind node: MarkdownNode) {
    let table = block(.table(source.alignments))
    node.insertAfter(table)
    for cell in source.rows.joined() {
      text.cells.append(PendingCell(range: cell, target: table, construct: .cell))
    }
    for row in source.ragged {
      let columns = source.alignments.count
      let isShort = row.count < columns
      report(
        .raggedTable,
        "this row has \(row.count) cell\(row.count == 1 ? "" : "s"), the header \(columns)",
        at: row.range,
        hint: isShort
          ? "add what is missing, empty cells too"
          : "the rest is left out: a pipe within a cell is written '\\|'")
    }
  }

  /// Leaves the first lines of a paragraph as a paragraph; false when they cannot be told apart.
  ///
  /// Code and links may span lines without a break in the tree.
  private func cut(_ node: MarkdownNode, above lines: Int, of all: Int) -> Bool {
    guard lines > 0 else { return true }
    let children = node.children
    let breaks = children.map(breaks(in:))
    guard breaks.reduce(0, +) == all - 1 else { return false }
    var seen = 0
    for (index, child) in children.enumerated() {
      seen += breaks[index]
      guard seen >= lines else { continue }
      guard seen == lines, child.kind == .softBreak || child.kind == .lineBreak else {
        return false
      }
      for rest in children[index...] { rest.remove() }
      return true
    }
    return false
  }

  private func breaks(in node: MarkdownNode) -> Int {
    var count = 0
    node.walk { node, entering in
      if entering, node.kind == .softBreak || node.kind == .lineBreak { count += 1 }
    }
    return count
  }

  /// The lines of a paragraph or heading without what its containers put before them.
  ///
  /// No line that goes on
  /// with a paragraph begins with `>` but for the marks of the quotes around it.
  func contentLines(of node: MarkdownNode) -> [Range<Int>] {
    let bytes = frame.file.bytes
    let count = max(1, node.endLine - node.line + 1)
    let lines = (0..<count).map { index in
      let line = text.source.lines.range(ofLine: node.line + index)
      var start = index == 0 ? start(of: node) : line.lowerBound
      while start < line.upperBound, index > 0,
        bytes[start] == .space || bytes[start] == .tab || bytes[start] == .greaterThan
      {
        start += 1
      }
      var end = max(start, line.upperBound)
      while end > start, bytes[end - 1].isASCIIWhitespace { end -= 1 }
      return start..<end
    }
    guard node.kind == .heading else { return lines }
    // libcmark may count the line behind the underline in.
    return Array(lines.prefix(1) + lines.dropFirst().prefix { !isUnderline($0) })
  }

  /// Parses the cells and titles of the text in hand and puts them where they belong.
  mutating func parseCells() {
    let cells = text.cells
    guard !cells.isEmpty else { return }
    text.cells = []
    let bytes = frame.file.bytes
    var source: [UInt8] = []
    for cell in cells {
      source += "# ".utf8
      source.append(cell: bytes[cell.range], isCell: cell.construct == .cell)
      source += " #\n".utf8
    }
    let mayRefer = text.source.syntax.contains(.definitions) && source.contains(.openBracket)
    if text.source.hidesEscapes { source = hidingEscapes(in: source) }
    // References are defined anywhere in the text.
    if mayRefer {
      source.append(.newline)
      source += text.source.bytes
    }
    guard let tree = MarkdownTree(parsing: source[...]) else { return }
    let headings = tree.root.children.prefix(cells.count)
    for (cell, heading) in zip(cells, headings) where heading.kind == .heading {
      heading.tag = tag(cell.construct)
      if cell.construct == .label {
        cell.target.prepend(heading)
      } else {
        cell.target.append(heading)
      }
      shapeInlines(of: heading)
    }
    shaped.frames.append(
      TextFrame(
        file: frame.file, lines: MarkdownLines(pieces: cells.map(\.range)),
        mayGiveAnchors: false,
        inclusion: frame.inclusion, includedAt: frame.includedAt))
    shaped.frames[text.frame].cells = shaped.frames.count - 1
  }
}

extension [UInt8] {
  /// A cell's text; in a table a pipe may stand in code only behind a backslash, which goes.
  fileprivate mutating func append(cell: ArraySlice<UInt8>, isCell: Bool) {
    guard isCell, cell.contains(.backslash) else { return append(contentsOf: cell) }
    for (index, byte) in zip(cell.indices, cell) {
      let isEscape =
        byte == .backslash && index + 1 < cell.endIndex && cell[index + 1] == UInt8(ascii: "|")
      if !isEscape { append(byte) }
    }
  }
}
