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

  /// A line that is indented too far is not a block of its own but goes on with the paragraph.
  mutating func undoDisguises(inParagraph node: MarkdownNode) {
    let found = text.source.disguises(in: node.line...max(node.line, node.endLine))
    guard !found.isEmpty else { return }
    var line = node.line
    for child in node.children {
      switch child.kind {
      case .softBreak, .lineBreak: line += 1
      case .text:
        guard let disguise = found.first(where: { $0.line == line }) else { continue }
        var literal = Array(child.literal.utf8)
        undo(disguise, in: &literal)
        child.setLiteral(String(decoding: literal, as: UTF8.self))
        guard case .directive(let line) = disguise.kind else { continue }
        report(
          .misplacedDirective, "this directive is part of the paragraph above it", at: line.range,
          hint: "begin it where that paragraph begins: it is indented too far")
      default: break
      }
    }
  }

  private func undo(_ disguise: ArticleText.Disguise, in line: inout [UInt8]) {
    // In code, marks of quotes and list items stand before it as they are written.
    let start = line.indices.first { line[$0...].starts(with: disguise.written) }
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
