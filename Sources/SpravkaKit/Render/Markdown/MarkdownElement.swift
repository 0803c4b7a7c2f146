// Elements of HTML → what they become in the copies in Markdown.

/// What an element of HTML becomes.
enum MarkdownElement {
  case heading(Int), paragraph, figure, strong, emphasis, deleted, code, key, link, lineBreak,
    picture
  case hidden, note, task, list(isOrdered: Bool), item, quote, division, section, summary
  case preformatted, rule, table, row, cell, head

  /// Nil for what parts nothing and marks nothing.
  init?(_ tag: HTMLTag) {
    if case .heading(let level) = tag.meaning {
      self = .heading(level)
    } else if let element = Self.byName[tag.name] {
      self = element
    } else {
      return nil
    }
  }

  private static let byName: [UInt64: MarkdownElement] = {
    let names: KeyValuePairs<String, MarkdownElement> = [
      "p": .paragraph, "figure": .figure, "strong": .strong, "b": .strong, "em": .emphasis,
      "i": .emphasis,
      "del": .deleted, "s": .deleted, "code": .code, "kbd": .key, "a": .link, "br": .lineBreak,
      "img": .picture, "svg": .hidden, "script": .hidden, "style": .hidden, "template": .hidden,
      "sup": .note, "input": .task, "ul": .list(isOrdered: false), "ol": .list(isOrdered: true),
      "li": .item, "blockquote": .quote, "div": .division, "section": .section,
      "summary": .summary, "pre": .preformatted, "hr": .rule, "table": .table, "tr": .row,
      "th": .cell,
      "td": .cell, "thead": .head,
    ]
    return Dictionary(uniqueKeysWithValues: names.map { (HTMLTag.packed($0.key), $0.value) })
  }()
}
