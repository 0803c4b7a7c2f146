// Articles → copies in Markdown, each beside its page: `a/b/index.md` for `a/b/`. Addresses in them
// are complete, since copies are quoted and passed on.

func markdownCopies(of site: Site, _ renderer: PageRenderer) -> [Output] {
  guard site.configuration.outputs.markdownCopies else { return [] }
  // One for all: a closure that holds a renderer of its own is a copy of it.
  let copy: @Sendable (PageID) -> [UInt8] = { renderer.markdown(of: $0) }
  return site.order.articles.filter { site[$0].state.isItself(on: .copy) }.map { id in
    Output(path: site[id].url + markdownCopyName, content: .made { copy(id) })
  }
}

let markdownCopyName = "index.md"

extension PageRenderer {
  fileprivate func markdown(of id: PageID) -> [UInt8] {
    let page = site[id]
    let address = site.address(of: id)
    var text = Array("---\ntitle: ".utf8)
    text.append(json: page.title)
    let answer = shortAnswer(of: page)
    if !answer.isEmpty {
      text += "\nsummary: ".utf8
      text.append(json: answer)
    }
    text += "\nurl: \(address)".utf8
    if let updated = page.source.flatMap({ site.articles[$0].updated }) {
      text += "\nupdated: \(updated)".utf8
    }
    text += "\n---\n\n# ".utf8
    text.append(markdown: page.title, isHeading: true)
    text += "\n\n".utf8
    var body = HTMLToMarkdown(bareBody(of: page), address: address)
    return text + body.markdown()
  }
}

extension [UInt8] {
  /// A line of plain text.
  mutating func append(markdown text: String, isHeading: Bool = false) {
    var writer = MarkdownWriter(capacity: text.utf8.count)
    writer.raw([])
    writer.text(text)
    if isHeading { writer.escapeEndOfHeading(from: 0) }
    self += writer.bytes
  }
}
