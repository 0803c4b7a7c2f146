// A part of a file → its tree of YAML, or the one finding that says why there is none. Anchors,
// aliases and tags are refused: nobody needs them in front matter, and ten lines of aliases can
// unfold to gigabytes. Depth and events are counted here, for libyaml knows no limit.

/// What `parseYAML` makes of a text.
struct YAMLDocument: Sendable {
  /// Nil when the text is empty or wrong.
  let root: YAMLNode?
  let diagnostics: [Diagnostic]
}

/// How much YAML is taken from one file.
struct YAMLLimits: Sendable {
  var depth = 32
  /// Scalars, starts and ends of lists and maps.
  var events: Int

  static let site = YAMLLimits(events: 100_000)
  static let frontMatter = YAMLLimits(events: 20_000)
}

/// Reads the YAML that stands in `range` of the file.
func parseYAML(_ file: SourceFile, in range: Range<Int>, limits: YAMLLimits) -> YAMLDocument {
  guard let first = firstContent(of: file.bytes, in: range) else {
    return YAMLDocument(root: nil, diagnostics: [])
  }
  if file.bytes[first] == .percent {
    // Refused before libyaml sees them: it compares each directive with all before it.
    let problem = YAMLProblem.directive(at: first)
    return YAMLDocument(root: nil, diagnostics: [problem.diagnostic(in: file.path)])
  }
  return unsafe file.bytes.withUnsafeBufferPointer { bytes in
    let part = unsafe UnsafeBufferPointer(rebasing: bytes[range])
    var tree = unsafe YAMLTree(
      parser: YAMLParser(part), limits: limits, file: file, range: range)
    do throws(YAMLProblem) {
      let root = try tree.document()
      return YAMLDocument(root: root, diagnostics: tree.diagnostics)
    } catch {
      return YAMLDocument(
        root: nil, diagnostics: tree.diagnostics + [error.diagnostic(in: file.path)])
    }
  }
}

/// Where the first byte stands that is neither white space nor part of a comment.
private func firstContent(of bytes: [UInt8], in range: Range<Int>) -> Int? {
  var index = range.lowerBound
  while index < range.upperBound {
    if bytes[index] == .hash {
      while index < range.upperBound, bytes[index] != .newline { index += 1 }
    } else if !bytes[index].isASCIIWhitespace {
      return index
    } else {
      index += 1
    }
  }
  return nil
}

/// A tree while it is being built.
private struct YAMLTree: ~Copyable {
  private var parser: YAMLParser
  private let limits: YAMLLimits
  private let file: SourceFile
  private let range: Range<Int>
  private var offsets: CharacterOffsets
  private var events = 0
  private var lines: LineTable?
  private(set) var diagnostics: [Diagnostic] = []

  init(parser: consuming YAMLParser, limits: YAMLLimits, file: SourceFile, range: Range<Int>) {
    self.parser = parser
    self.limits = limits
    self.file = file
    self.range = range
    offsets = CharacterOffsets(file.bytes, in: range)
  }

  mutating func document() throws(YAMLProblem) -> YAMLNode? {
    var event = try next()
    while case .start = event.kind { event = try next() }
    if case .streamEnd = event.kind { return nil }
    let root = try node(event, depth: 1)
    let end = try next()
    // What follows is not given to libyaml: whatever it is, it is one document too many.
    let rest = offsets.byte(at: end.characters.upperBound)..<range.upperBound
    if let extra = firstContent(of: file.bytes, in: rest) {
      throw .afterTheEnd(at: extra, in: file.bytes)
    }
    return root
  }

  private mutating func next() throws(YAMLProblem) -> YAMLEvent {
    do throws(YAMLFault) {
      return try parser.next()
    } catch {
      throw YAMLProblem(error, in: file.bytes, range, &offsets)
    }
  }
}

extension YAMLTree {
  private mutating func node(_ event: YAMLEvent, depth: Int) throws(YAMLProblem) -> YAMLNode {
    events += 1
    let start = offsets.byte(at: event.characters.lowerBound)
    let end = offsets.byte(at: event.characters.upperBound)
    if event.isAnchored || event.isTagged { throw .indicator(at: start, in: file.bytes) }
    if events > limits.events { throw .tooMuch(limits.events, at: start) }
    if depth > limits.depth { throw .tooDeep(limits.depth, at: start) }
    switch event.kind {
    case .scalar(let text, let isPlain, let isBlock):
      let range = isBlock ? trimmed(start..<end) : start..<end
      if !isPlain, let control = text.unicodeScalars.first(where: \.isForbidden) {
        throw .escapedControl(control, at: range)
      }
      return YAMLNode(content: .scalar(text, isPlain: isPlain), range: range)
    case .sequenceStart: return try sequence(from: start, depth: depth)
    case .mappingStart: return try mapping(from: start, depth: depth)
    default: throw .indicator(at: start, in: file.bytes)
    }
  }

  private mutating func sequence(from start: Int, depth: Int) throws(YAMLProblem) -> YAMLNode {
    var items: [YAMLNode] = []
    while true {
      let event = try next()
      if case .collectionEnd = event.kind {
        return YAMLNode(content: .sequence(items), range: collection(start, event))
      }
      items.append(try node(event, depth: depth + 1))
    }
  }

  private mutating func mapping(from start: Int, depth: Int) throws(YAMLProblem) -> YAMLNode {
    var pairs: [YAMLPair] = []
    var keys: [String: Int] = [:]
    while true {
      let event = try next()
      if case .collectionEnd = event.kind {
        return YAMLNode(content: .mapping(pairs), range: collection(start, event))
      }
      let key = try node(event, depth: depth + 1)
      let value = try node(try next(), depth: depth + 1)
      guard case .scalar(let name, _) = key.content else {
        throw .keyIsNoText(key.range, in: file.bytes)
      }
      if let first = keys[name] {
        reportDuplicate(name, at: key.range, first: pairs[first].keyRange)
      } else {
        keys[name] = pairs.count
        pairs.append(YAMLPair(key: name, keyRange: key.range, value: value))
      }
    }
  }

  /// The range of a list or map that ends with this event.
  ///
  /// A block ends where the next thing begins, so the white space before that is given back.
  private mutating func collection(_ start: Int, _ event: YAMLEvent) -> Range<Int> {
    events += 1
    return trimmed(start..<offsets.byte(at: event.characters.upperBound))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, file.bytes[end - 1].isASCIIWhitespace { end -= 1 }
    return range.lowerBound..<end
  }

  private mutating func reportDuplicate(
    _ key: String, at range: Range<Int>, first: Range<Int>
  ) {
    let table = lines ?? LineTable(file.bytes)
    lines = table
    let line = table.position(at: first.lowerBound).line
    diagnostics.append(
      Diagnostic(
        .duplicateKey, "the key \(quoted(key)) stands here again; it is already on line \(line)",
        file: file.path, range: range, hint: "keep one of the two"))
  }
}

extension Unicode.Scalar {
  /// What XML cannot carry, and so neither a feed nor a sitemap: controls and non-characters.
  fileprivate var isForbidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
