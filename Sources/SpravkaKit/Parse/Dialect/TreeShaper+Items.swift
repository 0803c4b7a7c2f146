// List items that are tasks, or footnotes in disguise.

extension TreeShaper {
  /// `- [x] done`: a box in the place of the brackets.
  mutating func markTask(_ item: MarkdownNode) {
    guard let paragraph = item.firstChild, paragraph.kind == .paragraph,
      let first = paragraph.firstChild, first.kind == .text
    else { return }
    let mark = Array(first.literal.utf8.prefix(4))
    // A backslash before the bracket is gone from the tree.
    guard mark.count == 4, mark[0] == .openBracket, mark[2] == .closeBracket, mark[3] == .space,
      frame.file.bytes[start(of: paragraph)...].first == .openBracket
    else { return }
    let isDone = mark[1].asciiLowercased == UInt8(ascii: "x")
    guard isDone || mark[1] == .space else { return }
    let box = inline(.task(isDone: isDone))
    let text = first.literal.drop { $0 != "]" }.dropFirst()
    first.insertBefore(box)
    first.setLiteral(String(text))
  }

  /// Takes down which footnotes the text in hand defines.
  mutating func noteFootnotes() {
    for disguise in text.source.disguises {
      guard case .footnote(let label) = disguise.kind else { continue }
      let key = label.lowercased()
      guard text.footnotes[key] == nil else { continue }
      text.footnotes[key] = footnotes.count
      footnotes.append(Footnote(label: label, frame: text.frame))
    }
  }

  /// Takes a footnote out of the list that it is to libcmark.
  mutating func moveFootnote(_ item: MarkdownNode) {
    let found = text.source.disguises(in: item.line...item.line).first
    guard let disguise = found, case .footnote(let label) = disguise.kind,
      let index = text.footnotes[label.lowercased()]
    else { return }
    // What stands before the mark is a list item of its own, which may hold the footnote.
    guard start(of: item) == disguise.range.lowerBound else { return }
    let range = disguise.range.lowerBound..<(disguise.range.lowerBound + label.utf8.count + 4)
    if let first = item.firstChild, first.kind == .htmlBlock, first.line == item.line,
      disguise.written.count > 4
    {
      first.remove()
    }
    guard footnotes[index].node == nil else {
      report(
        .duplicateFootnote, "the footnote '[^\(label)]' is there already", at: range,
        hint: "give one of the two another name")
      return item.remove()
    }
    let block = block(.include(frame: text.frame))
    attic.append(block)
    for child in item.children { block.append(child) }
    item.remove()
    footnotes[index].node = block
    footnotes[index].range = range
  }
}
