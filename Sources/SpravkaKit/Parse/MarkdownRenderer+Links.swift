// Links and pictures: what is known here is written, where they lead becomes a hole.

extension MarkdownRenderer {
  mutating func renderLink(_ node: MarkdownNode, _ entering: Bool) {
    // To libcmark `[<https://a.example>](b)` is a link in a link.
    openLinks += entering ? 1 : -1
    guard openLinks == (entering ? 1 : 0) || !dialect.isArticle else { return }
    if entering {
      addHole(.linkStart(result.references.count))
      addReference(node, kind: .link, isEmpty: !node.hasChildren)
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
    let isFigure = node.parent?.tag == Construct.tag(of: .figure) && dialect.isArticle
    if isFigure { html.freshLine() }
    addHole(isFigure ? .figure(result.references.count) : .image(result.references.count))
    addReference(node, kind: .image, alternative: alternative)
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

  mutating func addHole(_ kind: Fragment.Kind) {
    result.fragment.holes.append(Fragment.Hole(offset: html.bytes.count, kind: kind))
  }

  private mutating func addReference(
    _ node: MarkdownNode, kind: Reference.Kind, alternative: String = "", isEmpty: Bool = false
  ) {
    let written = node.destination
    let isBare = kind == .link && node.tag != nil
    let text = node.firstText
    let place = place {
      isBare
        ? $0.place(ofBareLink: text)
        : $0.place(ofLinkTo: written, text: text, isPicture: kind == .image)
    }
    let range = place ?? self.range(of: node)
    result.references.append(
      Reference(
        kind: kind, written: written,
        destination: Destination(written, in: file.path, isImage: kind == .image),
        title: node.title, alternative: alternative, isEmpty: isEmpty,
        range: range, inclusion: frame.inclusion))
    if kind == .image {
      lintPicture(node, alternative, at: range)
    } else if !isBare {
      lintLink(node, textFrom: text, at: range)
    }
  }
}
