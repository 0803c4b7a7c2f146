// Spravka's own blocks and inline elements → HTML. Every block is complete without a script: tabs
// and editions stand below each other under their names, and all words are those of `strings/`.

extension MarkdownRenderer {
  mutating func renderConstruct(_ node: MarkdownNode, _ entering: Bool) {
    guard let tag = node.tag else { return }
    switch shaped.constructs[tag] {
    case .callout(let kind): renderCallout(kind, node, entering)
    case .details(let group, let isOpen): renderDetails(group, isOpen, node, entering)
    case .tabs(let group): renderTabs(group, entering)
    case .tab: renderTab(node, entering)
    case .edition(let ids): renderEdition(ids, node, entering)
    case .table(let alignments): renderTable(alignments, node, entering)
    case .include(let frame): renderInclude(shaped.frames[frame], entering)
    case .summary:
      lead.noteSection(node, entering: entering)
      html.freshLine()
      html.raw(entering ? "<section class=\"summary\">\n" : "</section>\n")
      if entering { html.icon("summary") }
    case .strikethrough: html.raw(entering ? "<del>" : "</del>")
    case .task(let isDone): if entering { renderTask(isDone) }
    case .footnoteReference(let note, let ordinal):
      if entering { renderReference(to: note, ordinal) }
    case .cell, .label, .paragraph, .bareLink, .card, .figure: break
    }
  }

  private mutating func renderCallout(
    _ kind: Callout, _ node: MarkdownNode, _ entering: Bool
  ) {
    html.freshLine()
    guard entering else { return html.raw("</div>\n") }
    html.raw("<div class=\"callout ")
    html.text(kind.rawValue)
    html.raw("\" role=\"note\">\n")
    html.icon(kind.rawValue)
    guard !hasLabel(node) else { return }
    html.raw("<p class=\"callout-title\">")
    html.text(word(kind.rawValue))
    html.raw("</p>\n")
  }

  private mutating func renderDetails(
    _ group: String, _ isOpen: Bool, _ node: MarkdownNode, _ entering: Bool
  ) {
    html.freshLine()
    guard entering else { return html.raw("</details>\n") }
    html.raw("<details")
    if !group.isEmpty { html.attribute("name", group) }
    html.raw(isOpen ? " open>\n" : ">\n")
    guard !hasLabel(node) else { return }
    html.raw("<summary>")
    html.text(word("details"))
    html.raw("</summary>\n")
  }

  private mutating func renderTabs(_ group: String, _ entering: Bool) {
    html.freshLine()
    guard entering else { return html.raw("</div>\n") }
    html.raw("<div class=\"tabs\"")
    if !group.isEmpty { html.attribute("data-group", group) }
    html.raw(">\n")
  }

  private mutating func renderTab(_ node: MarkdownNode, _ entering: Bool) {
    noteChoice(node, entering: entering)
    html.freshLine()
    html.raw(entering ? "<div class=\"tab\">\n" : "</div>\n")
  }

  private mutating func renderEdition(
    _ ids: [String], _ node: MarkdownNode, _ entering: Bool
  ) {
    noteChoice(node, entering: entering)
    html.freshLine()
    guard entering else { return html.raw("</div>\n") }
    let names = ids.map { id in
      surroundings.editions.first { $0.id == id }?.name(in: surroundings.language) ?? id
    }
    html.raw("<div class=\"edition\"")
    html.attribute("data-edition", ids.joined(separator: " "))
    html.raw(">\n<p class=\"edition-name\">")
    html.text(names.joined(separator: ", "))
    html.raw("</p>\n")
  }

  /// A snippet of another language says which one to those who hear the page.
  private mutating func renderInclude(_ frame: TextFrame, _ entering: Bool) {
    guard surroundings.snippets.isBorrowed(frame.file), frame.inclusion != nil else { return }
    html.freshLine()
    guard entering else {
      setTypography(of: surroundings.language)
      return html.raw("</div>\n")
    }
    let language = frame.file.path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    setTypography(of: language)
    html.raw("<div")
    html.attribute("lang", language)
    html.raw(">\n")
  }

  private mutating func renderTask(_ isDone: Bool) {
    html.raw("<input type=\"checkbox\"")
    html.attribute("aria-label", word(isDone ? "task-done" : "task-open"))
    html.raw(isDone ? " checked disabled>" : " disabled>")
  }

  /// The title of a callout, the name of a tab.
  mutating func renderLabel(_ node: MarkdownNode, _ entering: Bool) {
    if entering { html.freshLine() }
    switch node.parent?.tag.map({ shaped.constructs[$0] }) {
    case .details: html.raw(entering ? "<summary>" : "</summary>\n")
    case .tab: html.raw(entering ? "<p class=\"tab-name\">" : "</p>\n")
    default: html.raw(entering ? "<p class=\"callout-title\">" : "</p>\n")
    }
  }

  private func hasLabel(_ node: MarkdownNode) -> Bool {
    node.firstChild?.tag == Construct.tag(of: .label)
  }

  func word(_ key: String) -> String { surroundings.words[key] ?? "" }
}
