// What libyaml says, case by case, in the words of a help desk. The strings on the left are those
// of libyaml 0.2.5; one that a later version rewords falls through to libyaml's own words.

extension YAMLProblem {
  init(
    _ fault: YAMLFault, in bytes: [UInt8], _ range: Range<Int>, _ offsets: inout CharacterOffsets
  ) {
    if let offset = fault.byteOffset {
      self.init(unreadable: range.lowerBound + offset, in: bytes, fault.problem)
      return
    }
    let context = fault.contextMark.map { offsets.byte(at: $0) }
    let mark = offsets.byte(at: fault.mark)
    if mark >= range.upperBound, context == mark {
      self.init(endsBefore: mark, in: bytes)
    } else {
      self =
        Self.scalars(fault, at: mark, context, bytes)
        ?? Self.structure(fault, at: mark, context, bytes)
        ?? YAMLProblem(message: fault.problem, range: mark..<mark + 1)
    }
    self.range = Self.wholeScalars(self.range, in: bytes)
  }

  /// The end of the YAML where more must come.
  private init(endsBefore end: Int, in bytes: [UInt8]) {
    let last = bytes[..<end].lastIndex { !$0.isASCIIWhitespace } ?? 0
    self.init(
      message: "a bracket that opened before is not closed here, at the end",
      range: last..<last + 1, hint: "close it with ] or }")
  }

  /// Bytes that are no text, or a control character.
  private init(unreadable offset: Int, in bytes: [UInt8], _ problem: String) {
    let offset = min(offset, bytes.count - 1)
    guard problem == "control characters are not allowed" else {
      self.init(message: "bytes that are not UTF-8", range: offset..<offset + 1)
      return
    }
    let text = String(decoding: bytes[offset...].prefix(4), as: UTF8.self)
    let name = text.unicodeScalars.first?.name ?? ""
    self.init(
      message: "the control character \(name)", range: offset..<offset + 1, hint: "delete it")
  }

  /// The range inside the text and grown to whole scalars.
  private static func wholeScalars(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let range = range.clamped(to: bytes.indices)
    var start = range.lowerBound
    while start > 0, start < bytes.count, bytes[start].isUTF8Continuation { start -= 1 }
    var end = range.upperBound
    while end > start, end < bytes.count, bytes[end].isUTF8Continuation { end += 1 }
    return start..<end
  }
}

