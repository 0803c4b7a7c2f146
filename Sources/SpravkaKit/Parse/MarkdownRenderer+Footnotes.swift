// References to footnotes, and the notes at the end of the article with links back. Their ids begin
// with an underscore, like all that are not made from headings.

extension MarkdownRenderer {
  mutating func renderReference(to note: Int, _ ordinal: Int) {
    // In a picture's alternative text there is nothing to click on.
    html.raw("<sup class=\"footnote\"><a href=\"#_note-")
    html.number(note + 1)
    html.raw("\" id=\"_ref-")
    html.number(note + 1)
    if ordinal > 1 {
      html.raw("-")
      html.number(ordinal)
    }
    html.raw("\" role=\"doc-noteref\">")
    html.number(note + 1)
    html.raw("</a></sup>")
  }

  mutating func renderNotes() {
    guard !shaped.notes.isEmpty else { return }
    html.freshLine()
    html.raw("<section class=\"footnotes\" role=\"doc-endnotes\"")
    html.attribute("aria-label", word("footnotes"))
    html.raw(">\n<ol>\n")
    for (index, note) in shaped.notes.enumerated() {
      html.raw("<li id=\"_note-")
      html.number(index + 1)
      html.raw("\">\n")
      if let node = note.node { walk(node) { $0.visit($1, entering: $2) } }
      renderBackLinks(of: note, number: index + 1)
      html.raw("</li>\n")
    }
    html.raw("</ol>\n</section>\n")
  }

  private mutating func renderBackLinks(of note: Footnote, number: Int) {
    html.raw("<p class=\"back\">")
    for ordinal in 1...max(1, note.references) {
      if ordinal > 1 { html.raw(" ") }
      html.raw("<a href=\"#_ref-")
      html.number(number)
      if ordinal > 1 {
        html.raw("-")
        html.number(ordinal)
      }
      html.raw("\" role=\"doc-backlink\"")
      let place = note.references > 1 ? "\(number)-\(ordinal)" : "\(number)"
      html.attribute("aria-label", filled(word("footnote-back"), ["number": place]))
      html.raw(">↩</a>")
    }
    html.raw("</p>\n")
  }
}
