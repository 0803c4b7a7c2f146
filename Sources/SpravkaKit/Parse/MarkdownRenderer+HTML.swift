// Raw HTML in an article: left out with a finding, or, where site.yml allows it, passed on with its
// links and anchors checked like those of Markdown. Comments never reach the page.

extension MarkdownRenderer {
  mutating func renderHTMLBlock(_ node: MarkdownNode) {
    html.freshLine()
    switch dialect {
    case .commonMark: html.markup(node.literal.utf8)
    case .article(html: true): pass(node)
    case .article(html: false): leaveOut(node)
    }
    html.freshLine()
  }

  mutating func renderInlineHTML(_ node: MarkdownNode) {
    switch dialect {
    case .commonMark: html.markup(node.literal.utf8)
    case .article(html: true): pass(node)
    case .article(html: false): leaveOut(node)
    }
  }

  /// One finding for each block and each opening tag in a line; a closing tag goes with the
  /// opening one, and a comment is nobody's loss.
  private mutating func leaveOut(_ node: MarkdownNode) {
    let bytes = Array(node.literal.utf8)
    let start = place(of: node, bytes).lowerBound
    let tokens = rawHTMLTokens(bytes)
    let tags = tokens.compactMap { if case .tag(let tag) = $0 { tag } else { nil } }
    // A line break that is left out must not glue two words together.
    if tags.contains(where: { $0.name == "br" }) { html.freshLine() }
    let losesText = tokens.contains { token in
      if case .text(let range) = token {
        !bytes[range].allSatisfy(\.isASCIIWhitespace)
      } else {
        false
      }
    }
    guard losesText || tags.contains(where: { !$0.isClosing }) else { return }
    // The place of a block is that of its first mark.
    let firstLine = bytes.drop(while: \.isASCIIWhitespace).prefix { $0 != .newline }
    let shown = tags.first.map { bytes[$0.range] } ?? firstLine
    let name = String(decoding: shown.split(separator: .newline).first ?? [], as: UTF8.self)
    let rest = losesText ? " with the text up to the end of its block" : ""
    result.diagnostics.append(
      frame.finding(
        .rawHTML, "raw HTML \(quoted(name)) is left out\(rest)",
        at: start..<min(start + firstLine.count, lines.line(at: start).range.upperBound),
        hint: "say it in Markdown, or allow HTML in site.yml with 'markdown: {html: true}'"))
  }

  /// The anchors that raw HTML declares; one that a tag gives as both `id` and `name` is one.
  func rawAnchors(in node: MarkdownNode) -> [String] {
    let bytes = Array(node.literal.utf8)
    var found: [String] = []
    for case .tag(let tag) in rawHTMLTokens(bytes) where !tag.isClosing {
      var ofTag: [String] = []
      for attribute in tag.attributes where !attribute.value.isEmpty {
        guard attribute.name == "id" || (attribute.name == "name" && tag.name == "a") else {
          continue
        }
        let anchor = resolvingEntities(String(decoding: bytes[attribute.value], as: UTF8.self))
        if !ofTag.contains(anchor) { ofTag.append(anchor) }
      }
      found += ofTag
    }
    return found
  }

  /// Appends raw HTML, with holes where its links stand.
  private mutating func pass(_ node: MarkdownNode) {
    let bytes = Array(node.literal.utf8)
    var places = RawHTMLPlaces(bytes, in: file.bytes, from: place(of: node, bytes).lowerBound)
    for token in rawHTMLTokens(bytes) {
      switch token {
      case .comment: continue
      case .text(let range): html.markup(bytes[range])
      case .tag(let tag): pass(tag, bytes, &places)
      }
    }
  }