extension YAMLProblem {
  /// Problems inside one value.
  private static func scalars(
    _ fault: YAMLFault, at mark: Int, _ context: Int?, _ bytes: [UInt8]
  ) -> YAMLProblem? {
    let isTab = bytes[mark...].first == .tab
    switch fault.problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      let start = context ?? mark
      let line = YAMLLine(at: start, in: bytes)
      let quote = Unicode.Scalar(bytes[start])
      return YAMLProblem(
        message: "the quote that opens here is never closed",
        range: start..<max(start + 1, line.content.upperBound),
        hint: "close it with \(quote) at the end of the value")
    case "found unexpected ':'":
      return YAMLProblem(
        message: "a text in brackets cannot end with a colon", range: mark..<mark + 1,
        hint: "put the text in quotes")
    case "found unknown escape character":
      return YAMLProblem(
        message: "in double quotes a backslash begins an escape, and this is none",
        range: mark..<min(mark + 2, bytes.count),
        hint: "write \\\\ for a backslash, or put the value in single quotes")
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      return YAMLProblem(
        message: "this escape names no character", range: mark..<mark + 1,
        hint: "write the character itself")
    case "found character that cannot start any token" where !isTab,
      "did not find expected node content", "mapping keys are not allowed in this context":
      return indicator(at: min(mark, bytes.count - 1), in: bytes)
    case "block sequence entries are not allowed in this context":
      return YAMLProblem(
        message: "a list cannot begin on the line of its key", range: mark..<mark + 1,
        hint: "put each item on a line of its own, or a text in quotes")
    default:
      let indicators = [
        "while scanning an alias", "while scanning an anchor", "while scanning a tag",
        "while parsing a tag", "while scanning a block scalar", "while parsing a node",
      ]
      guard let context, indicators.contains(fault.context), !isTab else { return nil }
      return indicator(at: context, in: bytes)
    }
  }

  /// Problems of lines, indentation and brackets.
  private static func structure(
    _ fault: YAMLFault, at mark: Int, _ context: Int?, _ bytes: [UInt8]
  ) -> YAMLProblem? {
    let line = YAMLLine(at: mark, in: bytes)
    switch fault.problem {
    case "found character that cannot start any token",
      "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return YAMLProblem(
        message: "a tab in the indentation", range: mark..<mark + 1,
        hint: "indent with spaces, two for each level")
    case "mapping values are not allowed in this context":
      return secondColon(at: mark, in: line, bytes)
    case "could not find expected ':'":
      return noColon(at: context ?? mark, in: bytes)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      let start = context ?? mark
      let bracket = bytes[start] == .openBrace ? "}" : "]"
      return YAMLProblem(
        message: "the bracket that opens here is not closed", range: start..<start + 1,
        hint: "close it with \(bracket), or put the value in quotes if it is text")
    case "did not find expected '-' indicator":
      return YAMLProblem(
        message: "this line stands among the items of a list and is none", range: line.content,
        hint: "begin it with a hyphen and a space, or indent it as the key it belongs to")
    case "did not find expected key":
      return noKey(at: mark, in: line, bytes)
    default: return nil
    }
  }
}

extension YAMLProblem {
  private static func secondColon(
    at mark: Int, in line: YAMLLine, _ bytes: [UInt8]
  ) -> YAMLProblem {
    if let start = line.valueStart, start <= mark {
      return YAMLProblem(
        message: "a second colon in the value", range: mark..<mark + 1, hint: line.hintToQuote)
    }
    if let previous = line.previous, let colon = previous.tightColon {
      return YAMLProblem(
        message: "no space after the colon", range: colon..<colon + 1,
        hint: "write 'key: value' with a space between them")
    }
    return line.isIndented ? misplaced(line) : noColon(in: line.previous ?? line)
  }

  private static func noColon(at offset: Int, in bytes: [UInt8]) -> YAMLProblem {
    for separator in ["\u{2028}", "\u{2029}", "\u{85}"]
    where bytes[..<offset].suffix(separator.utf8.count).elementsEqual(separator.utf8) {
      let name = separator.unicodeScalars.first?.name ?? ""
      return YAMLProblem(
        message: "an invisible line separator, \(name)",
        range: offset - separator.utf8.count..<offset, hint: "delete it")
    }
    return noColon(in: YAMLLine(at: offset, in: bytes))
  }

  static func noColon(in line: YAMLLine) -> YAMLProblem {
    if let colon = line.tightColon {
      return YAMLProblem(
        message: "no space after the colon", range: colon..<colon + 1,
        hint: "write 'key: value' with a space between them")
    }
    return YAMLProblem(
      message: "this line is not of the form 'key: value'", range: line.content,
      hint: "a long value goes on in lines that are indented")
  }

  private static func noKey(at mark: Int, in line: YAMLLine, _ bytes: [UInt8]) -> YAMLProblem {
    guard mark <= line.content.lowerBound, mark < bytes.count else {
      return YAMLProblem(
        message: "text after the end of the value",
        range: mark..<max(mark, line.content.upperBound), hint: line.hintToQuote)
    }
    switch bytes[mark] {
    case .hyphen:
      return YAMLProblem(
        message: "a list item where a key should be", range: line.content,
        hint: "indent the items below the key they belong to")
    case .colon:
      return YAMLProblem(message: "a colon without a key before it", range: mark..<mark + 1)
    default: return misplaced(line)
    }
  }
}
