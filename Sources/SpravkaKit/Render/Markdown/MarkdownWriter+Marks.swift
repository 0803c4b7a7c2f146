// Marks of emphasis. Whether readers take one for a mark is decided by the signs beside it
// (CommonMark, «Emphasis and strong emphasis»); where those are against it, an empty comment, which
// nobody sees, takes their place.

/// What stands beside a mark.
enum Neighbour {
  /// The end of a line, a block or the text.
  case end
  case space, punctuation, word
  /// Punctuation for some readers, a part of a word for others: `€`, `→`.
  case symbol

  fileprivate var mayBePunctuation: Bool { self == .punctuation || self == .symbol }
  fileprivate var mayBeWord: Bool { self == .word || self == .symbol }
}

extension MarkdownWriter {
  static let gap = "<!-- -->"

  /// What the line ends with so far.
  var neighbour: Neighbour {
    guard let textStart, textStart < bytes.count else { return .end }
    return bytes.neighbour(before: bytes.count)
  }

  /// Whether the line ends with a closing mark of asterisks.
  var isBehindMark: Bool {
    guard let markRun else { return false }
    return markRun.isClosing && markRun.range.upperBound == bytes.count
      && bytes.last == UInt8(ascii: "*")
  }

  /// - Parameters:
  ///   - mark: `_` where it must not touch another mark; within words that is none.
  ///   - next: what is marked begins with it.
  mutating func openMark(_ mark: String, before next: Neighbour) {
    beginText()
    let start = bytes.count
    let outside = outside(of: mark, isClosing: false)
    let mark = mark == "_" && outside.mayBeWord ? "*" : mark
    let isTouching =
      bytes.count > (textStart ?? 0) && bytes.last == mark.utf8.first
      && (markRun?.range.upperBound != start || markRun?.isClosing == true)
      && !isEscaped(at: start - 1)
    if isTouching || (next.mayBePunctuation && outside.mayBeWord) { raw(Self.gap) }
    write(mark, isClosing: false)
    if next == .space { raw(Self.gap) }
    marks.append((start, bytes.count, mark))
  }

  /// - Parameter next: what follows.
  mutating func closeMark(before next: Neighbour) {
    guard let (start, end, mark) = marks.popLast() else { return }
    if end == bytes.count {
      // Marks without anything between them would be read as text.
      bytes.removeLast(end - start)
      if textStart == start { textStart = nil }
      markRun = nil
      return
    }
    beginText()
    if bytes.last == .space { raw(Self.gap) }
    let inside = outside(of: mark, isClosing: true)
    write(mark, isClosing: true)
    if next.mayBeWord, mark == "_" || inside.mayBePunctuation { raw(Self.gap) }
  }

  private mutating func write(_ mark: String, isClosing: Bool) {
    var start = bytes.count
    if let run = run(of: mark, isClosing: isClosing) { start = run.lowerBound }
    raw(mark)
    markRun = (start..<bytes.count, isClosing)
  }

  /// The marks that a mark would be read with.
  private func run(of mark: String, isClosing: Bool) -> Range<Int>? {
    guard let markRun, markRun.isClosing == isClosing, markRun.range.upperBound == bytes.count,
      bytes.last == mark.utf8.first
    else { return nil }
    return markRun.range
  }

  /// What stands before a mark and those that it would be read with.
  private func outside(of mark: String, isClosing: Bool) -> Neighbour {
    guard let run = run(of: mark, isClosing: isClosing) else { return neighbour }
    return run.lowerBound > (textStart ?? 0) ? bytes.neighbour(before: run.lowerBound) : .end
  }

  private func isEscaped(at index: Int) -> Bool {
    bytes[..<index].reversed().prefix { $0 == .backslash }.count % 2 == 1
  }
}

extension [UInt8] {
  /// What a scalar of UTF-8 is to a mark beside it.
  func neighbour(at index: Int) -> Neighbour {
    let scalar = String(decoding: self[index..<Swift.min(index + 4, count)], as: UTF8.self)
      .unicodeScalars.first
    guard let scalar else { return .end }
    if scalar.properties.isWhitespace { return .space }
    if scalar.isASCII {
      return self[index].isASCIILetter || self[index].isASCIIDigit ? .word : .punctuation
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return .punctuation
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: return .symbol
    default: return .word
    }
  }

  func neighbour(before end: Int) -> Neighbour {
    var index = end - 1
    while index > 0, self[index].isUTF8Continuation { index -= 1 }
    return neighbour(at: index)
  }
}
