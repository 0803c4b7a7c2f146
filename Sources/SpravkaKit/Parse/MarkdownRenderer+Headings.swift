// Headings and their anchors: given at the end (`## Если забыли логин {#forgot-login}`) or made
// from the text, unique in the page.

extension MarkdownRenderer {
  mutating func renderHeading(_ node: MarkdownNode, _ entering: Bool) {
    if let tag = node.tag {
      switch shaped.constructs[tag] {
      case .cell: return renderCell(node, entering)
      case .paragraph: return html.raw(entering ? "<p>" : "</p>\n")
      default: return renderLabel(node, entering)
      }
    }
    let level = node.headingLevel
    guard entering else {
      html.raw("</h")
      html.number(level)
      return html.raw(">\n")
    }
    html.freshLine()
    html.raw("<h")
    html.number(level)
    if dialect.isArticle {
      let index = result.headings.count
      let given = index < givenAnchors.count ? givenAnchors[index] : nil
      let text = plainText(of: node)
      let anchor = given ?? anchors.make(from: text)
      html.attribute("id", anchor)
      result.headings.append(Heading(level: level, text: text, anchor: anchor))
      lintHeading(node)
    }
    html.raw(">")
    guard let last = result.headings.last, !movedAnchors.isEmpty else { return }
    for old in movedAnchors where old.target == last.anchor {
      html.raw("<span")
      html.attribute("id", old.name)
      html.raw("></span>")
    }
  }

  /// Takes down the anchors that the text gives, in headings and in raw HTML, before any heading
  /// gets one that is made.
  mutating func readGivenAnchors(of node: MarkdownNode, entering: Bool) {
    guard entering else { return }
    switch node.kind {
    case .heading where node.tag == nil:
      let given = takeGivenAnchor(of: node)
      givenAnchors.append(given)
      if let given { reserve(given, at: node) }
    case .htmlBlock, .htmlInline:
      guard dialect == .article(html: true) else { return }
      // HTML that declares an anchor twice is its author's matter: the first one counts.
      for anchor in rawAnchors(in: node) {
        result.rawAnchors.append(anchor)
        anchors.taken.insert(anchor)
      }
    default: break
    }
  }

  /// A given anchor stays as it is, so one that is taken is a mistake.
  private mutating func reserve(_ anchor: String, at node: MarkdownNode) {
    let isTemplates = anchor.utf8.first == UInt8(ascii: "_")
    guard !anchors.taken.insert(anchor).inserted || isTemplates else { return }
    let message =
      isTemplates
      ? "the anchor \(quoted(anchor)) begins with '_', as those of the page's own parts do"
      : "the anchor \(quoted(anchor)) is given twice on this page"
    result.diagnostics.append(
      frame.finding(
        .duplicateAnchor, message, at: lines.range(of: node), hint: "choose another"))
  }

  /// Takes `{#anchor}` off the heading's end.
  ///
  /// libcmark may have cut it into several text nodes (`_` and other marks part them), so the last
  /// ones are read together.
  private func takeGivenAnchor(of node: MarkdownNode) -> String? {
    let tail = node.children.reversed().prefix { $0.kind == .text }.reversed()
    let text = tail.map(\.literal).joined()
    let trimmed = text.utf8.last == .space ? String(text.dropLast()) : text
    guard trimmed.hasSuffix("}"), let open = trimmed.utf8.lastIndex(of: .openBrace) else {
      return nil
    }
    let inside = trimmed[trimmed.utf8.index(after: open)...].dropLast()
    guard inside.utf8.first == .hash, inside.utf8.count > 1,
      inside.dropFirst().unicodeScalars.allSatisfy(mayStandInAnchor)
    else { return nil }
    var remaining = String(trimmed[..<open])
    while remaining.utf8.last == .space { remaining.removeLast() }
    for (index, part) in tail.enumerated() { part.setLiteral(index == 0 ? remaining : "") }
    return String(inside.dropFirst())
  }

  /// The text below a node; what is nested deeper than an article may be is left out.
  func plainText(of node: MarkdownNode, depth: Int = 0) -> String {
    guard depth < NestingLimit.elements else { return "" }
    var text = ""
    for child in node.children {
      switch child.kind {
      case .text, .code: text += child.literal
      case .softBreak, .lineBreak: text += " "
      case .htmlInline: break
      default: text += plainText(of: child, depth: depth + 1)
      }
    }
    return text
  }
}

/// Letters and digits of any script, and the marks that need no escaping in HTML or CSS names.
private func mayStandInAnchor(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    || "-_.:".unicodeScalars.contains(scalar)
}

/// The anchors of one page.
struct AnchorNames: Sendable {
  var taken: Set<String> = []
  private var lastNumber: [String: Int] = [:]

  /// The slug of a text, with a number when it is taken.
  mutating func make(from text: String) -> String {
    let made = slug(of: text)
    let base = made.isEmpty ? "section" : made
    var anchor = base
    while !taken.insert(anchor).inserted {
      lastNumber[base, default: 1] += 1
      anchor = "\(base)-\(lastNumber[base, default: 1])"
    }
    return anchor
  }
}

extension MarkdownNode {
  /// Whether links and text stand in it directly.
  var holdsInlines: Bool { kind == .paragraph || kind == .heading }
}

extension MarkdownNode.Kind {
  var isContainer: Bool {
    switch self {
    case .blockQuote, .list, .item, .paragraph, .heading, .emphasis, .strong, .link, .custom: true
    default: false
    }
  }
}
