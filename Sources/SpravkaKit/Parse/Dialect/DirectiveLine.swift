// One line of an article → a directive, or the closing of one, or nil: then it is prose. Prose is
// whatever is not surely meant as a directive, since no colon or brace in a text may fail a build.

/// `:::note[Title]`, `::include{file=a.md}` or `:::`, by the places of its parts.
struct DirectiveLine: Equatable {
  /// How many colons it begins with.
  let colons: Int
  /// Lower case; empty for a closing line.
  let name: String
  /// All of it, without white space behind.
  let range: Range<Int>
  /// What stands in the square brackets; nil when there are none.
  private(set) var label: Range<Int>?
  private(set) var attributes: [Attribute] = []
  /// What could not be read as part of a directive; it is taken for the label.
  private(set) var isMalformed = false

  struct Attribute: Equatable {
    let name: String
    /// Empty for an attribute that is named alone.
    let value: String
    /// All of it.
    let range: Range<Int>
  }

  var isClosing: Bool { name.isEmpty }

  /// What is meant; nil for a name that Spravka does not know.
  var directive: Directive? { Directive(rawValue: name) }

  func value(of attribute: String) -> Attribute? { attributes.first { $0.name == attribute } }
}

extension DirectiveLine {
  /// Reads the line that goes on at its first colon; nil when it is prose.
  init?(_ bytes: [UInt8], at start: Int, lineEnd: Int) {
    var end = lineEnd
    while end > start, bytes[end - 1].isASCIIWhitespace { end -= 1 }
    let colons = bytes[start..<end].prefix { $0 == .colon }.count
    guard colons >= 2 else { return nil }
    var index = start + colons
    if index == end {
      guard colons >= 3 else { return nil }
      self.init(colons: colons, name: "", range: start..<end)
      return
    }
    let blanks = bytes[index..<end].prefix { $0 == .space }.count
    index += blanks
    let nameStart = index
    while index < end, bytes[index].isInDirectiveName { index += 1 }
    let name = String(
      decoding: bytes[nameStart..<index].map(\.asciiLowercased), as: UTF8.self)
    let known = Directive(rawValue: name)
    // Two colons are rare in prose, but they do occur («std::include»).
    guard !name.isEmpty, known != nil || blanks == 0, colons >= 3 || blanks == 0 else { return nil }
    self.init(colons: colons, name: name, range: start..<end)
    let rest = readParts(bytes, from: index, to: end)
    let isWhole = rest == end && blanks == 0
    guard isWhole || (known != nil && colons >= 3) else { return nil }
    isMalformed = !isWhole
    if isMalformed, label == nil, rest < end { label = skippingBlanks(bytes, rest, end)..<end }
  }

  /// Reads the label and the attributes; answers where reading stopped.
  private mutating func readParts(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var index = start
    if index < end, bytes[index] == .openBracket {
      guard let close = endOfLabel(bytes, from: index, to: end) else { return index }
      label = (index + 1)..<close
      index = close + 1
    }
    guard index < end, bytes[index] == .openBrace else { return index }
    var found: [Attribute] = []
    var next = skippingBlanks(bytes, index + 1, end)
    while next < end, bytes[next] != .closeBrace {
      guard let attribute = Attribute(bytes, at: next, to: end) else { return index }
      found.append(attribute)
      next = skippingBlanks(bytes, attribute.range.upperBound, end)
    }
    guard next < end else { return index }
    attributes = found
    return next + 1
  }
}

extension DirectiveLine.Attribute {
  /// `name`, `name=value` or `name="a value"`.
  fileprivate init?(_ bytes: [UInt8], at start: Int, to end: Int) {
    var index = start
    while index < end, bytes[index].isInDirectiveName { index += 1 }
    guard index > start else { return nil }
    let name = String(decoding: bytes[start..<index], as: UTF8.self)
    guard index < end, bytes[index] == UInt8(ascii: "=") else {
      self.init(name: name, value: "", range: start..<index)
      return
    }
    index += 1
    var value = index..<index
    if index < end, bytes[index] == .quote || bytes[index] == .apostrophe {
      guard let close = bytes[(index + 1)..<end].firstIndex(of: bytes[index]) else { return nil }
      value = (index + 1)..<close
      index = close + 1
    } else {
      while index < end, !bytes[index].isASCIIWhitespace, bytes[index] != .closeBrace { index += 1 }
      value = value.lowerBound..<index
    }
    self.init(
      name: name, value: String(decoding: bytes[value], as: UTF8.self), range: start..<index)
  }
}

/// Where the bracket that opens at `start` closes; those inside come in pairs or are escaped.
private func endOfLabel(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
  var depth = 0
  var index = start
  while index < end {
    switch bytes[index] {
    case .backslash: index += 1
    case .openBracket: depth += 1
    case .closeBracket:
      depth -= 1
      if depth == 0 { return index }
    default: break
    }
    index += 1
  }
  return nil
}

private func skippingBlanks(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
  start + bytes[start..<end].prefix { $0 == .space || $0 == .tab }.count
}

extension UInt8 {
  fileprivate var isInDirectiveName: Bool { isASCIILetter || isASCIIDigit || self == .hyphen }
}
