// Single values. A scalar is text until a key asks for something else, so the words of YAML 1.1
// (`no`, `off`, `on`, `yes`) are flags here only where a flag is wanted.

extension Fields {
  /// Text on one line: line breaks and runs of spaces become one space.
  mutating func line(_ key: String) -> Located<String>? {
    node(key).flatMap { line($0, quoted(key)) }
  }

  mutating func line(_ node: YAMLNode, _ name: String) -> Located<String>? {
    text(node, name).map { Located(value: $0.onOneLine, range: node.range) }
  }

  /// Text as it stands.
  mutating func text(_ node: YAMLNode, _ name: String) -> String? {
    guard case .scalar(let text, let isPlain) = node.content else {
      reportInvalid(node, name, "text", hint: hintForText(node))
      return nil
    }
    if isPlain, let comment = comment(after: node.range.upperBound) {
      report(
        .invalidValue, "\(name) ends here: '#' begins a comment", at: comment,
        hint: "put the value in quotes; a comment has a space behind its sign")
    }
    return text
  }

  /// A bracket or a colon that made something else of a text.
  private func hintForText(_ node: YAMLNode) -> String {
    let start = file.bytes[node.range.lowerBound]
    return start == .openBrace || start == .openBracket
      ? "if this is text that begins with a bracket, put it in quotes"
      : "if this is text with a colon or a hyphen in it, put it in quotes"
  }

  mutating func integer(_ key: String, in bounds: ClosedRange<Int>) -> Located<Int>? {
    guard let node = node(key) else { return nil }
    if case .scalar(let text, _) = node.content, let value = Int(text), String(value) == text,
      bounds.contains(value)
    {
      return Located(value: value, range: node.range)
    }
    reportInvalid(
      node, quoted(key), "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    return nil
  }

  mutating func number(_ key: String, in bounds: ClosedRange<Double>) -> Double? {
    guard let node = node(key) else { return nil }
    if case .scalar(let text, _) = node.content, text.isDecimal, let value = Double(text),
      bounds.contains(value)
    {
      return value
    }
    reportInvalid(node, quoted(key), "a number from \(bounds.lowerBound) to \(bounds.upperBound)")
    return nil
  }

  mutating func flag(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    if case .scalar(let text, _) = node.content {
      switch text.lowercased() {
      case "true", "yes", "on": return true
      case "false", "no", "off": return false
      default: break
      }
    }
    reportInvalid(node, quoted(key), "true or false")
    return nil
  }

  mutating func date(_ key: String) -> Located<CalendarDate>? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let text, _) = node.content else {
      reportInvalid(node, quoted(key), "a date like 2026-03-31")
      return nil
    }
    if let date = CalendarDate(text) { return Located(value: date, range: node.range) }
    if CalendarDate.numbers(in: text) != nil {
      report(
        .invalidValue, "\(quoted(key)) is a day that the calendar does not have: \(text)",
        at: node.range)
    } else {
      let hint = CalendarDate(nearTo: text).map { "write \($0)" }
      reportInvalid(node, quoted(key), "a date like 2026-03-31", hint: hint)
    }
    return nil
  }

  /// One of the names of a closed set.
  mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ key: String, of type: Value.Type
  ) -> Value? {
    node(key).flatMap { choice($0, quoted(key), of: type) }
  }

  mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ node: YAMLNode, _ name: String, of type: Value.Type
  ) -> Value? {
    var hint: String?
    let names = Value.allCases.map(\.rawValue)
    if case .scalar(let text, _) = node.content {
      if let value = Value(rawValue: text) { return value }
      hint = nearestName(to: text, among: names).map { "did you mean '\($0)'?" }
    }
    let list = names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    reportInvalid(node, name, list, hint: hint)
    return nil
  }
}

extension String {
  /// The words of the text with one space between them; most texts are that already.
  fileprivate var onOneLine: String {
    var wasSpace = true
    var isClean = true
    for byte in utf8 {
      let isSpace = byte.isASCIIWhitespace
      if isSpace, wasSpace || byte != .space { isClean = false }
      wasSpace = isSpace
    }
    if isClean, !wasSpace || isEmpty { return self }
    return utf8.split(whereSeparator: \.isASCIIWhitespace).map { String(Substring($0)) }
      .joined(separator: " ")
  }

  /// Digits, with a minus before and a point among them: not `0x1p3`, `inf` or `1e9`.
  fileprivate var isDecimal: Bool {
    utf8.contains(where: \.isASCIIDigit)
      && utf8.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") || $0 == .hyphen }
  }
}

extension CalendarDate {
  /// The date that was likely meant by `31.03.2026`, `2026-3-1` or `2026-03-31T10:00:00Z`.
  fileprivate init?(nearTo text: String) {
    if let date = CalendarDate(String(text.prefix(10))) {
      self = date
      return
    }
    let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let isDayFirst = parts[2] > 31
    guard isDayFirst ? text.contains(".") : parts[0] > 31 else { return nil }
    self.init(
      year: isDayFirst ? parts[2] : parts[0], month: parts[1],
      day: isDayFirst ? parts[0] : parts[2])
  }
}
