// Footnotes: `[^1]` in the text, `[^1]: …` anywhere below. They are numbered in the order in which
// a reader meets them, those of snippets among those of the article.

/// A footnote and the references to it.
struct Footnote {
  let label: String
  /// The text in which it stands.
  let frame: Int
  /// Its blocks; nil while no definition was found outside of code.
  var node: MarkdownNode?
  var range: Range<Int>?
  /// From 1, when it is referred to.
  var number: Int?
  /// How many references there are.
  var references = 0

  init(label: String, frame: Int) {
    self.label = label
    self.frame = frame
  }
}

extension TreeShaper {
  /// Numbers the footnotes of a shaped article; what has no reference is left out.
  mutating func numberFootnotes(in root: MarkdownNode) {
    guard !footnotes.isEmpty else { return }
    var order: [Int] = []
    number(in: root, &order)
    var next = 0
    // A note may refer to further ones.
    while next < order.count {
      if let node = footnotes[order[next]].node { number(in: node, &order) }
      next += 1
    }
    shaped.notes = order.map { footnotes[$0] }
    for note in footnotes where note.number == nil && note.node != nil {
      shaped.diagnostics.append(
        shaped.frames[note.frame].finding(
          .unusedFootnote, "nothing refers to the footnote '[^\(note.label)]': it is left out",
          at: note.range, hint: "write '[^\(note.label)]' where it belongs, or take it out"))
    }
  }

  private mutating func number(in root: MarkdownNode, _ order: inout [Int]) {
    var found: [(node: MarkdownNode, note: Int)] = []
    root.walk { node, entering in
      guard entering, node.kind == .custom,
        case .footnoteReference(let note, _) = construct(of: node)
      else { return }
      found.append((node, note))
    }
    for (node, note) in found {
      guard footnotes[note].node != nil else {
        // Its definition stands in code, and is none.
        node.insertBefore(.text("[^\(footnotes[note].label)]"))
        node.remove()
        continue
      }
      if footnotes[note].number == nil {
        order.append(note)
        footnotes[note].number = order.count
      }
      footnotes[note].references += 1
      let number = footnotes[note].number ?? 0
      node.tag = tag(
        .footnoteReference(note: number - 1, ordinal: footnotes[note].references))
    }
  }
}
