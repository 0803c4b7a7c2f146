// The HTML of an article → Markdown, for those who read without a browser. Not the source: includes,
// titles of links, recommendations of site.yml have become what readers see, and links are complete
// addresses. Tabs and editions stand below each other under their names, as on the page without a
// script. It knows the HTML that Parse writes; of raw HTML the text remains.

struct HTMLToMarkdown {
  let html: [UInt8]
  /// The page's own address, for links within it.
  private let address: String
  var writer: MarkdownWriter
  private(set) var index = 0
  private var lists: [List] = []
  /// Of the lists' items that are open, whether their text stands in them without paragraphs.
  private var tightItems: [Bool] = []
  private var links: [String?] = []
  /// Elements that were opened as a quote: `div` of a callout or an edition, and others beside.
  private var divisions: [Bool] = []
  private var table: Table?
  private var isInCell = false
  /// Whether the next list is that of the footnotes.
  private var areNotesNext = false
  /// The list that was closed last: where it ends, in how many containers it stands, its mark.
  private var lastList: (end: Int, depth: Int, mark: Character)?

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
    let areNotes: Bool
    /// The bullet, or what stands behind a number.
    let mark: Character
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
    guard let element = MarkdownElement(tag) else { return }
    switch element {
    case .heading(let level):
      tag.isClosing ? writer.endHeading() : writer.beginHeading(level)
    case .paragraph: tag.isClosing ? endBlock() : paragraph(tag)
    case .figure: tag.isClosing ? endBlock() : writer.block()
    case .strong: mark("**", tag)
    case .emphasis: mark(isAmongMarks(tag) ? "_" : "*", tag)
    case .deleted: mark("~~", tag)
    case .code, .key: if !tag.isClosing { code(until: tag) }
    case .link: tag.isClosing ? closeLink() : openLink(tag)
    case .lineBreak: isInCell || writer.isInHeading ? writer.raw("<br>") : writer.breakLine()
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
    case .summary: summary(tag)
    case .preformatted: if !tag.isClosing { codeBlock(tag) }
    case .rule: writer.rule()
    case .table: tag.isClosing ? closeTable() : openTable()
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
    if text.isEmpty { return }
    // In a table a bar ends the cell even in code.
    if isInCell {
      text = Array(String(decoding: text, as: UTF8.self).replacing("|", with: "\\|").utf8)
    }
    let fence = String(repeating: "`", count: longestRun(of: .backtick, in: text) + 1)
    // Readers take one space from each end, where both have one.
    let isSpaced =
      text.first == .space && text.last == .space && text.contains { $0 != .space }
    let isPadded = text.first == .backtick || text.last == .backtick || isSpaced
    let space = isPadded ? " " : ""
    writer.code(fence + space + String(decoding: text, as: UTF8.self) + space + fence)
  }

  private mutating func openLink(_ tag: HTMLTag) {
    let href = attribute(Self.hrefOpening, of: tag)
    links.append(href)
    if href != nil { writer.openBracket() }
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
    writer.openBracket()
    writer.raw("^\(String(decoding: content(of: tag), as: UTF8.self))]")
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
      writer.openMark("**", before: .word)
      writer.text(String(decoding: text, as: UTF8.self))
      writer.closeMark(before: .end)
      endBlock()
    default: writer.block()
    }
  }

  /// Behind a block, text begins another even where nothing opens it: in items without paragraphs.
  private mutating func endBlock() {
    if !isInCell { writer.endBlock() }
  }

  private mutating func summary(_ tag: HTMLTag) {
    if !tag.isClosing { writer.block() }
    mark("**", tag)
    if tag.isClosing { endBlock() }
  }

  private mutating func openList(_ tag: HTMLTag, _ isOrdered: Bool) {
    let start = attribute(Self.startOpening, of: tag).flatMap { Int($0) } ?? 1
    var mark: Character = isOrdered ? "." : "-"
    // Two lists that follow each other would be read as one.
    if let last = lastList, last.end == writer.bytes.count, last.depth == writer.depth,
      last.mark == mark
    {
      mark = isOrdered ? ")" : "+"
    }
    // Only a list that begins with 1 may follow text without a blank line.
    let isNested = (tightItems.last ?? false) && (!isOrdered || start == 1)
    lists.append(
      List(
        number: isOrdered ? start : nil, isNested: isNested, areNotes: areNotesNext, mark: mark))
    areNotesNext = false
  }

  private mutating func closeList() {
    guard let list = lists.popLast() else { return }
    lastList = (writer.bytes.count, writer.depth, list.mark)
  }

  private mutating func openItem(_ tag: HTMLTag) {
    guard var list = lists.popLast() else { return }
    let content = html[index...].drop { $0.isASCIIWhitespace }
    let isTight = !content.starts(with: "<p".utf8)
    let staysClose = list.isFirst ? list.isNested : isTight
    let number = list.number ?? 0
    let mark =
      list.areNotes ? "[^\(number)]: " : list.number.map { "\($0)\(list.mark) " } ?? "\(list.mark) "
    let indent = list.areNotes ? 4 : mark.utf8.count
    writer.open(mark, then: String(repeating: " ", count: indent), isTight: staysClose)
    // Marks of lists in one line could be taken for a rule.
    if content.starts(with: "<ul".utf8) || content.starts(with: "<ol".utf8) { writer.block() }
    list.isFirst = false
    // Longer numbers begin no item.
    if list.number != nil { list.number = min(number + 1, 999_999_999) }
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
    isQuote ? writer.open("> ", then: "> ") : endBlock()
  }

  private mutating func closeDivision() {
    guard let isQuote = divisions.popLast() else { return }
    isQuote ? writer.close() : endBlock()
  }

  private mutating func section(_ tag: HTMLTag) {
    if !tag.isClosing, attribute(Self.classOpening, of: tag) == "footnotes" { areNotesNext = true }
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
    endBlock()
  }
}

// MARK: - Tables

extension HTMLToMarkdown {
  private mutating func openTable() { table = Table() }

  private mutating func closeTable() {
    if table != nil { endBlock() }
    table = nil
  }

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
