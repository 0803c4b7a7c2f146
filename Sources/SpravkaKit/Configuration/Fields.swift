// A map of YAML → typed values, with a finding for everything that is not as it should be. The
// keys that exist are those that somebody asks for: there is no second list of names that could
// drift from the first.

/// The keys of one map while they are being read.
///
///     var fields = Fields(of: pairs, at: range, in: file)
///     let order = fields.integer("order", in: 0...100)
///     let findings = fields.finish()
struct Fields {
  let file: SourceFile
  /// The keys that lead here, `header.ru`; empty at the top.
  let path: String
  /// The whole map, for what is missing in it.
  let range: Range<Int>
  private let pairs: [YAMLPair]
  private var isRead: [Bool]
  private var asked: [String] = []
  /// What was asked for in the maps below.
  private var askedBelow: [(path: String, keys: [String])] = []
  private var findings: [Diagnostic] = []

  init(of pairs: [YAMLPair], at range: Range<Int>, in file: SourceFile, path: String = "") {
    self.file = file
    self.path = path
    self.range = range
    self.pairs = pairs
    isRead = Array(repeating: false, count: pairs.count)
    asked.reserveCapacity(32)
  }

  /// The pair of a key, written or not: from now on the key is a known one.
  mutating func pair(_ key: String) -> YAMLPair? {
    asked.append(key)
    guard let index = pairs.firstIndex(where: { $0.key == key }) else { return nil }
    isRead[index] = true
    return pairs[index]
  }

  /// The value of a key; nil when the key is not there or has nothing behind its colon.
  mutating func node(_ key: String) -> YAMLNode? {
    guard let pair = pair(key) else { return nil }
    guard pair.value.isEmpty else { return pair.value }
    if let comment = comment(after: pair.value.range.upperBound) {
      report(
        .invalidValue, "\(quoted(key)) has no value: '#' begins a comment", at: comment,
        hint: YAMLLine(at: comment.lowerBound, in: file.bytes).hintToQuote)
    }
    return nil
  }

  /// Every pair of a map whose keys are free names; none of them is unknown then.
  mutating func allPairs() -> [YAMLPair] {
    isRead = Array(repeating: true, count: pairs.count)
    return pairs
  }

  /// The paths of all keys that were asked for: the manual must describe these, and no others.
  var knownKeys: Set<String> {
    let below = askedBelow.flatMap { path, keys in keys.map { "\(path).\($0)" } }
    return Set(asked.map(path(to:)) + below)
  }

  /// The findings of all that was read, and of the keys that nobody asked for.
  consuming func finish() -> [Diagnostic] {
    for (index, pair) in pairs.enumerated() where !isRead[index] {
      reportUnknown(pair, nearest: nearestName(to: pair.key, among: asked))
    }
    return findings
  }
}

extension Fields {
  mutating func report(
    _ id: DiagnosticID, _ message: String, at range: Range<Int>, hint: String? = nil
  ) {
    findings.append(Diagnostic(id, message, file: file.path, range: range, hint: hint))
  }

  mutating func report(_ others: [Diagnostic]) {
    findings += others
  }

  /// A key that is not known here.
  mutating func reportUnknown(_ pair: YAMLPair, nearest: String?, hint: String? = nil) {
    report(
      .unknownKey, "unknown key \(quoted(pair.key))" + (path.isEmpty ? "" : " in '\(path)'"),
      at: pair.keyRange, hint: nearest.map { "did you mean '\($0)'?" } ?? hint)
  }

  /// A value that is not what its key wants: `'order' must be a whole number, not 'first'`.
  mutating func reportInvalid(
    _ node: YAMLNode, _ name: String, _ expected: String, hint: String? = nil
  ) {
    let found =
      switch node.content {
      case .scalar(let text, _): text.isEmpty ? "empty" : quoted(text)
      case .sequence: "a list"
      case .mapping: "a map"
      }
    report(.invalidValue, "\(name) must be \(expected), not \(found)", at: node.range, hint: hint)
  }

  /// The value, or the finding that its key must be there and is not.
  mutating func require<Value>(_ value: Value?, _ key: String) -> Value? {
    if value == nil, isMissing(key) {
      report(
        .missingKey, "\(quoted(key)) is missing" + (path.isEmpty ? "" : " in '\(path)'"),
        at: path.isEmpty ? range.lowerBound..<range.lowerBound : range, hint: "add «\(key): …»")
    }
    return value
  }

  /// Whether a key is not there or has no value, and no finding has said so yet.
  func isMissing(_ key: String) -> Bool {
    guard let value = pairs.first(where: { $0.key == key })?.value else { return true }
    return value.isEmpty && comment(after: value.range.upperBound) == nil
  }

  /// The path of a key below this map.
  func path(to key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }

  /// Reads a map that stands below this one.
  mutating func nested<Value>(
    _ node: YAMLNode, _ name: String, path: String, _ read: (inout Fields) -> Value
  ) -> Value? {
    guard case .mapping(let pairs) = node.content else {
      reportInvalid(node, name, "a map of keys and values")
      return nil
    }
    var fields = Fields(of: pairs, at: node.range, in: file, path: path)
    let value = read(&fields)
    askedBelow.append((path, fields.asked))
    askedBelow += fields.askedBelow
    report(fields.finish())
    return value
  }

  /// The rest of the line when it begins with `#` and no space behind it: an unquoted colour or
  /// a number sign in a title rather than a comment.
  func comment(after offset: Int) -> Range<Int>? {
    let bytes = file.bytes
    var start = offset
    while start < bytes.count, bytes[start] == .space || bytes[start] == .tab { start += 1 }
    guard start + 1 < bytes.count, bytes[start] == .hash, bytes[start + 1] != .hash,
      !bytes[start + 1].isASCIIWhitespace
    else { return nil }
    return start..<YAMLLine(at: start, in: bytes).content.upperBound
  }
}
