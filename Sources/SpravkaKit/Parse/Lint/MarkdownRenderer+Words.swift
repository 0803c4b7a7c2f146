// Paragraphs, links and pictures → findings about what readers get of them: walls of text, links
// that only say «здесь», pictures that say nothing to those who cannot see them.

/// A link to a place on its own page, whose headings are not all known yet.
struct VagueLink {
  let text: String
  let anchor: String
  let finding: Diagnostic
}

extension MarkdownRenderer {
  mutating func lintParagraph(_ node: MarkdownNode) {
    guard surroundings.lint.checks.contains(.longParagraphs) else { return }
    let range = textRange(of: node)
    // A character has at least one byte, so that most paragraphs need not be counted.
    guard range.count > Lint.longestParagraph else { return }
    let length = length(of: node)
    guard length > Lint.longestParagraph else { return }
    reportLint(
      .longParagraph,
      "this paragraph has \(length) characters: more than \(Lint.longestParagraph) are hard to read",
      at: range, hint: "part it in two, or make a list of it")
  }

  /// - Parameter beginning: the first piece of the link's text.
  mutating func lintLink(_ node: MarkdownNode, textFrom beginning: String, at range: Range<Int>) {
    let lint = surroundings.lint
    guard lint.checks.contains(.vagueLinks), lint.vagueTexts.mayContain(textFrom: beginning) else {
      return
    }
    let text = plainText(of: node)
    guard lint.vagueTexts.contains(text) else { return }
    let finding = frame.finding(
      .vagueLink, "the link text \(quoted(text)) does not say where it leads", at: range,
      hint: "name what is there; empty brackets take the title of the article: '[](other.md)'")
    if case .anchor(let anchor, _) = Destination(node.destination, in: file.path) {
      vagueLinksWithinPage.append(VagueLink(text: text, anchor: anchor, finding: finding))
    } else {
      result.diagnostics.append(finding)
    }
  }

  /// A heading that is called just so is well named by the link: «ссылка» may lead to what the
  /// article says about links.
  mutating func lintLinksWithinPage() {
    guard !vagueLinksWithinPage.isEmpty else { return }
    let names = Dictionary(result.headings.map { ($0.anchor, PhraseList.bare($0.text)) }) {
      first, _ in first
    }
    for link in vagueLinksWithinPage where names[link.anchor] != PhraseList.bare(link.text) {
      result.diagnostics.append(link.finding)
    }
  }

  mutating func lintPicture(_ node: MarkdownNode, _ alternative: String, at range: Range<Int>) {
    guard surroundings.lint.checks.contains(.missingAlternatives),
      alternative.allSatisfy(\.isWhitespace)
    else { return }
    let file = quoted(node.destination)
    let isWholeLink =
      node.parent?.kind == .link && node.previous == nil && node.next == nil
    reportLint(
      .missingAlt,
      isWholeLink
        ? "the link has no text but the picture \(file), and that has no alternative text"
        : "the picture \(file) has no alternative text",
      at: range,
      hint: isWholeLink
        ? "say in the brackets of the picture where the link leads"
        : "say in the brackets what it shows, for those who cannot see it")
  }

  /// An `alt` that is there and empty says that the picture is mere decoration.
  mutating func lintRawPicture(_ tag: RawTag, _ places: inout RawHTMLPlaces) {
    guard surroundings.lint.checks.contains(.missingAlternatives), tag.name == "img",
      !tag.isClosing, !tag.attributes.contains(where: { $0.name == "alt" })
    else { return }
    reportLint(
      .missingAlt, "the picture has no alternative text", at: places.range(of: tag.range),
      hint: "say what it shows: 'alt=\"…\"', or 'alt=\"\"' if it is mere decoration")
  }

  /// The most characters between two line breaks; what stands for a picture is no text here.
  private func length(of paragraph: MarkdownNode) -> Int {
    var longest = 0
    var length = 0
    var picture: MarkdownNode?
    paragraph.walk { node, entering in
      if let open = picture {
        if !entering, open.isSame(as: node) { picture = nil }
        return
      }
      guard entering else { return }
      switch node.kind {
      case .image: picture = node
      case .text, .code: length += node.literal.unicodeScalars.count
      case .softBreak: length += 1
      case .lineBreak: length = 0
      default: break
      }
      longest = max(longest, length)
    }
    return longest
  }

  /// Where a paragraph stands, without the line that makes a callout of its quote.
  private mutating func textRange(of paragraph: MarkdownNode) -> Range<Int> {
    let range = self.range(of: paragraph)
    guard paragraph.parent?.kind == .custom, file.bytes[range].starts(with: "[!".utf8),
      let end = file.bytes[range].firstIndex(of: .newline),
      let start = file.bytes[end..<range.upperBound].firstIndex(where: {
        !$0.isASCIIWhitespace && $0 != .greaterThan
      })
    else { return range }
    return start..<range.upperBound
  }
}
