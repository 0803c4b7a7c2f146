// The HTML of an article → Markdown, for those who read without a browser. Not the source: includes,
// titles of links, recommendations of site.yml have become what readers see, and links are complete
// addresses. Tabs and editions stand below each other under their names, as on the page without a
// script. It knows the HTML that Parse writes; of raw HTML the text remains.

struct HTMLToMarkdown {
  private let html: [UInt8]
  /// The page's own address, for links within it.
  private let address: String
  private var writer: MarkdownWriter
  private var index = 0
  private var lists: [List] = []
  /// Of the lists' items that are open, whether their text stands in them without paragraphs.
  private var tightItems: [Bool] = []
  private var links: [String?] = []
  /// Elements that were opened as a quote: `div` of a callout or an edition, and others beside.
  private var divisions: [Bool] = []
  private var table: Table?
  private var isInCell = false
  private var isInNotes = false

  private struct Table {
    /// Of the columns, as classes name them.
    var alignments: [String] = []
    var rows = 0
  }

  private struct List {
    /// Nil for a list without numbers.
    var number: Int?
    var isFirst = true
    let isNested: Bool
  }

  init(_ html: [UInt8], address: String) {
    self.html = html
    self.address = address
    writer = MarkdownWriter(capacity: html.count)
  }

  mutating func markdown() -> [UInt8] {
    while index < html.count {
      if html[index] == .lessThan {
        let tag = HTMLTag(html.span, at: index)
        index = tag.range.upperBound
        take(tag)
      } else {
        let start = index
        while index < html.count, html[index] != .lessThan { index += 1 }
        writer.text(html, start..<index, isHTML: true, inCell: isInCell)
      }
    }
    return writer.finished()
  }

  private mutating func take(_ tag: HTMLTag) {
    guard let element = Element(tag) else { return }
    switch element {
    case .heading(let level):
      if !tag.isClosing {
        writer.block()
        writer.raw(String(repeating: "#", count: level) + " ")
      }
    case .paragraph: if !tag.isClosing { paragraph(tag) }
    case .figure: if !tag.isClosing { writer.block() }
    case .strong: writer.raw("**")
    case .emphasis: writer.raw("*")
    case .deleted: writer.raw("~~")
    case .code, .key: if !tag.isClosing { code(until: tag) }
    case .link: tag.isClosing ? closeLink() : openLink(tag)
    case .lineBreak: isInCell ? writer.raw("<br>") : breakLine()
    case .picture: picture(tag)
    case .hidden: if !tag.isClosing { index = tag.end(in: html.span) }
    case .note: if !tag.isClosing { note(tag) }
    case .task:
      writer.raw(html[tag.range].firstRange(of: Self.checked) == nil ? "[ ] " : "[x] ")
    case .list(let isOrdered): tag.isClosing ? closeList() : openList(tag, isOrdered)
    case .item: tag.isClosing ? closeItem() : openItem(tag)
    case .quote: tag.isClosing ? writer.close() : writer.open("> ", then: "> ")
    case .division: tag.isClosing ? closeDivision() : openDivision(tag)
    case .section: section(tag)
    case .summary: tag.isClosing ? writer.raw("**") : label()
    case .preformatted: if !tag.isClosing { codeBlock(tag) }
    case .rule:
      writer.block()
      writer.raw("---")
    case .table: table = tag.isClosing ? nil : Table()
    case .row: if !tag.isClosing { row() }
    case .cell: tag.isClosing ? closeCell() : openCell(tag)
    case .head: if tag.isClosing { ruleOfTable() }
    }
  }

  private func attribute(_ opening: [UInt8], of tag: HTMLTag) -> String? {
    tag.value(behind: opening.span, in: html.span).map {
      String(decoding: plain($0), as: UTF8.self)
    }
  }

