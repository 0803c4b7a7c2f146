// Style sheets → the same with less in them: comments, white space and last semicolons go where they
// mean nothing. Nothing is rewritten, so that what a designer wrote can be found in what is served.
// Twice is the same as once, and the work is linear. A text with a string or an address that does not
// end stays as it is; open brackets are closed, as browsers close them, so that what is put behind
// the sheet is read from the start.

/// - Returns: a sheet that means the same to browsers.
func minifiedCSS(_ bytes: [UInt8]) -> [UInt8] {
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  let bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
  guard let tokens = CSSReader.tokens(of: bytes) else { return bytes }
  var minifier = CSSMinifier(bytes, tokens)
  return minifier.run()
}

private struct CSSMinifier {
  /// What kind of statement a byte stands in: a colon in a selector is not one in a declaration.
  private enum Statement {
    case rule, atRule, declaration
    /// `--name: …`, whose value is anybody's.
    case property
  }

  private let bytes: [UInt8]
  private let tokens: [CSSToken]
  private var made: [UInt8] = []
  /// The closing brackets that are still to come.
  private var open: [UInt8] = []
  private var statement = Statement.rule
  /// Whether the next token begins a statement.
  private var isAtStart = true
  /// How many brackets were open where the statement began.
  private var base = 0
  /// Whether the colon behind the name of a declaration has been.
  private var hasColon = false
  /// Whether nothing has followed the colon of a `property`.
  private var isValueEmpty = false
  /// Whether a semicolon is to be written before anything but the end of the block.
  private var owesSemicolon = false
  /// What stood since the last token: white space, or (false) comments alone.
  private var gap: Bool?
  /// What white space would follow: a letter for whole words, a semicolon where it means nothing.
  private var last = UInt8.semicolon

  init(_ bytes: [UInt8], _ tokens: [CSSToken]) {
    self.bytes = bytes
    self.tokens = tokens
    made.reserveCapacity(bytes.count)
  }

  mutating func run() -> [UInt8] {
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .gap(let hasSpace): gap = gap == true || hasSpace
      case .notice:
        payDebts(before: letter)
        made += bytes[token.range]
        last = isAtStart ? .semicolon : .slash
      case .word:
        if isAtStart { begin(at: index) }
        payDebts(before: letter)
        made += bytes[token.range]
        last = bytes[token.range.upperBound - 1] == .hyphen ? .hyphen : letter
      case .byte(let byte):
        let isEmpty = !open.isEmpty && (byte == .closeBrace || byte == .semicolon)
        if isAtStart, !isEmpty { begin(at: index) }
        add(byte)
      }
    }
    finish()
    return made
  }

  /// Does what a browser does at the end of a file.
  private mutating func finish() {
    made += open.reversed()
    let endsInBlock = open.first == .closeBrace
    if endsInBlock || (open.isEmpty && isAtStart) { return }
    made += Array((statement == .atRule ? ";" : "{}").utf8)
  }
}

extension CSSMinifier {
  private mutating func begin(at index: Int) {
    isAtStart = false
    hasColon = false
    isValueEmpty = false
    base = open.count
    statement = kind(at: index)
  }

  /// Looks as far as the statement goes, or as far as its block: each byte is looked at once.
  private func kind(at index: Int) -> Statement {
    let first = tokens[index]
    if first.kind == .byte(UInt8(ascii: "@")) { return .atRule }
    if open.isEmpty { return .rule }
    if first.kind == .word, bytes[first.range].starts(with: "--".utf8) { return .property }
    var depth = 0
    for token in tokens[index...] {
      guard case .byte(let byte) = token.kind else { continue }
      switch byte {
      case .openParenthesis, .openBracket: depth += 1
      case .closeParenthesis, .closeBracket: depth = max(0, depth - 1)
      case .openBrace where depth == 0: return .rule
      case .semicolon where depth == 0, .closeBrace where depth == 0: return .declaration
      default: break
      }
    }
    return .declaration
  }

