// The HTML of an article → what readers see of it, without markup, cut into sections at headings of
// level 2 and 3 and into runs of one field. Blocks are parted by a newline; inline elements part
// nothing, so a word with an accent of its own («<b>П</b>ароль») stays one.

/// The text of one article.
struct SectionText: Sendable {
  /// A heading that begins a section.
  struct Heading: Sendable, Equatable {
    var title: String
    let anchor: String
  }

  /// Bytes that stand in one section and one field.
  struct Run: Sendable {
    let section: Int
    let field: SearchField
    /// Whether it is the heading that begins the section.
    let isHeading: Bool
    let range: Range<Int>
  }

  fileprivate(set) var bytes: [UInt8] = []
  fileprivate(set) var runs: [Run] = []
  /// Of sections 1 and on; what stands before the first heading is section 0.
  fileprivate(set) var headings: [Heading] = []

  /// The most sections an article has here: a set of them fits into a word of 32 bits.
  static let mostSections = 28

  /// The plain text of each section without its heading, from 0 on.
  func sections() -> [[UInt8]] {
    var texts = [[UInt8]](repeating: [], count: headings.count + 1)
    for run in runs where !run.isHeading { texts[run.section] += bytes[run.range] }
    return texts.map { $0.trimmingWhitespace() }
  }
}

extension SectionText {
  init(of article: Article) {
    // Of very many headings the smaller ones do not count.
    let small = article.headings.count { $0.level == 2 || $0.level == 3 }
    var reader = SectionReader(article, deepest: small >= Self.mostSections ? 2 : 3)
    reader.read()
    self = reader.text
  }
}

/// Walks once over the HTML of an article.
private struct SectionReader {
  var text = SectionText()
  private let html: [UInt8]
  private let captions: [(offset: Int, text: String)]
  private let deepest: Int
  private var runStart = 0
  private var field = SearchField.body
  /// Where the title of a section begins that is being read; nil outside of such headings.
  private var headingStart: Int?
  private var isInSummary = false
  private var isInCode = false

  init(_ article: Article, deepest: Int) {
    html = article.body.html
    self.deepest = deepest
    captions = article.body.holes.compactMap { hole in
      guard case .figure(let reference) = hole.kind else { return nil }
      return (hole.offset, article.references[reference].title)
    }
    text.bytes.reserveCapacity(html.count)
  }

  mutating func read() {
    var caption = 0
    var index = 0
    while index < html.count {
      switch html[index] {
      case .lessThan:
        let tag = HTMLTag(html.span, at: index)
        index = tag.range.upperBound
        take(tag, &index)
        while caption < captions.count, captions[caption].offset <= index {
          block()
          text.bytes.append(contentsOf: captions[caption].text.utf8)
          block()
          caption += 1
        }
      case .ampersand: index = appendReference(at: index)
      case let byte where byte.isASCIIWhitespace:
        if let last = text.bytes.last, !last.isASCIIWhitespace { text.bytes.append(.space) }
        index += 1
      default:
        let start = index
        index = endOfRun(from: index)
        text.bytes.append(contentsOf: html[start..<index])
      }
    }
    endRun()
  }

  /// Where something else begins than words with single spaces between them.
  private func endOfRun(from start: Int) -> Int {
    let html = html.span
    var index = start
    while index < html.count {
      let byte = html[index]
      if byte == .lessThan || byte == .ampersand { break }
      if byte < .space, byte.isASCIIWhitespace { break }
      if byte == .space, index + 1 < html.count, html[index + 1].isASCIIWhitespace { break }
      index &+= 1
    }
    return index
  }

  private mutating func take(_ tag: HTMLTag, _ index: inout Int) {
    switch tag.meaning {
    case .inline: break
    case .hidden:
      if !tag.isClosing { index = tag.end(in: html.span) }
    case .heading(let level): heading(tag, level, &index)
    case .pre:
      block()
      endRun()
      isInCode = !tag.isClosing
      field = isInCode ? .code : isInSummary ? .heading : .body
    case .section:
      block()
      endRun()
      isInSummary = !tag.isClosing && isOf(summaryClass, tag)
      field = isInSummary ? .heading : .body
    case .paragraph:
      block()
      if !tag.isClosing, isOf(editionClass, tag) {
        index = tag.end(in: html.span)
      }
    case .block: block()
    }
  }

  private func isOf(_ name: [UInt8], _ tag: HTMLTag) -> Bool {
    guard let value = tag.value(behind: classOpening.span, in: html.span) else { return false }
    return value.count == name.count && html.span.holds(name.span, at: value.lowerBound)
  }

  private mutating func heading(_ tag: HTMLTag, _ level: Int, _ index: inout Int) {
    block()
    // The heading of the summary is the same on every page.
    if isInSummary {
      if !tag.isClosing { index = tag.end(in: html.span) }
      return
    }
    endRun()
    field = tag.isClosing ? .body : .heading
    if tag.isClosing {
      guard let start = headingStart else { return }
      headingStart = nil
      let title = text.bytes[start...].trimmingWhitespace()
      text.headings[text.headings.count - 1].title = String(decoding: title, as: UTF8.self)
    } else if level >= 2, level <= deepest,
      let anchor = tag.value(behind: idOpening.span, in: html.span),
      text.headings.count < SectionText.mostSections - 1
    {
      text.headings.append(
        SectionText.Heading(title: "", anchor: String(decoding: html[anchor], as: UTF8.self)))
      headingStart = text.bytes.count
    }
  }

  /// Ends a line; lines are never empty.
  private mutating func block() {
    if text.bytes.last == .space { text.bytes[text.bytes.count - 1] = .newline }
    if let last = text.bytes.last, last != .newline { text.bytes.append(.newline) }
  }

  private mutating func endRun() {
    if text.bytes.count > runStart {
      let run = SectionText.Run(
        section: text.headings.count, field: field, isHeading: headingStart != nil,
        range: runStart..<text.bytes.count)
      text.runs.append(run)
    }
    runStart = text.bytes.count
  }

  /// Appends what a character reference stands for.
  ///
  /// - Returns: where the text goes on.
  private mutating func appendReference(at start: Int) -> Int {
    guard let end = html[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
      text.bytes.append(.ampersand)
      return start + 1
    }
    let name = html[(start + 1)..<end]
    if name.first == .hash {
      let digits = String(decoding: name.dropFirst(), as: UTF8.self)
      let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
      let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      if let scalar = value.flatMap(Unicode.Scalar.init) {
        text.bytes.append(contentsOf: String(scalar).utf8)
      }
      return end + 1
    }
    guard let sign = signs.first(where: { name.elementsEqual($0.name) })?.sign else {
      text.bytes.append(.ampersand)
      return start + 1
    }
    text.bytes.append(contentsOf: sign)
    return end + 1
  }
}

private let classOpening = Array(" class=\"".utf8)
private let idOpening = Array(" id=\"".utf8)
private let summaryClass = Array("summary".utf8)
private let editionClass = Array("edition-name".utf8)
private let signs: [(name: [UInt8], sign: [UInt8])] = [
  ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{A0}"),
].map { (Array($0.0.utf8), Array($0.1.utf8)) }

extension Sequence<UInt8> {
  fileprivate func trimmingWhitespace() -> [UInt8] {
    var bytes = Array(drop { $0.isASCIIWhitespace })
    while bytes.last?.isASCIIWhitespace == true { bytes.removeLast() }
    return bytes
  }
}
