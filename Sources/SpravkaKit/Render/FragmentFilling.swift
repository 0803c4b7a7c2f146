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
  mutating func append(
    _ fragment: Fragment, _ references: [Reference], voidEnd: StaticString = ">",
    filling: (Int) -> Filling
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

  private mutating func image(
    _ reference: Reference, _ filling: Filling, _ voidEnd: StaticString
  ) {
    guard let source = filling.url else { return text(reference.alternative) }
    raw("<img src=\"")
    url(source)
    raw("\"")
    attribute("alt", reference.alternative)
    if !reference.title.isEmpty { attribute("title", reference.title) }
    raw(voidEnd)
  }
}
