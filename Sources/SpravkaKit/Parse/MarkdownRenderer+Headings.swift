// Headings and their anchors: given at the end (`## Если забыли логин {#forgot-login}`) or made
// from the text, unique in the page.

extension MarkdownRenderer {
  mutating func renderHeading(_ node: MarkdownNode, _ entering: Bool) {
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
      let given = takeGivenAnchor(of: node)
      let text = plainText(of: node)
      let anchor = given.map { reserveGiven($0, for: node) } ?? anchors.make(from: text)
      html.attribute("id", anchor)
      result.headings.append(Heading(level: level, text: text, anchor: anchor))
    }
    html.raw(">")
  }

  /// A given anchor stays as it is, so one given twice is a mistake.
  private mutating func reserveGiven(_ anchor: String, for node: MarkdownNode) -> String {
    if !anchors.taken.insert(anchor).inserted {
      result.diagnostics.append(
        Diagnostic(
          .duplicateAnchor, "the anchor '\(anchor)' is given twice on this page",
          file: file.path, range: lines.range(of: node), hint: "give each heading its own"))
    }
    return anchor
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
    let inside = trimmed.utf8[trimmed.utf8.index(after: open)...].dropLast()
    guard inside.first == .hash, inside.count > 1, inside.dropFirst().allSatisfy(\.isAnchorByte)
    else { return nil }
    var remaining = String(trimmed[..<open])
    while remaining.utf8.last == .space { remaining.removeLast() }
    for (index, part) in tail.enumerated() { part.setLiteral(index == 0 ? remaining : "") }
    return String(Substring(inside.dropFirst()))
  }

  private func plainText(of node: MarkdownNode) -> String {
    var text = ""
    for child in node.children {
      switch child.kind {
      case .text, .code: text += child.literal
      case .softBreak, .lineBreak: text += " "
      case .htmlInline: break
      default: text += plainText(of: child)
      }
    }
    return text
  }
}

/// The anchors of one page.
struct AnchorNames: Sendable {
  var taken: Set<String> = []
  /// Given further down, perhaps; a made anchor leaves them alone.
  private var given: Set<String>
  private var lastNumber: [String: Int] = [:]

  /// - Parameter body: where to look for given anchors; what merely looks like one does no harm.
  init(_ bytes: [UInt8], body: Range<Int>) {
    var found: Set<String> = []
    let span = bytes.span
    for index in body.dropLast() where span[index] == .openBrace && span[index + 1] == .hash {
      let name = bytes[(index + 2)..<body.upperBound].prefix(while: \.isAnchorByte)
      found.insert(String(decoding: name, as: UTF8.self))
    }
    given = found
  }

  /// Keeps an anchor that something else on the page has.
  mutating func leave(_ anchor: String) { given.insert(anchor) }

  /// The slug of a text, with a number when it is taken.
  mutating func make(from text: String) -> String {
    let made = slug(of: text)
    let base = made.isEmpty ? "section" : made
    var anchor = base
    while given.contains(anchor) || !taken.insert(anchor).inserted {
      lastNumber[base, default: 1] += 1
      anchor = "\(base)-\(lastNumber[base, default: 1])"
    }
    return anchor
  }
}

extension UInt8 {
  fileprivate var isAnchorByte: Bool {
    isASCIILetter || isASCIIDigit || self == .hyphen || self == UInt8(ascii: "_")
      || self == UInt8(ascii: ".") || self == .colon
  }
}

extension MarkdownNode {
  /// Whether links and text stand in it directly.
  var holdsInlines: Bool { kind == .paragraph || kind == .heading }
}

extension MarkdownNode.Kind {
  var isContainer: Bool {
    switch self {
    case .blockQuote, .list, .item, .paragraph, .heading, .emphasis, .strong, .link: true
    default: false
    }
  }
}
