// Where links, pictures and tags stand in the source. libcmark's own places are right only in the
// first line of a paragraph: what a link or a line break in front of it spans is not counted, nor
// is the indentation of a line. So each is looked for in the source of its paragraph, in order.

/// Finds the inline elements of one block after the other.
struct InlinePlaces {
  private let bytes: [UInt8]
  /// The lines of the block.
  private(set) var block = 0..<0
  private var known: [InlineMark]?
  /// The first mark that no element has taken yet.
  private var next = 0
  /// Where the last bare link ended.
  private var bareEnd = 0
  /// How many bytes were searched in vain for bare links.
  private var searched = 0

  /// Only so many marks, and bytes at each, are looked at for one element, so that no text takes
  /// quadratic time.
  private static let reach = 32
  private static let window = 64
  private static let vain = 4

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Begins a paragraph or heading, given by its lines.
  mutating func enter(_ block: Range<Int>) {
    self.block = block
    known = nil
    next = 0
    bareEnd = block.lowerBound
    searched = 0
  }

  /// Where the next link stands that is written as nothing but its address.
  mutating func place(ofBareLink text: String) -> Range<Int>? {
    let text = Array(text.utf8)
    guard let first = text.first, searched <= Self.vain * block.count else { return nil }
    var start = bareEnd
    while start < block.upperBound {
      if bytes[start] == first, let end = end(of: text, at: start) {
        bareEnd = end
        return start..<end
      }
      start += 1
    }
    searched += block.upperBound - bareEnd
    return nil
  }

  /// Where a text ends that begins here, be some of it written with backslashes or as entities.
  private func end(of text: [UInt8], at start: Int) -> Int? {
    var index = start
    for byte in text {
      guard index < block.upperBound else { return nil }
      if bytes[index] == byte, byte != .ampersand {
        index += 1
      } else if bytes[index] == .backslash, bytes[index...].dropFirst().first == byte {
        index += 2
      } else if bytes[index] == .ampersand {
        let entity = bytes[index...].prefix(min(12, block.upperBound - index))
          .prefix { $0 != UInt8(ascii: ";") }
        let written = String(decoding: entity, as: UTF8.self) + ";"
        let isEntity = resolvingEntities(written).utf8.elementsEqual([byte])
        guard isEntity || byte == .ampersand else { return nil }
        index += isEntity ? entity.count + 1 : 1
      } else {
        return nil
      }
    }
    return index
  }

  /// Where the next link or picture stands.
  ///
  /// - Parameters:
  ///   - destination: with escapes and entities resolved.
  ///   - text: the first text between the brackets, as far as it is known.
  mutating func place(
    ofLinkTo destination: String, text: String, isPicture: Bool
  ) -> Range<Int>? {
    let marks = marks()
    let wanted = Array(destination.utf8)
    let text = Array(text.utf8.prefix(16))
    var best: (rank: Int, index: Int, end: Int)?
    for index in marks[next...].prefix(Self.reach).indices {
      guard let match = match(marks[index], wanted, text, isPicture: isPicture) else { continue }
      if match.rank < best?.rank ?? .max { best = (match.rank, index, match.end) }
      if match.rank == 0 { break }
    }
    guard let best else { return nil }
    let place = marks[best.index].start..<best.end
    // A link may hold pictures and tags; what stands in a picture's brackets is no element.
    next = isPicture ? indexOfMark(from: place.upperBound) : best.index + 1
    if let close = marks[best.index].close { take(from: close, to: place.upperBound) }
    return place
  }

  /// Where the next tag or comment stands, up to the end of its first line.
  mutating func place(ofTag literal: [UInt8]) -> Range<Int>? {
    let marks = marks()
    let line = literal.prefix { $0 != .newline && $0 != .carriageReturn }
    let found = marks[next...].prefix(Self.reach).first {
      $0.kind == .angle && bytes[$0.start..<block.upperBound].starts(with: line)
    }
    guard let found else { return nil }
    let place = found.start..<(found.start + line.count)
    next = indexOfMark(from: place.upperBound)
    return place
  }