  private mutating func add(_ byte: UInt8) {
    if byte == .semicolon, endsStatement {
      addSemicolon()
      return
    }
    payDebts(before: byte)
    made.append(byte)
    last = byte
    switch byte {
    case .openBrace:
      if open.count == base, statement != .property { isAtStart = true }
      open.append(.closeBrace)
    case .openParenthesis: open.append(.closeParenthesis)
    case .openBracket: open.append(.closeBracket)
    case .closeBrace, .closeParenthesis, .closeBracket:
      guard open.last == byte else { return }
      open.removeLast()
      if open.count < base { isAtStart = true }
    case .colon: addedColon()
    default: break
    }
  }

  private mutating func addedColon() {
    if statement == .atRule, open.last == .closeParenthesis { last = .semicolon }
    guard !hasColon, open.count == base else { return }
    hasColon = true
    if statement == .declaration { last = .semicolon }
    isValueEmpty = statement == .property
  }

  /// Whether a semicolon here ends a statement, be it an empty one.
  ///
  /// At the top of a sheet it is a part of the next selector, which is wrong then.
  private var endsStatement: Bool {
    if isAtStart { return true }
    return open.count == base && (statement == .atRule || !open.isEmpty)
  }

  private mutating func addSemicolon() {
    if isAtStart, !open.isEmpty {
      addEmptyStatement()
    } else if open.isEmpty {
      made.append(.semicolon)
    } else if isValueEmpty {
      // `--name: ;` is a value too, and the semicolon keeps it one in older browsers.
      made += Array((gap == true ? " ;" : ";").utf8)
    } else {
      owesSemicolon = true
    }
    gap = nil
    last = .semicolon
    isAtStart = true
  }

  /// A semicolon too many means nothing behind a declaration; elsewhere it spoils the next rule in
  /// some browsers, and that is not for us to mend.
  private mutating func addEmptyStatement() {
    if owesSemicolon, statement == .declaration || statement == .property { return }
    made += owesSemicolon ? [.semicolon, .semicolon] : [.semicolon]
    owesSemicolon = false
  }
}

extension CSSMinifier {
  /// Writes what was held back: a semicolon, a space, or a comment that keeps two names apart.
  private mutating func payDebts(before next: UInt8) {
    if owesSemicolon, next != .closeBrace { made.append(.semicolon) }
    owesSemicolon = false
    if let hasSpace = gap, needsGap(before: next) {
      made += hasSpace ? [.space] : Array("/**/".utf8)
    }
    gap = nil
    isValueEmpty = false
  }

  private func needsGap(before next: UInt8) -> Bool {
    let isDeclaring = statement == .declaration && !isAtStart
    switch (statement, last, next) {
    case (.property, _, _) where !isAtStart && hasColon: return needsGapInProperty(before: next)
    case (_, .openBrace, _), (_, .closeBrace, _), (_, .semicolon, _), (_, .openParenthesis, _):
      return false
    case (_, .comma, _): return next == .closeParenthesis
    case (.rule, .greaterThan, _) where open.last != .closeBracket: return false
    case (_, _, .openBrace), (_, _, .closeBrace), (_, _, .semicolon), (_, _, .comma): return false
    case (_, _, .closeParenthesis): return false
    // Behind a hyphen it could become the end of a comment of HTML.
    case (.rule, _, .greaterThan) where open.last != .closeBracket: return last == .hyphen
    case (.property, _, .colon): return isAtStart
    case (_, _, .colon): return !isDeclaring || hasColon
    case (_, _, .exclamation): return !isDeclaring
    default: return true
    }
  }

  /// White space around the value of a custom property means nothing, that inside may.
  private func needsGapInProperty(before next: UInt8) -> Bool {
    let isEnd = next == .closeBrace && open.count == base
    return isValueEmpty ? isEnd : !isEnd
  }
}

/// Stands for names, numbers and strings.
private let letter = UInt8(ascii: "a")