  private static let checked = Array(" checked".utf8)
  private static let classOpening = Array(" class=\"".utf8)
  private static let hrefOpening = Array(" href=\"".utf8)
  private static let sourceOpening = Array(" src=\"".utf8)
  private static let altOpening = Array(" alt=\"".utf8)
  private static let titleOpening = Array(" title=\"".utf8)
  private static let startOpening = Array(" start=\"".utf8)
  private static let idOpening = Array(" id=\"".utf8)
}

// MARK: - Inline

extension HTMLToMarkdown {
  /// Bytes between two tags with character references resolved.
  private func plain(_ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let isReference = html[index] == .ampersand
      let (byte, length) =
        isReference
        ? characterReference(in: html, at: index, before: range.upperBound) : (html[index], 1)
      text.append(byte)
      index += length
    }
    return text
  }

  /// The text up to the closing tag, without tags.
  private mutating func content(of tag: HTMLTag) -> [UInt8] {
    let end = tag.end(in: html.span)
    var text: [UInt8] = []
    while index < end {
      if html[index] == .lessThan {
        index = HTMLTag(html.span, at: index).range.upperBound
      } else {
        let start = index
        while index < end, html[index] != .lessThan { index += 1 }
        text += plain(start..<index)
      }
    }
    index = end
    return text
  }

  private mutating func code(until tag: HTMLTag) {
    var text = content(of: tag)
    // In a table a bar ends the cell even in code.
    if isInCell {
      text = Array(String(decoding: text, as: UTF8.self).replacing("|", with: "\\|").utf8)
    }
    let fence = String(repeating: "`", count: longestRun(of: .backtick, in: text) + 1)
    let isPadded = text.first == .backtick || text.last == .backtick
    let space = isPadded ? " " : ""
    writer.raw(fence + space + String(decoding: text, as: UTF8.self) + space + fence)
  }

  private mutating func breakLine() {
    writer.raw("\\")
    writer.newLine()
  }

  private mutating func openLink(_ tag: HTMLTag) {
    let href = attribute(Self.hrefOpening, of: tag)
    links.append(href)
    if href != nil { writer.raw("[") }
  }

  private mutating func closeLink() {
    guard let url = links.popLast() ?? nil else { return }
    writer.raw("](\(destination(url)))")
  }

  private func destination(_ url: String) -> String {
    let full = url.hasPrefix("#") || url.hasPrefix("?") ? address + url : url
    let needsCare = full.utf8.contains { $0 == .openParenthesis || $0 == .closeParenthesis }
    if !needsCare { return full }
    return full.replacing("(", with: "%28").replacing(")", with: "%29")
  }

  private mutating func picture(_ tag: HTMLTag) {
    guard let source = attribute(Self.sourceOpening, of: tag) else { return }
    writer.raw("![")
    writer.text(attribute(Self.altOpening, of: tag) ?? "", inCell: isInCell)
    writer.raw("](" + destination(source))
    var title = attribute(Self.titleOpening, of: tag)
    if html[index...].starts(with: "<figcaption>".utf8) {
      let caption = HTMLTag(html.span, at: index)
      index = caption.range.upperBound
      title = String(decoding: content(of: caption), as: UTF8.self)
        .replacing("\u{A0}", with: " ")
    }
    if let title {
      writer.raw(" \"\(title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"")
    }
    writer.raw(")")
  }

  /// The mark of a footnote; other raised text stays as text.
  private mutating func note(_ tag: HTMLTag) {
    guard attribute(Self.classOpening, of: tag) == "footnote" else { return }
    writer.raw("[^\(String(decoding: content(of: tag), as: UTF8.self))]")
  }
}

// MARK: - Blocks

extension HTMLToMarkdown {
  private mutating func paragraph(_ tag: HTMLTag) {
    switch attribute(Self.classOpening, of: tag) {
    case "back": index = tag.end(in: html.span)
    case "callout-title", "tab-name", "edition-name":
      let text = content(of: tag)
      writer.block()
      writer.raw("**")
      writer.text(String(decoding: text, as: UTF8.self))
      writer.raw("**")
    default: writer.block()
    }
  }

  private mutating func label() {
    writer.block()
    writer.raw("**")
  }