  private mutating func pass(
    _ tag: RawTag, _ bytes: [UInt8], _ places: inout RawHTMLPlaces
  ) {
    lintRawPicture(tag, &places)
    typesetting?.note(tag)
    var copied = tag.range.lowerBound
    for attribute in tag.attributes where !attribute.value.isEmpty {
      let kind = urlKind(of: attribute, in: tag)
      guard kind != nil || attribute.name == "srcset" else { continue }
      let before = bytes[copied..<attribute.range.lowerBound]
      html.markup(before.dropLast(before.reversed().prefix(while: \.isASCIIWhitespace).count))
      copied = attribute.range.upperBound
      if let kind {
        addHole(.attribute(result.references.count, name: attribute.name))
        addReference(kind, bytes, attribute.value, &places)
      } else {
        addSourceSet(attribute, bytes, &places)
      }
    }
    html.markup(bytes[copied..<tag.range.upperBound])
  }

  private mutating func addSourceSet(
    _ attribute: RawTag.Attribute, _ bytes: [UInt8], _ places: inout RawHTMLPlaces
  ) {
    html.raw(" srcset=\"")
    for candidate in sourceSet(bytes, in: attribute.value) {
      let descriptor = resolvingEntities(
        String(decoding: bytes[candidate.descriptor], as: UTF8.self))
      addHole(.candidate(result.references.count, descriptor: descriptor))
      addReference(.rawImage, bytes, candidate.url, &places)
    }
    html.raw("\"")
  }

  private mutating func addReference(
    _ kind: Reference.Kind, _ bytes: [UInt8], _ url: Range<Int>, _ places: inout RawHTMLPlaces
  ) {
    let written = resolvingEntities(String(decoding: bytes[url], as: UTF8.self))
    result.references.append(
      Reference(
        kind: kind, written: written,
        destination: Destination(written, in: file.path, isImage: kind == .rawImage),
        title: "", alternative: "", isEmpty: false, range: places.range(of: url),
        inclusion: frame.inclusion))
  }

  /// Where raw HTML begins, up to the end of its first line.
  private mutating func place(of node: MarkdownNode, _ bytes: [UInt8]) -> Range<Int> {
    let known = node.kind == .htmlInline ? place { $0.place(ofTag: bytes) } : nil
    return known ?? range(of: node)
  }

  /// Attributes whose value is a URL (HTML standard, section «Attributes»).
  private func urlKind(of attribute: RawTag.Attribute, in tag: RawTag) -> Reference.Kind? {
    switch attribute.name {
    case "src", "poster", "background", "data": .rawImage
    case "href", "xlink:href", "action", "formaction", "cite", "longdesc", "ping", "manifest":
      .rawLink
    default: nil
    }
  }
}

/// Resolves what a URL in an attribute may be hidden by: `&amp;`, numbers, and the names of
/// the characters that matter in a scheme (HTML standard, section «Named character references»).
func resolvingEntities(_ text: String) -> String {
  guard text.utf8.contains(.ampersand) else { return text }
  var resolved = ""
  var rest = Substring(text)
  while let start = rest.firstIndex(of: "&") {
    resolved += rest[..<start]
    rest = rest[start...]
    let name = rest.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
    let follower = rest.dropFirst(1 + name.count).first
    if let scalar = scalar(named: name), follower == ";" || mayEndOpen(name, before: follower) {
      resolved.unicodeScalars.append(scalar)
      rest = rest.dropFirst(1 + name.count + (follower == ";" ? 1 : 0))
    } else {
      resolved += "&"
      rest = rest.dropFirst()
    }
  }
  return resolved + rest
}

/// Numbers and the oldest names may lack their semicolon; in an attribute, names not before `=`:
/// `?a=1&lt=2` is a query (HTML standard, section «Named character reference state»).
private func mayEndOpen(_ name: Substring, before follower: Character?) -> Bool {
  if name.first == "#" { return true }
  return follower != "=" && ["amp", "lt", "gt", "quot"].contains(name.lowercased())
}

private func scalar(named name: Substring) -> Unicode.Scalar? {
  if name.first == "#" {
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init)
  }
  switch name {
  case "amp", "AMP": return "&"
  case "lt", "LT": return "<"
  case "gt", "GT": return ">"
  case "quot", "QUOT": return "\""
  case "apos": return "'"
  case "colon": return ":"
  case "Tab": return "\t"
  case "NewLine": return "\n"
  case "lpar": return "("
  case "rpar": return ")"
  case "sol": return "/"
  default: return nil
  }
}
