// Blocks and lines of Markdown in the making. What is open (quotes, list items) puts its mark before
// every line; blank lines part blocks, and no line ends with white space.

struct MarkdownWriter {
  var bytes: [UInt8] = []
  /// What stands before every line of the innermost container.
  private var prefix: [UInt8] = []
  /// How long the prefix was outside each open container.
  private var outer: [Int] = []
  /// Whether the innermost container holds nothing yet but its mark.
  private var isEmpty = true
  /// Where the line begins behind the marks of containers; nil while it holds nothing else.
  var textStart: Int?
  /// What text that comes next begins.
  private var beginning: Beginning? = .block
  private var headingStart: Int?
  /// The marks that are open: where each begins, where what it marks does, and what closes it.
  var marks: [(start: Int, end: Int, mark: String)] = []
  /// Marks without anything between them, and whether they close.
  var markRun: (range: Range<Int>, isClosing: Bool)?
  /// Where the last code in a line ends.
  private var codeEnd: Int?
  /// Whether the line goes on with the paragraph of the one before.
  private var isContinued = false
  /// Whether the sign that is being looked at would begin the line.
  private var isAtStart = false

  private enum Beginning { case block, line }

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  private var hasText: Bool { textStart != nil }
  /// How many containers are open.
  var depth: Int { outer.count }
  var isInHeading: Bool { headingStart != nil }

  mutating func beginText() {
    switch beginning {
    case .block: block()
    case .line:
      while bytes.last == .space { bytes.removeLast() }
      bytes.append(.backslash)
      newLine()
      isContinued = true
    case nil: break
    }
    beginning = nil
    if textStart == nil { textStart = bytes.count }
  }

  /// Begins a block: a blank line before it, unless it is the first of its container.
  ///
  /// - Parameter isTight: whether a new line will do.
  mutating func block(isTight: Bool = false) {
    textStart = nil
    beginning = nil
    isContinued = false
    if isEmpty {
      isEmpty = false
      return
    }
    newLine()
    if !isTight { newLine() }
  }

  /// Opens a quote or a list item.
  ///
  /// - Parameters:
  ///   - mark: what its first line begins with.
  ///   - more: what all others do.
  mutating func open(_ mark: String, then more: String, isTight: Bool = false) {
    block(isTight: isTight)
    bytes += mark.utf8
    outer.append(prefix.count)
    prefix += more.utf8
    isEmpty = true
    beginning = .block
  }

  mutating func close() {
    guard let length = outer.popLast() else { return }
    prefix.removeLast(prefix.count - length)
    isEmpty = false
    endBlock()
  }

  /// Ends a block: text that comes next begins another.
  mutating func endBlock() {
    beginning = .block
    textStart = nil
  }

  /// Ends a line within a paragraph; nothing comes of it where no text follows.
  mutating func breakLine() {
    beginText()
    beginning = .line
    textStart = nil
  }

  mutating func beginHeading(_ level: Int) {
    block()
    raw(String(repeating: "#", count: level) + " ")
    headingStart = bytes.count
  }

  mutating func endHeading() {
    if let start = headingStart { escapeEndOfHeading(from: start) }
    headingStart = nil
    endBlock()
  }

  /// Readers drop a last word of nothing but `#`.
  mutating func escapeEndOfHeading(from start: Int) {
    var end = bytes.count
    while end > start, bytes[end - 1] == .space { end -= 1 }
    var index = end
    while index > start, bytes[index - 1] == .hash { index -= 1 }
    if index < end, index == start || bytes[index - 1] == .space {
      bytes.insert(.backslash, at: index)
    }
  }

  mutating func rule() {
    let isBehindBullet = isEmpty && bytes.suffix(2).elementsEqual("- ".utf8)
    block()
    raw(isBehindBullet ? "___" : "---")
    endBlock()
  }

  mutating func newLine() {
    while bytes.last == .space { bytes.removeLast() }
    verbatimLine()
  }

  /// A new line that leaves the one before as it is.
  mutating func verbatimLine() {
    bytes.append(.newline)
    bytes += prefix
    textStart = nil
  }

  mutating func raw(_ text: some Sequence<UInt8>) {
    beginText()
    bytes += text
  }

  mutating func raw(_ text: String) { raw(text.utf8) }

  /// Code in a line, with its marks.
  mutating func code(_ text: String) {
    beginText()
    if codeEnd == bytes.count { raw(Self.gap) }
    raw(text)
    codeEnd = bytes.count
  }

  /// The bracket of a link or a note, of which no exclamation mark before it may make a picture.
  mutating func openBracket() {
    beginText()
    if bytes.last == .exclamation { bytes.insert(.backslash, at: bytes.count - 1) }
    bytes.append(.openBracket)
  }

  mutating func space() {
    if hasText, bytes.last != .space { bytes.append(.space) }
  }

  consuming func finished() -> [UInt8] {
    while let last = bytes.last, last.isASCIIWhitespace { bytes.removeLast() }
    bytes.append(.newline)
    return bytes
  }
}

// MARK: - Escaping

extension MarkdownWriter {
  /// Text of a line, in which nothing may be taken for a mark.
  mutating func text(_ text: String, inCell: Bool = false) {
    let text = Array(text.utf8)
    self.text(text, text.indices, isHTML: false, inCell: inCell)
  }