  private mutating func marks() -> [InlineMark] {
    let marks = known ?? inlineMarks(bytes, in: block)
    known = marks
    return marks
  }

  /// Brackets in a label open nothing.
  private mutating func take(from start: Int, to end: Int) {
    var index = indexOfMark(from: start)
    while index < known?.count ?? 0, let mark = known?[index], mark.start < end {
      known?[index].close = nil
      index += 1
    }
  }

  private func indexOfMark(from offset: Int) -> Int {
    (known?[next...].firstIndex { $0.start >= offset }) ?? known?.count ?? 0
  }
}

extension InlinePlaces {
  /// How well a mark fits, and where the element that it opens would end: 0 for destination and
  /// text, 1 for a reference with the text, 2 for the destination alone.
  private func match(
    _ mark: InlineMark, _ destination: [UInt8], _ text: [UInt8], isPicture: Bool
  ) -> (rank: Int, end: Int)? {
    if mark.kind == .angle {
      return isPicture ? nil : autolink(at: mark.start, destination).map { (0, $0) }
    }
    guard let close = mark.close, (mark.kind == .picture) == isPicture else { return nil }
    let hasText = text.isEmpty || holds(text, in: mark.start..<close)
    if let tail = mark.tail {
      guard isSame(bytes[tail.destination], destination) else { return nil }
      return (hasText ? 0 : 2, tail.end)
    }
    return hasText ? (1, endOfLabel(at: close + 1)) : nil
  }

  /// `<https://…>` or `<a@b.example>`.
  private func autolink(at start: Int, _ destination: [UInt8]) -> Int? {
    // Every byte of it may be written as an entity.
    let inside = bytes[(start + 1)..<block.upperBound].prefix(destination.count * 8 + 8)
      .prefix { $0 != .greaterThan }
    let isMail = destination.starts(with: "mailto:".utf8)
    guard inside.endIndex < block.upperBound,
      isSame(inside, destination)
        || isMail && isSame(inside, Array(destination.dropFirst("mailto:".utf8.count)))
    else { return nil }
    return inside.endIndex + 1
  }

  /// Where `[label]` or `[]` ends, if the text goes on with one.
  private func endOfLabel(at offset: Int) -> Int {
    guard offset < block.upperBound, bytes[offset] == .openBracket else { return offset }
    let label = bytes[offset..<block.upperBound].prefix(1024)
    return label.firstIndex(of: .closeBracket).map { $0 + 1 } ?? offset
  }

  private func holds(_ text: [UInt8], in range: Range<Int>) -> Bool {
    let inside = bytes[range].prefix(Self.window).filter { $0 != .backslash }
    guard inside.count >= text.count else { return false }
    return (0...(inside.count - text.count)).contains { inside[$0...].starts(with: text) }
  }

  /// Whether a destination, as it is written, comes to one with escapes and entities resolved.
  private func isSame(_ written: ArraySlice<UInt8>, _ resolved: [UInt8]) -> Bool {
    if written.elementsEqual(resolved) { return true }
    guard written.contains(where: { $0 == .backslash || $0 == .ampersand }) else { return false }
    let text = resolvingEntities(String(decoding: withoutEscapes(written), as: UTF8.self))
    return text.utf8.elementsEqual(resolved)
  }

  private func withoutEscapes(_ written: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    var rest = written
    while let byte = rest.popFirst() {
      if byte == .backslash, let escaped = rest.first, escaped.isASCIIPunctuation {
        plain.append(rest.removeFirst())
      } else {
        plain.append(byte)
      }
    }
    return plain
  }
}

extension UInt8 {
  fileprivate var isASCIIPunctuation: Bool {
    self > 0x20 && self < 0x7F && !isASCIILetter && !isASCIIDigit
  }
}
