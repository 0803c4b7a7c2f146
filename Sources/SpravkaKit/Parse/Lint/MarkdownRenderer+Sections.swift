// Headings → findings: those that skip a level of the outline, and those with nothing below them.

extension MarkdownRenderer {
  mutating func lintHeading(_ node: MarkdownNode) {
    let checks = surroundings.lint.checks
    guard !checks.isDisjoint(with: .headings) else { return }
    let level = node.headingLevel
    if checks.contains(.skippedHeadings) { checkLevel(level, of: node) }
    outline.note(level: level)
    guard checks.contains(.emptySections), isSectionEmpty(node, level), !shaped.lacksSnippet else {
      return
    }
    reportLint(
      .emptySection, "there is no text under this heading", at: lines.range(of: node),
      hint: "write what it promises, or take it out")
  }

  /// Notes a tab or an edition.
  mutating func noteChoice(_ node: MarkdownNode, entering: Bool) {
    if entering { return outline.enterChoice() }
    outline.leaveChoice(isLast: node.next.map { !isTab($0) && !isEdition($0) } ?? true)
  }

  mutating func reportLint(
    _ id: DiagnosticID, _ message: String, at range: Range<Int>, hint: String
  ) {
    result.diagnostics.append(frame.finding(id, message, at: range, hint: hint))
  }
}

extension MarkdownRenderer {
  private mutating func checkLevel(_ level: Int, of node: MarkdownNode) {
    let before = outline.level
    if level == 1 {
      reportLint(
        .skippedHeading, "this heading is of level 1, as the title of the page is",
        at: lines.range(of: node), hint: "write '##', or take it out where it repeats the title")
    } else if level > before + 1 {
      reportLint(
        .skippedHeading,
        outline.hasBegun
          ? "this heading is of level \(level), the one before it of level \(before)"
          : "the first heading is of level \(level), right below the title of the page",
        at: lines.range(of: node),
        hint: "write '\(String(repeating: "#", count: before + 1))'")
    }
  }

  /// Whether a heading of the same level or a higher one follows, or nothing.
  private func isSectionEmpty(_ heading: MarkdownNode, _ level: Int) -> Bool {
    var next = heading.next
    var container = heading.parent
    var hasLeftEdition = false
    // Whoever puts so many editions side by side gets no finding, rather than quadratic time.
    for _ in 0..<16 {
      guard let node = next else {
        guard let ended = container, isSeenThrough(ended) else { return isEnd(container) }
        hasLeftEdition = hasLeftEdition || isEdition(ended)
        next = ended.next
        container = ended.parent
        continue
      }
      if node.kind == .heading, node.tag == nil { return node.headingLevel <= level }
      // The edition beside a heading's own is for other readers.
      if isSeenThrough(node), let child = node.firstChild, !(hasLeftEdition && isEdition(node)) {
        next = child
        container = node
      } else if isSeenThrough(node) || node.kind == .thematicBreak || isComment(node) {
        next = node.next
      } else {
        return false
      }
    }
    return false
  }

  /// Whether a section ends with its container: below the text of a category stands the list of
  /// what is in it.
  private func isEnd(_ container: MarkdownNode?) -> Bool {
    container?.kind != .document || !shaped.frames[0].file.path.hasSuffix("/_index.md")
  }

  /// Whether a section may go on across the borders of a block.
  private func isSeenThrough(_ node: MarkdownNode) -> Bool {
    if case .include = construct(of: node) { true } else { isEdition(node) }
  }

  private func isEdition(_ node: MarkdownNode) -> Bool {
    if case .edition = construct(of: node) { true } else { false }
  }

  private func isTab(_ node: MarkdownNode) -> Bool { construct(of: node) == .tab }

  private func construct(of node: MarkdownNode) -> Construct? {
    node.tag.map { shaped.constructs[$0] }
  }

  private func isComment(_ node: MarkdownNode) -> Bool {
    guard node.kind == .htmlBlock else { return false }
    let bytes = Array(node.literal.utf8)
    return rawHTMLTokens(bytes).allSatisfy { token in
      switch token {
      case .comment: true
      case .text(let range): bytes[range].allSatisfy(\.isASCIIWhitespace)
      case .tag: false
      }
    }
  }
}
