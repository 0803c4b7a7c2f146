// Pictures with a caption become figures, links that stand alone become cards, and the section with
// the short answer becomes a block of its own.

extension TreeShaper {
  /// Makes figures of the lines of a paragraph that are nothing but a picture with a caption; what
  /// stands above and below stays as paragraphs.
  mutating func setFiguresApart(in paragraph: MarkdownNode) {
    let parts = parts(of: paragraph)
    guard parts.contains(where: \.isFigure) else { return }
    var last = paragraph
    for (index, part) in parts.enumerated() {
      if index > 0 {
        let next = MarkdownNode.paragraph()
        last.insertAfter(next)
        last = next
        for node in part.nodes { next.append(node) }
        if let lineBreak = next.firstChild, isBreak(lineBreak) { lineBreak.remove() }
      }
      if part.isFigure { last.tag = Construct.tag(of: .figure) }
    }
  }

  /// The lines that are figures, each by itself, and those between them together.
  private func parts(of paragraph: MarkdownNode) -> [(nodes: [MarkdownNode], isFigure: Bool)] {
    var lines: [[MarkdownNode]] = [[]]
    for child in paragraph.children {
      if isBreak(child) { lines.append([]) }
      lines[lines.count - 1].append(child)
    }
    var parts: [(nodes: [MarkdownNode], isFigure: Bool)] = []
    for line in lines {
      let isFigure = isFigure(line)
      if let last = parts.last, !last.isFigure, !isFigure {
        parts[parts.count - 1].nodes += line
      } else {
        parts.append((line, isFigure))
      }
    }
    return parts
  }

  private func isBreak(_ node: MarkdownNode) -> Bool {
    node.kind == .softBreak || node.kind == .lineBreak
  }

  private func isFigure(_ line: [MarkdownNode]) -> Bool {
    let nodes = line.filter { !isBreak($0) }
    return nodes.count == 1 && nodes[0].kind == .image && !nodes[0].title.isEmpty
  }

  /// Marks a paragraph of its own that is nothing but a link.
  ///
  /// Whether it leads to a page is for Resolve to say. An item of a list of links is no card.
  func markCard(_ paragraph: MarkdownNode) {
    guard paragraph.tag == nil, let link = paragraph.firstChild, link.kind == .link,
      link.next == nil, link.tag == nil, let parent = paragraph.parent
    else { return }
    let isAlone = parent.kind == .item && paragraph.next == nil && paragraph.previous == nil
    guard !isAlone, parent.kind != .blockQuote, !paragraph.isInTightList else { return }
    switch Destination(link.destination, in: frame.file.path) {
    case .file, .url: paragraph.tag = Construct.tag(of: .card)
    default: break
    }
  }

  /// Puts a block around the section below the level-2 heading that bears the summary's name.
  mutating func setSummaryApart(in root: MarkdownNode, _ place: SummaryPlace) {
    guard let name = surroundings.words["summary"], !name.isEmpty else { return }
    var next = root.firstChild
    while let node = next, !isSummaryHeading(node, name) { next = node.next }
    guard let heading = next else { return }
    let section = block(.summary)
    heading.insertBefore(section)
    next = heading.next
    section.append(heading)
    while let node = next, !(node.kind == .heading && node.headingLevel <= 2) {
      next = node.next
      section.append(node)
    }
    if place == .top { root.prepend(section) }
  }

  private func isSummaryHeading(_ node: MarkdownNode, _ name: String) -> Bool {
    guard node.kind == .heading, node.headingLevel == 2, let first = node.firstChild,
      first.kind == .text, first.literal.utf8.starts(with: name.utf8)
    else { return false }
    // An anchor may be given behind it.
    let text = node.children.map(\.literal).joined()
    return text == name || (text.hasPrefix(name + " {#") && text.hasSuffix("}"))
  }
}
