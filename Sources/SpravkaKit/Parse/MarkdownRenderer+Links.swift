// Links and pictures: what is known here is written, where they lead becomes a hole.

extension MarkdownRenderer {
  mutating func renderLink(_ node: MarkdownNode, _ entering: Bool) {
    // To libcmark `[<https://a.example>](b)` is a link in a link.
    openLinks += entering ? 1 : -1
    if !entering { typesetting?.isInAddress = false }
    guard openLinks == (entering ? 1 : 0) || !dialect.isArticle else { return }
    if entering {
      addHole(.linkStart(result.references.count))
      addReference(node, kind: .link, isEmpty: !node.hasChildren)
      if !node.hasChildren { typesetting?.typesetter.noteObject() }
    } else if node.parent?.tag == Construct.tag(of: .card), dialect.isArticle {
      // The link is all that the paragraph holds, and a link holds no other.
      addHole(.cardEnd(result.references.lastIndex { !$0.isImage } ?? 0))
    } else {
      addHole(.linkEnd)
    }
  }

  mutating func finishPicture(_ node: MarkdownNode) {
    guard let alternative = picture?.alternative else { return }
    picture = nil
    typesetting?.typesetter.noteObject()
    let isFigure = node.parent?.tag == Construct.tag(of: .figure) && dialect.isArticle
    if isFigure { html.freshLine() }
    addHole(isFigure ? .figure(result.references.count) : .image(result.references.count))
    addReference(node, kind: .image, alternative: alternative, isFigure: isFigure)
  }

  /// What stands inside a picture's brackets is text only.
  mutating func addToAlternative(_ node: MarkdownNode) {
    switch node.kind {
    case .text, .code: picture?.alternative += node.literal
    case .htmlInline where !dialect.isArticle: picture?.alternative += node.literal
    case .softBreak, .lineBreak: picture?.alternative += " "
    default: break
    }
  }

  /// A caption is text, but libcmark knows it as an attribute of the picture.
  private func caption(of picture: MarkdownNode) -> String {
    surroundings.typography?.plain(picture.title) ?? picture.title
  }

  /// Whether a link says nothing but where it leads.
  private func isAddress(_ text: String, of written: String) -> Bool {
    text.utf8.contains { $0 == .colon || $0 == UInt8(ascii: "@") } && written.hasSuffix(text)
  }

  mutating func addHole(_ kind: Fragment.Kind) {
    result.fragment.holes.append(Fragment.Hole(offset: html.bytes.count, kind: kind))
  }

  private mutating func addReference(
    _ node: MarkdownNode, kind: Reference.Kind, alternative: String = "", isFigure: Bool = false,
    isEmpty: Bool = false
  ) {
    let written = node.destination
    let isBare = kind == .link && node.tag != nil
    let text = node.firstText
    let place = place {
      isBare
        ? $0.place(ofBareLink: text)
        : $0.place(ofLinkTo: written, text: text, isPicture: kind == .image)
    }
    if kind == .link {
      let isAddress = isBare || isAddress(text, of: written)
      typesetting?.isInAddress = isAddress
    }
    let range = place ?? self.range(of: node)
    result.references.append(
      Reference(
        kind: kind, written: written,
        destination: Destination(written, in: file.path, isImage: kind == .image),
        title: isFigure ? caption(of: node) : node.title, alternative: alternative,
        isEmpty: isEmpty, range: range, inclusion: frame.inclusion))
    if kind == .image {
      lintPicture(node, alternative, at: range)
    } else if !isBare {
      lintLink(node, textFrom: text, at: range)
    }
  }
}
