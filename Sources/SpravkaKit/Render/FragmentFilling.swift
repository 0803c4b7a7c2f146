// Fills the holes of an article's HTML with what Resolve has found out. A reference that leads
// nowhere becomes its text, a picture that is not there its alternative text.

/// What a page puts in the place of one reference.
struct Filling {
  /// Nil when the reference leads nowhere.
  var url: String?
  /// The text of a link that has none of its own.
  var title = ""
  /// Of a picture, when it is known.
  var size: PictureSize?
}

extension HTMLWriter {
  /// Appends a fragment with its holes filled.
  ///
  /// - Parameters:
  ///   - voidEnd: how void elements end; articles write HTML, the specification's tests XHTML.
  ///   - filling: what stands for the reference of an index.
  ///   - card: what stands below the link on a card; nil when it leads to no page.
  mutating func append(
    _ fragment: Fragment, _ references: [Reference], voidEnd: StaticString = ">",
    filling: (Int) -> Filling, card: (Int) -> String? = { _ in nil }
  ) {
    var written = 0
    // Whether each link that is open has a tag to close.
    var openLinks: [Bool] = []
    var isFirstPicture = true
    for hole in fragment.holes {
      markup(fragment.html[written..<hole.offset])
      written = hole.offset
      switch hole.kind {
      case .linkStart(let index):
        let filling = filling(index)
        openLinks.append(filling.url != nil)
        openLink(references[index], filling)
      case .linkEnd:
        if openLinks.popLast() == true { raw("</a>") }
      case .image(let index), .figure(let index):
        let filling = filling(index)
        let isFigure = if case .figure = hole.kind { true } else { false }
        if isFigure { openFigure(filling) }
        image(references[index], filling, isFirst: isFirstPicture, isFigure: isFigure, voidEnd)
        if isFigure { closeFigure(filling, caption: references[index].title) }
        if filling.url != nil { isFirstPicture = false }
      case .card(let index): if card(index) != nil { attribute("class", "card") }
      case .cardEnd(let index): closeCard(card(index), isOpen: openLinks.popLast() == true)
      case .attribute(let index, let name): attribute(name, filling(index))
      case .candidate(let index, let descriptor): candidate(descriptor, filling(index))
      }
    }
    markup(fragment.html[written...])
  }

  private mutating func attribute(_ name: String, _ filling: Filling) {
    guard let target = filling.url else { return }
    raw(" ")
    text(name)
    raw("=\"")
    url(target)
    raw("\"")
  }

  private mutating func candidate(_ descriptor: String, _ filling: Filling) {
    guard let target = filling.url else { return }
    if bytes.last != .quote { raw(", ") }
    url(target)
    if !descriptor.isEmpty { raw(" ") }
    text(descriptor)
  }

  private mutating func openLink(_ reference: Reference, _ filling: Filling) {
    if let target = filling.url {
      raw("<a href=\"")
      url(target)
      raw("\"")
      if !reference.title.isEmpty { attribute("title", reference.title) }
      raw(">")
    }
    if reference.isEmpty { text(filling.title) }
  }

  private mutating func closeCard(_ card: String?, isOpen: Bool) {
    if let card, isOpen, !card.isEmpty {
      raw("<span>")
      text(card)
      raw("</span>")
    }
    guard isOpen else { return }
    raw("</a>")
    if card != nil { icon("article") }
  }

  /// A picture that is not there leaves its alternative text.
  private mutating func openFigure(_ filling: Filling) {
    raw(filling.url == nil ? "<p>" : "<figure>")
  }

  private mutating func closeFigure(_ filling: Filling, caption: String) {
    guard filling.url != nil else { return raw("</p>\n") }
    raw("<figcaption>")
    text(caption)
    raw("</figcaption></figure>\n")
  }

  private mutating func image(
    _ reference: Reference, _ filling: Filling, isFirst: Bool, isFigure: Bool,
    _ voidEnd: StaticString
  ) {
    guard let source = filling.url else { return text(reference.alternative) }
    raw("<img src=\"")
    url(source)
    raw("\"")
    attribute("alt", reference.alternative)
    if !reference.title.isEmpty, !isFigure { attribute("title", reference.title) }
    if let size = filling.size { attributes(of: size, isFirst: isFirst) }
    raw(voidEnd)
  }

  /// The place that a picture takes, so that nothing moves when it comes.
  ///
  /// The first one of a page is often seen at once and must not wait; the others come when they
  /// are scrolled to. One whose place is not known comes at once too, since it would move the text
  /// that is being read.
  private mutating func attributes(of size: PictureSize, isFirst: Bool) {
    raw(" width=\"")
    number(Int(size.width))
    raw("\" height=\"")
    number(Int(size.height))
    raw("\"")
    if !isFirst { raw(" loading=\"lazy\" decoding=\"async\"") }
  }
}