  /// The same of a part of some bytes; in HTML with character references resolved.
  ///
  /// Spaces that only keep a line together become plain ones.
  mutating func text(_ text: [UInt8], _ range: Range<Int>, isHTML: Bool, inCell: Bool) {
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      // The first word of a line may look like the mark of a block.
      if isPastFirstWord { index = endOfRun(in: text, start..<range.upperBound) }
      if index > start {
        bytes.append(contentsOf: text[start..<index])
        continue
      }
      let (byte, length) = sign(in: text, at: index, before: range.upperBound, isHTML: isHTML)
      index += length
      if byte.isASCIIWhitespace {
        space()
        continue
      }
      isAtStart = !hasText
      beginText()
      let rest = index..<range.upperBound
      let isEscaped = mustEscape(byte, before: text, rest, isHTML: isHTML, inCell: inCell)
      if isEscaped { bytes.append(.backslash) }
      bytes.append(byte)
    }
  }

  private var isPastFirstWord: Bool { textStart.map { bytes.count > $0 + 12 } ?? false }

  /// Where the next byte stands that may need a look of its own.
  private func endOfRun(in text: [UInt8], _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte == .space {
        let isDoubled = index &+ 1 < range.upperBound && text[index &+ 1].isASCIIWhitespace
        let isFirst = index == range.lowerBound && bytes.last == .space
        if isDoubled || isFirst { return index }
      } else if byte.mayBeMark {
        return index
      }
      index &+= 1
    }
    return index
  }

  /// The sign at a place, and how many bytes it takes.
  private func sign(
    in text: [UInt8], at index: Int, before end: Int, isHTML: Bool
  ) -> (byte: UInt8, length: Int) {
    switch text[index] {
    case .ampersand where isHTML: characterReference(in: text, at: index, before: end)
    case 0xC2 where index + 1 < end && text[index + 1] == 0xA0: (.space, 2)
    case 0xE2
    where index + 2 < end && text[index + 1] == 0x80 && text[index + 2] == 0xAF:
      (.space, 3)
    case let byte: (byte, 1)
    }
  }

  /// Whether a sign would be taken for a mark.
  ///
  /// - Parameter rest: where the text goes on behind it; empty before a tag, the end and a mark.
  private func mustEscape(
    _ byte: UInt8, before text: [UInt8], _ rest: Range<Int>, isHTML: Bool, inCell: Bool
  ) -> Bool {
    let next = rest.isEmpty ? .space : text[rest.lowerBound]
    switch byte {
    case UInt8(ascii: "*"), .backtick, .openBracket, .closeBracket: return true
    case .backslash: return rest.isEmpty || next > .space && next < 0x7F && !next.isWordByte
    case UInt8(ascii: "_"):
      let isInWord = !rest.isEmpty && text.neighbour(at: rest.lowerBound) == .word
      return !isInWord || neighbour != .word
    case .lessThan:
      return rest.isEmpty || next.isASCIILetter || next == .slash || next == .exclamation
        || next == .question
    case .ampersand: return next.isASCIILetter || next == .hash
    case .tilde: return next == .tilde || closesTildes
    case UInt8(ascii: "|"): return inCell || (isContinued && isAtStart)
    // What would begin a block at the start of a line.
    case .hash, .greaterThan: return isAtStart
    case UInt8(ascii: "+"): return isAtStart && isSpace(in: text, rest, isHTML: isHTML)
    case .hyphen, UInt8(ascii: "="):
      guard isAtStart, byte == .hyphen || isContinued else { return false }
      let run = text[rest].prefix { $0 == byte }.count
      return isSpace(in: text, (rest.lowerBound + run)..<rest.upperBound, isHTML: isHTML)
    case .colon: return isContinued && isAtStart && next == .hyphen
    case .dot, .closeParenthesis:
      return isNumberAlone && isSpace(in: text, rest, isHTML: isHTML)
    default: return false
    }
  }

  /// Whether a space or nothing comes next.
  private func isSpace(in text: [UInt8], _ rest: Range<Int>, isHTML: Bool) -> Bool {
    if rest.isEmpty { return true }
    return sign(in: text, at: rest.lowerBound, before: rest.upperBound, isHTML: isHTML).byte
      .isASCIIWhitespace
  }

  /// Whether a single tilde could end what another one in the line began.
  private var closesTildes: Bool {
    guard let textStart, neighbour != .space else { return false }
    return bytes[textStart...].contains(.tilde)
  }

  /// Whether the line holds nothing but the number that would make it an item of a list.
  private var isNumberAlone: Bool {
    guard let textStart, textStart < bytes.count else { return false }
    return bytes[textStart...].allSatisfy(\.isASCIIDigit)
  }
}

/// What the character reference at a place stands for, and how many bytes it takes; where there is
/// none that Parse writes, the ampersand itself.
func characterReference(
  in html: [UInt8], at index: Int, before end: Int
) -> (byte: UInt8, length: Int) {
  let known = characterReferences.first { name, _ in
    index + name.count <= end && html[index..<(index + name.count)].elementsEqual(name)
  }
  return known.map { ($0.sign, $0.name.count) } ?? (html[index], 1)
}

private let characterReferences: [(name: [UInt8], sign: UInt8)] = [
  ("&quot;", UInt8.quote), ("&amp;", .ampersand), ("&lt;", .lessThan), ("&gt;", .greaterThan),
  ("&#x27;", .apostrophe),
].map { (Array($0.0.utf8), $0.1) }

extension UInt8 {
  /// White space but for the space, what Markdown may take for a mark within a line, and the first
  /// bytes of spaces beyond ASCII.
  fileprivate var mayBeMark: Bool {
    switch self {
    case 0..<0x20, .ampersand, UInt8(ascii: "*"), .lessThan, .openBracket, .backslash,
      .closeBracket, UInt8(ascii: "_"), .backtick, UInt8(ascii: "|"), .tilde, 0xC2, 0xE2:
      true
    default: false
    }
  }

  /// A letter, a digit or a part of a letter beyond ASCII.
  fileprivate var isWordByte: Bool { isASCIILetter || isASCIIDigit || self >= 0x80 }
}
