// libyaml's verdict → a finding that a writer understands. What people really do wrong has its own
// words and a hint (`YAMLProblem+Hints.swift`); the rest keeps libyaml's words.

/// Why a text is no YAML, or none that Spravka takes.
struct YAMLProblem: Error {
  let message: String
  var range: Range<Int>
  var hint: String?

  func diagnostic(in file: String) -> Diagnostic {
    Diagnostic(.invalidYAML, message, file: file, range: range, hint: hint)
  }
}

extension YAMLProblem {
  static func tooDeep(_ limit: Int, at offset: Int) -> YAMLProblem {
    YAMLProblem(
      message: "lists and maps are nested more than \(limit) deep", range: offset..<offset + 1)
  }

  static func tooMuch(_ limit: Int, at offset: Int) -> YAMLProblem {
    YAMLProblem(message: "more than \(limit) keys and values", range: offset..<offset + 1)
  }

  static func keyIsNoText(_ range: Range<Int>, in bytes: [UInt8]) -> YAMLProblem {
    YAMLProblem(
      message: "a key must be a word, not a list or a map", range: range,
      hint: YAMLLine(at: range.lowerBound, in: bytes).hintToQuote)
  }

  static func escapedControl(_ scalar: Unicode.Scalar, at range: Range<Int>) -> YAMLProblem {
    YAMLProblem(
      message: "a value holds the control character \(scalar.name)", range: range,
      hint: "take the escape out of the value")
  }

  static func directive(at offset: Int) -> YAMLProblem {
    YAMLProblem(
      message: "a line cannot begin with '%'", range: offset..<offset + 1,
      hint: "take the line out, or put the value in quotes")
  }

  /// A value that begins with a character that means something in YAML, such as `*` or `@`.
  static func indicator(at offset: Int, in bytes: [UInt8]) -> YAMLProblem {
    let line = YAMLLine(at: offset, in: bytes)
    let scalar = Unicode.Scalar(bytes[offset])
    return YAMLProblem(
      message: "a value cannot begin with '\(scalar)'", range: offset..<offset + 1,
      hint: line.hintToQuote)
  }

  /// More after the document: a second one, or a line that stands further left than the first.
  static func afterTheEnd(at offset: Int, in bytes: [UInt8]) -> YAMLProblem {
    let line = YAMLLine(at: offset, in: bytes)
    if bytes[offset...].starts(with: "---".utf8) || bytes[..<offset].isEndOfDocument {
      return YAMLProblem(
        message: "a second YAML document begins here", range: line.content,
        hint: "keep one, without lines of three hyphens or dots between its keys")
    }
    return .misplaced(line)
  }

  /// A line whose indentation fits nothing above it.
  static func misplaced(_ line: YAMLLine) -> YAMLProblem {
    YAMLProblem(
      message: "the indentation of this line fits no line above it", range: line.content,
      hint: "let the keys of one level begin in the same column")
  }
}

extension ArraySlice<UInt8> {
  /// Whether the last line with anything on it is `...`.
  fileprivate var isEndOfDocument: Bool {
    guard let last = lastIndex(where: { !$0.isASCIIWhitespace }) else { return false }
    return self[...last].suffix(4).elementsEqual("\n...".utf8)
  }
}

extension Unicode.Scalar {
  /// `U+0007`.
  var name: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
