// Texts, code and strong text of an article → HTML set as a typographer would: prose by the rules
// of its language, keys as keys, paths through menus as paths.

extension MarkdownRenderer {
  mutating func renderText(_ node: MarkdownNode) {
    switch typesetting?.way {
    case nil: node.writeText(to: &html)
    case .verbatim:
      node.writeText(to: &html)
      typesetting?.typesetter.noteObject()
    case .path: renderPath(node)
    case .prose: typesetting?.set(node, to: &html)
    }
  }

  mutating func renderSoftBreak(_ node: MarkdownNode) {
    guard typesetting != nil else { return html.raw("\n") }
    typesetting?.lookAhead(of: node)
    typesetting?.typesetter.setSoftBreak(to: &html)
  }

  mutating func renderCode(_ node: MarkdownNode) {
    var isKeys = false
    if typesetting != nil { node.withLiteral { isKeys = mayNameKeys($0) } }
    if isKeys, let keys = keys(of: node.literal) {
      for (index, key) in keys.enumerated() {
        if index > 0 { html.raw("+") }
        html.raw("<kbd>")
        html.text(key)
        html.raw("</kbd>")
      }
    } else {
      html.raw("<code>")
      node.writeText(to: &html)
      html.raw("</code>")
    }
    typesetting?.typesetter.noteObject()
  }

  mutating func renderStrong(_ node: MarkdownNode, _ entering: Bool) {
    let isPath = entering && typesetting != nil && isMenuPath(node)
    html.raw(isPath ? "<strong class=\"path\">" : entering ? "<strong>" : "</strong>")
    typesetting?.isInPath = isPath
  }

  /// Goes on in the language of a snippet.
  mutating func setTypography(of language: String) {
    if typesetting != nil { typesetting = Typesetting(Typography(language: language)) }
  }

  private func isMenuPath(_ strong: MarkdownNode) -> Bool {
    var next = strong.firstChild
    while let child = next {
      if child.kind == .text, !separators(in: child).isEmpty { return true }
      next = child.next
    }
    return false
  }

  private func separators(in node: MarkdownNode) -> [Range<Int>] {
    var found: [Range<Int>] = []
    node.withLiteral { text in
      found = menuSeparators(in: text).filter { separator in
        (separator.lowerBound > 0 || node.previous != nil)
          && (separator.upperBound < text.count || node.next != nil)
      }
    }
    return found
  }

  /// A line breaks behind the sign between two names, not before it.
  private mutating func renderPath(_ node: MarkdownNode) {
    let separators = separators(in: node)
    node.withLiteral { text in
      var start = 0
      for separator in separators {
        typesetting?.typesetter.ahead = [.space]
        typesetting?.typesetter.set(text.extracting(start..<separator.lowerBound), to: &html)
        html.raw("<span>\u{A0}›</span> ")
        typesetting?.typesetter.endLine()
        start = separator.upperBound
      }
      typesetting?.lookAhead(of: node)
      typesetting?.typesetter.set(text.extracting(start..<text.count), to: &html)
    }
  }
}

/// The signs that part the names of a menu, with the spaces around them: « › » and « > ».
private func menuSeparators(in text: Span<UInt8>) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var index = 0
  while index < text.count {
    let length: Int
    switch text[index] {
    case .greaterThan: length = 1
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0xBA:
      length = 3
    default:
      index += 1
      continue
    }
    let isFree =
      (index == 0 || text[index - 1] == .space)
      && (index + length == text.count || text[index + length] == .space)
    let lower = max(index - 1, 0)
    let upper = min(index + length + 1, text.count)
    // «5 > 3» is arithmetic.
    let isMore =
      length == 1 && lower > 0 && text[lower - 1].isASCIIDigit && upper < text.count
      && text[upper].isASCIIDigit
    if isFree, !isMore { found.append(lower..<upper) }
    index += length
  }
  return found
}
