// What an article says of itself in a few words, read while it is rendered: its first paragraph, and
// the section with the short answer.

struct LeadText {
  /// Without markup; empty when there is none.
  private(set) var firstParagraph = ""
  /// A block a line; empty when there is none.
  private(set) var summary = ""
  /// Whether there is such a section, be it empty.
  private(set) var hasSummary = false
  private var paragraph = State.awaited
  /// The node of the section with the summary, while it is open, and its heading.
  private var section: MarkdownNode?
  private var isInHeading = false

  private enum State { case awaited, inside, read }

  mutating func note(_ node: MarkdownNode, entering: Bool) {
    if section == nil, paragraph == .read { return }
    let kind = node.kind
    if section != nil { noteSummary(node, kind, entering: entering) }
    if paragraph != .read { noteParagraph(node, kind, entering: entering) }
  }

  /// Begins or ends the section.
  mutating func noteSection(_ node: MarkdownNode, entering: Bool) {
    section = entering ? node : nil
    hasSummary = true
  }

  private mutating func noteParagraph(
    _ node: MarkdownNode, _ kind: MarkdownNode.Kind, entering: Bool
  ) {
    if paragraph == .awaited {
      if kind == .paragraph, entering, node.isTopLevel { paragraph = .inside }
    } else if kind == .paragraph {
      // One of nothing but pictures or raw HTML has no text to speak of.
      let isBlank = firstParagraph.utf8.allSatisfy(\.isASCIIWhitespace)
      if isBlank { firstParagraph = "" }
      paragraph = isBlank ? .awaited : .read
    } else {
      Self.append(node, kind, to: &firstParagraph)
    }
  }

  private mutating func noteSummary(
    _ node: MarkdownNode, _ kind: MarkdownNode.Kind, entering: Bool
  ) {
    switch kind {
    case .heading: isInHeading = entering
    case .paragraph: if entering, !summary.isEmpty { summary += "\n" }
    default: if !isInHeading { Self.append(node, kind, to: &summary) }
    }
  }

  private static func append(
    _ node: MarkdownNode, _ kind: MarkdownNode.Kind, to text: inout String
  ) {
    switch kind {
    case .text, .code: text += node.literal
    case .softBreak, .lineBreak: text += " "
    case .htmlInline where node.literal.hasPrefix("<br"): text += " "
    default: break
    }
  }
}
