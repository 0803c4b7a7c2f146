// Paired tags → what of the lines around them is theirs. The specification removes a line that
// holds nothing but one tag that writes nothing itself. Beyond that:
// - a parent and its closing tag count as one tag, since the text between them is never written;
// - a block that opens on a line of its own is indented as its first line is, one that opens and
//   closes on one line of its own is indented as that line is;
// - an override loses the blanks of its first line, and gets those of the block that it fills.

struct LineTrimming {
  private let source: [UInt8]
  private(set) var tags: [Tag]

  init(source: [UInt8], tags: [Tag]) {
    self.source = source
    self.tags = tags
  }

  mutating func trim() {
    for index in tags.indices {
      switch tags[index].kind {
      case .variable, .unescaped: break
      case .comment, .delimiters, .section, .inverted: takeOwnLine(index)
      case .partial: takeOwnLine(index, indented: true)
      case .parent: trimParent(index)
      case .block: trimBlock(index)
      case .override: trimOverride(index)
      case .close: trimClose(index)
      }
    }
  }
}

extension LineTrimming {
  private mutating func takeOwnLine(_ index: Int, indented: Bool = false) {
    guard let start = lineStart(before: index), let end = lineEnd(after: index) else { return }
    take(start..<end, at: index)
    if indented { tags[index].indentation = start..<tags[index].range.lowerBound }
  }

  private mutating func trimParent(_ index: Int) {
    guard let close = tags[index].partner,
      let start = lineStart(before: index), let end = lineEnd(after: close)
    else { return }
    take(start..<tags[index].range.upperBound, at: index)
    tags[index].indentation = start..<tags[index].range.lowerBound
    tags[close].outer = tags[close].range.lowerBound..<end
  }

  private mutating func trimBlock(_ index: Int) {
    guard let close = tags[index].partner, let start = lineStart(before: index) else { return }
    let range = tags[index].range
    if let end = lineEnd(after: index) {
      take(start..<end, at: index)
      tags[index].indentation = firstIndentation(from: end)
    } else if lineEnd(after: close) != nil,
      !source[range.upperBound..<tags[close].range.lowerBound].contains(.newline)
    {
      take(start..<range.upperBound, at: index)
      tags[index].indentation = start..<range.lowerBound
    }
  }

  private mutating func trimOverride(_ index: Int) {
    guard let end = lineEnd(after: index) else { return }
    tags[index].outer = tags[index].range.lowerBound..<end
    tags[index].indentation = firstIndentation(from: end)
  }

  private mutating func trimClose(_ index: Int) {
    guard let open = tags[index].partner else { return }
    switch tags[open].kind {
    case .parent: break
    case .override:
      // What follows is ignored, so only the blanks before the tag can do harm.
      guard let start = lineStart(before: index) else { return }
      take(start..<tags[index].range.upperBound, at: index)
    default: takeOwnLine(index)
    }
  }

  private mutating func take(_ outer: Range<Int>, at index: Int) {
    tags[index].outer = outer
    tags[index].takesLineStart = true
  }

  /// The start of the tag's line, if only blanks stand between.
  private func lineStart(before index: Int) -> Int? {
    var start = tags[index].range.lowerBound
    while start > 0, source[start - 1].isBlank { start -= 1 }
    return start == 0 || source[start - 1] == .newline ? start : nil
  }

  /// The end of the tag's line and its line break, if only blanks stand between.
  private func lineEnd(after index: Int) -> Int? {
    var end = tags[index].range.upperBound
    while end < source.count, source[end].isBlank { end += 1 }
    if end < source.count, source[end] == .carriageReturn { end += 1 }
    if end == source.count { return end }
    return source[end] == .newline ? end + 1 : nil
  }

  /// The blanks before the first byte that is none, in its line.
  private func firstIndentation(from start: Int) -> Range<Int> {
    var lineStart = start
    var index = start
    while index < source.count, source[index].isWhitespace {
      index += 1
      if source[index - 1] == .newline { lineStart = index }
    }
    return lineStart..<index
  }
}
