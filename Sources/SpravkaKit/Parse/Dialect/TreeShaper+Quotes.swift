// `> [!NOTE]` → a callout: GitHub's alerts, a quote whose first line names the kind.

extension TreeShaper {
  /// Puts a callout in the place of a quote; nil when the quote is none.
  mutating func callout(in quote: MarkdownNode) -> MarkdownNode? {
    guard text.source.syntax.contains(.callouts), let paragraph = quote.firstChild,
      paragraph.kind == .paragraph, let first = paragraph.firstChild, first.kind == .text
    else { return nil }
    let place = start(of: paragraph)
    // A backslash before the bracket is gone from the tree.
    guard frame.file.bytes[place...].starts(with: "[!".utf8), first.literal.hasPrefix("[!"),
      let close = first.literal.utf8.firstIndex(of: .closeBracket)
    else { return nil }
    let name = String(first.literal[..<close].dropFirst(2))
    guard !name.isEmpty, name.utf8.allSatisfy(\.isASCIILetter) else { return nil }
    let range = place..<(place + name.utf8.count + 3)
    guard let kind = Callout(rawValue: name.lowercased()) else {
      reportUnknown(name, at: range)
      return nil
    }
    let rest = String(first.literal[first.literal.utf8.index(after: close)...])
    let isAlone = rest.isEmpty && (first.next.map { $0.kind == .softBreak } ?? true)
    if !isAlone {
      report(
        .invalidCallout, "text stands behind '[!\(name)]'", at: range,
        hint: "begin it in the next line: GitHub shows a plain quote otherwise")
    }
    takeOff(first, rest: isAlone ? "" : rest, of: paragraph)
    let block = replace(quote, by: kind)
    lintEmptiness(of: "callout", block, at: range)
    return block
  }

  /// Takes the name off the paragraph; what stands behind it stays.
  private func takeOff(_ first: MarkdownNode, rest: String, of paragraph: MarkdownNode) {
    let text = String(rest.drop { $0 == " " })
    if text.isEmpty {
      if let line = first.next, line.kind == .softBreak { line.remove() }
      first.remove()
    } else {
      first.setLiteral(text)
    }
    if paragraph.firstChild == nil { paragraph.remove() }
  }

  private mutating func replace(_ quote: MarkdownNode, by kind: Callout) -> MarkdownNode {
    let block = block(.callout(kind))
    quote.insertBefore(block)
    for child in quote.children { block.append(child) }
    quote.remove()
    return block
  }

  private mutating func reportUnknown(_ name: String, at range: Range<Int>) {
    let known = Callout.allCases.map { $0.rawValue.uppercased() }
    let near = nearestName(to: name.uppercased(), among: known)
    report(
      .invalidCallout, "there is no callout '[!\(name)]'", at: range,
      hint: near.map { "did you mean '[!\($0)]'?" }
        ?? "the callouts are \(known.joined(separator: ", "))")
  }
}
