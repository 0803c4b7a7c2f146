// Blocks that were opened and closed again with nothing in between. They are found when the tree is
// shaped, since only then is it known where their lines stand.

extension TreeShaper {
  /// - Parameters:
  ///   - what: the block, for people: `tab`.
  ///   - block: without its title, which is put in later.
  mutating func lintEmptiness(of what: String, _ block: MarkdownNode, at range: Range<Int>) {
    guard surroundings.lint.checks.contains(.emptySections), block.firstChild == nil,
      !shaped.lacksSnippet
    else { return }
    report(
      .emptySection, "there is nothing in this \(what)", at: range,
      hint: "write its text, or take it out")
  }
}

extension Directive {
  /// What people call the block that holds text; nil when it holds none itself.
  var nameOfBlock: String? {
    switch self {
    case .note, .tip, .important, .warning, .caution: "callout"
    case .details: "collapsible block"
    case .edition: "edition block"
    case .tab: "tab"
    case .tabs, .include: nil
    }
  }
}
