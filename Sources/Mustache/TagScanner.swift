// Bytes of a template → its tags in order. A tag ends at the first closing delimiter, but an
// opening delimiter before that means that somebody forgot to close: the scan goes on from there,
// so that one slip is one error and the time stays linear.

struct TagScanner {
  private let template: String
  private let source: [UInt8]
  private var opener = Array("{{".utf8)
  private var closer = Array("}}".utf8)
  private var position = 0
  private(set) var tags: [Tag] = []
  private(set) var errors: [TemplateError] = []

  init(template: String, source: [UInt8]) {
    self.template = template
    self.source = source
  }

  mutating func scan() {
    while let start = firstIndex(of: opener, from: position) { scanTag(at: start) }
  }
}

extension TagScanner {
  private mutating func scanTag(at start: Int) {
    var body = start + opener.count
    while body < source.count, source[body].isWhitespace { body += 1 }
    let (kind, sigilCount) = body < source.count ? Self.kind(of: source[body]) : (.variable, 0)
    let closing = closingDelimiter(of: kind, opensWithBrace: hasBrace(at: body))
    body += sigilCount
    let end = end(of: kind, from: body, closing: closing)
    guard source.holds(closing, at: end) else {
      let hint = "close it with '\(String(decoding: closing, as: UTF8.self))'"
      report(start..<start + opener.count, "this tag is not closed", hint: hint)
      return position = end
    }
    position = end + closing.count
    let tag = Tag(kind, range: start..<position, name: source.trimmed(body..<end))
    check(tag)
    if kind == .delimiters { setDelimiters(tag) }
    tags.append(tag)
  }

  private static func kind(of sigil: UInt8) -> (Tag.Kind, sigilCount: Int) {
    switch sigil {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): (.unescaped, 1)
    case UInt8(ascii: "#"): (.section, 1)
    case UInt8(ascii: "^"): (.inverted, 1)
    case UInt8(ascii: "$"): (.block, 1)
    case UInt8(ascii: "<"): (.parent, 1)
    case UInt8(ascii: ">"): (.partial, 1)
    case UInt8(ascii: "/"): (.close, 1)
    case UInt8(ascii: "!"): (.comment, 1)
    case UInt8(ascii: "="): (.delimiters, 1)
    default: (.variable, 0)
    }
  }

  private func hasBrace(at offset: Int) -> Bool {
    offset < source.count && source[offset] == UInt8(ascii: "{")
  }

  private func closingDelimiter(of kind: Tag.Kind, opensWithBrace: Bool) -> [UInt8] {
    switch kind {
    case .delimiters: [UInt8(ascii: "=")] + closer
    case .unescaped where opensWithBrace: [UInt8(ascii: "}")] + closer
    default: closer
    }
  }

  /// Where the closing delimiter stands, or the next tag, or the end if neither comes.
  private func end(of kind: Tag.Kind, from body: Int, closing: [UInt8]) -> Int {
    let mayHoldOpener = kind == .comment || kind == .delimiters || opener == closer
    var index = body
    while index + closing.count <= source.count {
      if source.holds(closing, at: index) { return index }
      if !mayHoldOpener, source.holds(opener, at: index) { return index }
      index += 1
    }
    return source.count
  }

  private func firstIndex(of delimiter: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + delimiter.count <= source.count {
      if source[index] == delimiter[0], source.holds(delimiter, at: index) { return index }
      index += 1
    }
    return nil
  }

  private mutating func setDelimiters(_ tag: Tag) {
    let words = source[tag.name].split(whereSeparator: \.isWhitespace).map(Array.init)
    guard words.count == 2, !(words[0] + words[1]).contains(UInt8(ascii: "=")) else {
      let hint = "write them as in {{=<% %>=}}"
      return report(tag.range, "this tag must hold two delimiters", hint: hint)
    }
    opener = words[0]
    closer = words[1]
  }

  /// Mistakes in names are reported and the tag is kept, so that its partner is not one more.
  private mutating func check(_ tag: Tag) {
    let name = source[tag.name]
    switch tag.kind {
    case .comment, .delimiters: return
    case _ where name.isEmpty: report(tag.range, "this tag has no name")
    case .partial where name.first == UInt8(ascii: "*"),
      .parent where name.first == UInt8(ascii: "*"):
      let message = "'\(source.text(tag.name))' is a dynamic name, and there are none here"
      report(tag.name, message, hint: "write the name of the template itself")
    case _ where name.contains(where: \.isWhitespace):
      report(tag.name, "'\(source.text(tag.name))' is not a name: it has a space in it")
    case .variable, .unescaped, .section, .inverted:
      let parts = name.split(separator: .dot, omittingEmptySubsequences: false)
      guard parts.contains(where: \.isEmpty), Array(name) != [.dot] else { return }
      report(tag.name, "'\(source.text(tag.name))' is not a name: a part of it is empty")
    default: return
    }
  }

  private mutating func report(_ range: Range<Int>, _ message: String, hint: String? = nil) {
    errors.append(
      TemplateError(template: template, range: range, message: message, hint: hint))
  }
}