  private mutating func openList(_ tag: HTMLTag, _ isOrdered: Bool) {
    let start = attribute(Self.startOpening, of: tag).flatMap { Int($0) } ?? 1
    lists.append(
      List(number: isOrdered ? start : nil, isNested: tightItems.last ?? false))
  }

  private mutating func closeList() {
    if lists.popLast() != nil, isInNotes, lists.isEmpty { isInNotes = false }
  }

  private mutating func openItem(_ tag: HTMLTag) {
    guard var list = lists.popLast() else { return }
    let isTight = !html[index...].drop { $0.isASCIIWhitespace }.starts(with: "<p".utf8)
    let staysClose = list.isFirst ? list.isNested : isTight
    let number = list.number ?? 0
    let mark = isInNotes ? "[^\(number)]: " : list.number.map { "\($0). " } ?? "- "
    let indent = isInNotes ? 4 : mark.utf8.count
    writer.open(mark, then: String(repeating: " ", count: indent), isTight: staysClose)
    if isTight { writer.block() }
    list.isFirst = false
    if list.number != nil { list.number = number + 1 }
    lists.append(list)
    tightItems.append(isTight)
  }

  private mutating func closeItem() {
    if tightItems.popLast() != nil { writer.close() }
  }

  private mutating func openDivision(_ tag: HTMLTag) {
    let name = attribute(Self.classOpening, of: tag) ?? ""
    let isQuote = name.hasPrefix("callout ") || name == "edition"
    divisions.append(isQuote)
    if isQuote { writer.open("> ", then: "> ") }
  }

  private mutating func closeDivision() {
    if divisions.popLast() == true { writer.close() }
  }

  private mutating func section(_ tag: HTMLTag) {
    if !tag.isClosing, attribute(Self.classOpening, of: tag) == "footnotes" { isInNotes = true }
  }

  private mutating func codeBlock(_ tag: HTMLTag) {
    var language = ""
    if html[index...].starts(with: "<code".utf8) {
      let code = HTMLTag(html.span, at: index)
      let name = attribute(Self.classOpening, of: code) ?? ""
      if name.hasPrefix("language-") { language = String(name.dropFirst("language-".utf8.count)) }
    }
    var text = content(of: tag)
    if text.last == .newline { text.removeLast() }
    let fence = String(repeating: "`", count: max(3, longestRun(of: .backtick, in: text) + 1))
    writer.block()
    writer.raw(fence + language)
    for line in text.split(separator: .newline, omittingEmptySubsequences: false) {
      writer.verbatimLine()
      writer.raw(line)
    }
    writer.verbatimLine()
    writer.raw(fence)
  }
}

// MARK: - Tables

extension HTMLToMarkdown {
  private mutating func row() {
    writer.block(isTight: (table?.rows ?? 0) > 0)
    writer.raw("|")
    table?.rows += 1
  }

  private mutating func openCell(_ tag: HTMLTag) {
    writer.space()
    isInCell = true
    let alignment = attribute(Self.classOpening, of: tag) ?? ""
    if table?.rows == 1 { table?.alignments.append(alignment) }
  }

  private mutating func closeCell() {
    writer.space()
    writer.raw("|")
    isInCell = false
  }

  /// The line that parts the header from the rest.
  private mutating func ruleOfTable() {
    let rules = (table?.alignments ?? []).map { alignment in
      switch alignment {
      case "left": " :-- |"
      case "center": " :-: |"
      case "right": " --: |"
      default: " --- |"
      }
    }
    writer.newLine()
    writer.raw("|" + rules.joined())
  }
}

private func longestRun(of byte: UInt8, in text: [UInt8]) -> Int {
  var (longest, run) = (0, 0)
  for other in text {
    run = other == byte ? run + 1 : 0
    longest = max(longest, run)
  }
  return longest
}

/// What an element of HTML becomes.
private enum Element {
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

  private static let byName: [UInt64: Element] = {
    let names: KeyValuePairs<String, Element> = [
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
