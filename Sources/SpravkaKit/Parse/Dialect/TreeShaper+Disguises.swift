// What went to libcmark in disguise and turns out to stand in code or in the middle of a paragraph
// gets its own bytes back; so do escapes.

extension TreeShaper {
  /// The directive that a block is; nil for any other block.
  func directive(at node: MarkdownNode) -> DirectiveLine? {
    guard node.kind == .htmlBlock,
      let disguise = text.source.disguises(in: node.line...node.line).first,
      case .directive(let line) = disguise.kind, start(of: node) == disguise.range.lowerBound
    else { return nil }
    return line
  }

  /// Code and raw HTML.
  func undoDisguises(inLiteralOf node: MarkdownNode) {
    let found = text.source.disguises(in: node.line...max(node.line, node.endLine))
    guard !found.isEmpty else { return }
    var lines = node.literal.split(separator: "\n", omittingEmptySubsequences: false).map {
      Array($0.utf8)
    }
    // The first line of code between fences is the one behind the fence.
    let first = isFenced(node) ? node.line + 1 : node.line
    for disguise in found where lines.indices.contains(disguise.line - first) {
      undo(disguise, in: &lines[disguise.line - first])
    }
    node.setLiteral(lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n"))
  }

  /// A line that is indented too far is not a block of its own but goes on with the paragraph, or
  /// with a heading that is underlined.
  ///
  /// Such a text is read again as it is written: in it a disguise may have become a part of
  /// anything. References that are defined elsewhere stay unknown.
  mutating func undoDisguises(inTextOf node: MarkdownNode) {
    let found = text.source.disguises(in: node.line...max(node.line, node.endLine))
    guard !found.isEmpty else { return }
    for disguise in found {
      guard case .directive(let line) = disguise.kind else { continue }
      report(
        .misplacedDirective, "this directive is part of the paragraph above it", at: line.range,
        hint: "begin it where that paragraph begins: it is indented too far")
    }
    var written: [UInt8] = []
    for (index, line) in contentLines(of: node).enumerated() {
      // Far enough to the right a line cannot begin a block.
      if index > 0 { written += "\n    ".utf8 }
      written += frame.file.bytes[line]
    }
    if text.source.hidesEscapes { written = hidingEscapes(in: written) }
    guard let tree = MarkdownTree(parsing: written[...]) else { return }
    for child in node.children { child.remove() }
    for child in tree.root.firstChild?.children ?? [] { node.append(child) }
  }

  private func undo(_ disguise: ArticleText.Disguise, in line: inout [UInt8]) {
    // What looks like quotes and lists may be a part of the code.
    let start = line.indices.first {
      line[$0] == disguise.written[0] && line[$0...].starts(with: disguise.written)
        && isContainerPrefix(line[..<$0])
    }
    guard let start else { return }
    line.replaceSubrange(
      start..<(start + disguise.written.count), with: frame.file.bytes[disguise.range])
  }

  private func isFenced(_ code: MarkdownNode) -> Bool {
    guard code.kind == .codeBlock else { return false }
    let rest = frame.file.bytes[start(of: code)...]
    let mark = rest.first { $0 != .space && $0 != .tab }
    return mark == .backtick || mark == .tilde
  }

  /// Puts escaped marks back in the place of their stand-ins.
  func showEscapes(below root: MarkdownNode) {
    root.walk { node, entering in
      guard entering else { return }
      switch node.kind {
      case .text, .code, .codeBlock, .htmlBlock, .htmlInline:
        let shown = showingEscapes(in: node.literal, isLiteral: node.kind != .text)
        if let shown { node.setLiteral(shown) }
        if node.kind == .codeBlock, let info = showingEscapes(in: node.fenceInfo, isLiteral: false)
        {
          node.setFenceInfo(info)
        }
      case .link, .image:
        if let shown = showingEscapes(in: node.destination, isLiteral: false) {
          node.setDestination(shown)
        }
        if let shown = showingEscapes(in: node.title, isLiteral: false) { node.setTitle(shown) }
      default: break
      }
    }
  }
}
