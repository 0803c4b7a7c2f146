// Fills the holes of an article's HTML with what Resolve has found out. A reference that leads
// nowhere becomes its text, a picture that is not there its alternative text.

/// What a page puts in the place of one reference.
struct Filling {
  /// Nil when the reference leads nowhere.
  var url: String?
  /// The text of a link that has none of its own.
  var title = ""
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
      case .image(let index): image(references[index], filling(index), voidEnd)
      case .figure(let index): figure(references[index], filling(index), voidEnd)
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
    if isOpen { raw("</a>") }
  }

  /// A picture with its caption; one that is not there leaves its alternative text.
  private mutating func figure(
    _ reference: Reference, _ filling: Filling, _ voidEnd: StaticString
  ) {
    guard filling.url != nil else {
      raw("<p>")
      text(reference.alternative)
      raw("</p>\n")
      return
    }
    raw("<figure>")
    image(reference, filling, isCaptioned: true, voidEnd)
    raw("<figcaption>")
    text(reference.title)
    raw("</figcaption></figure>\n")
  }

  private mutating func image(
    _ reference: Reference, _ filling: Filling, isCaptioned: Bool = false, _ voidEnd: StaticString
  ) {
    guard let source = filling.url else { return text(reference.alternative) }
    raw("<img src=\"")
    url(source)
    raw("\"")
    attribute("alt", reference.alternative)
    if !reference.title.isEmpty, !isCaptioned { attribute("title", reference.title) }
    raw(voidEnd)
  }
}
