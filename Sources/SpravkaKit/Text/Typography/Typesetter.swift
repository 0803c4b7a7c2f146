// The text of a block, piece by piece → the same text as a typographer sets it. Between the pieces
// stand elements, so that whoever decides must know what came before them and what comes behind:
// each piece is read in one buffer with the last bytes before it and the first ones behind it. No
// rule looks further than that, and so none takes more than linear time. What is written already is
// never changed.

/// Sets the texts of one block after another.
struct Typesetter: Sendable {
  let rules: TypographyRules?
  /// What follows the next piece in its block, `horizon` bytes of it; whoever sets a piece says so
  /// before.
  var ahead: [UInt8] = []

  /// How far the rules look back and ahead, in bytes: an opening bracket and the longest short
  /// word, or two initials.
  static let horizon = 24
  /// What stands for code and pictures: neither a letter nor a space.
  static let object: UInt8 = 0x7F
  private static let space: [UInt8] = [.space]

  /// The last bytes before the next piece.
  private var buffer: [UInt8] = []
  /// Where the word begins that is being read; below 0 when that is longer ago than the buffer
  /// reaches.
  var wordStart = 0
  /// Where the text begins that is not written yet.
  private var unwritten = 0
  /// How many quotations are open.
  var quotations = 0
  /// How many of them within single quotes; of English alone.
  var singleQuotations = 0
  /// Whether the last straight quote began a quotation.
  var hasJustOpened = false
  /// Whether a dash has taken the space that comes next.
  var swallowsSpace = false

  init(_ typography: Typography) {
    rules = typography.rules
  }

  /// Begins a block.
  mutating func begin() {
    guard rules != nil else { return }
    endLine()
    quotations = 0
    singleQuotations = 0
  }

  /// Ends a line within a block: quotations go on.
  mutating func endLine() {
    buffer.removeAll(keepingCapacity: true)
    wordStart = 0
    hasJustOpened = false
    swallowsSpace = false
  }

  /// Notes something that is no text and counts as a word.
  mutating func noteObject() {
    guard rules != nil else { return }
    buffer.append(Self.object)
    shorten(from: buffer.count)
    swallowsSpace = false
  }

  /// Writes a piece of the block's text.
  mutating func set<Sink: TextSink>(_ piece: Span<UInt8>, to sink: inout Sink) {
    guard let rules else { return sink.text(piece) }
    set(piece, rules, isBreak: false, to: &sink)
  }

  /// Writes a line break of the source, which is a space to all rules.
  mutating func setSoftBreak<Sink: TextSink>(to sink: inout Sink) {
    guard let rules else { return sink.raw("\n") }
    set(Self.space.span, rules, isBreak: true, to: &sink)
  }

  private mutating func set<Sink: TextSink>(
    _ piece: Span<UInt8>, _ rules: TypographyRules, isBreak: Bool, to sink: inout Sink
  ) {
    let start = buffer.count
    let end = start + piece.count
    unsafe piece.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
    buffer.append(contentsOf: ahead)
    // Taken out of `self`, so that it can be read while the rest of `self` changes.
    var bytes: [UInt8] = []
    swap(&bytes, &buffer)
    setMarks(in: start..<end, of: bytes.span, rules, &sink)
    if unwritten < end {
      if isBreak { sink.raw("\n") } else { sink.text(bytes.span.extracting(unwritten..<end)) }
    }
    swap(&bytes, &buffer)
    shorten(from: end)
  }

  private mutating func setMarks(
    in range: Range<Int>, of text: Span<UInt8>, _ rules: TypographyRules,
    _ sink: inout some TextSink
  ) {
    unwritten = range.lowerBound
    var index = range.lowerBound
    let isRussian = rules.style == .russian
    while true {
      index = text.nextMark(from: index, to: range.upperBound)
      guard index < range.upperBound else { return }
      if isRussian, text[index] == .space, !swallowsSpace,
        text.isPlainSpace(at: index, wordStart: wordStart)
      {
        index &+= 1
        wordStart = index
      } else {
        index = setMark(at: index, text, range.upperBound, rules, &sink)
      }
    }
  }

  /// Keeps of the text up to an offset no more than what the rules look back on.
  private mutating func shorten(from end: Int) {
    let surplus = end - Self.horizon
    guard surplus > 0 else { return buffer.removeLast(buffer.count - end) }
    unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[surplus..<end]))
    }
    buffer.removeLast(buffer.count - Self.horizon)
    wordStart = max(wordStart - surplus, -1)
  }

  /// Writes what stands before a range, and a sign in its place.
  mutating func replace(
    _ range: Range<Int>, of text: Span<UInt8>, by sign: StaticString,
    _ sink: inout some TextSink
  ) {
    sink.text(text.extracting(unwritten..<range.lowerBound))
    sink.raw(sign)
    unwritten = range.upperBound
  }

  mutating func putNoBreakSpace(
    at index: Int, _ text: Span<UInt8>, _ sink: inout some TextSink
  ) {
    sink.text(text.extracting(unwritten..<index))
    sink.noBreakSpace()
    unwritten = index &+ 1
  }

  /// Writes what stands before a word, and the word in an element that keeps it whole.
  mutating func keepWhole(_ word: Range<Int>, of text: Span<UInt8>, _ sink: inout some TextSink) {
    guard word.lowerBound >= unwritten else { return }
    replace(word.lowerBound..<word.lowerBound, of: text, by: "<span class=\"whole\">", &sink)
    replace(word.upperBound..<word.upperBound, of: text, by: "</span>", &sink)
  }

  /// Sets one of the bytes that matter; returns where to go on.
  private mutating func setMark(
    at index: Int, _ text: Span<UInt8>, _ end: Int, _ rules: TypographyRules,
    _ sink: inout some TextSink
  ) -> Int {
    switch text[index] {
    case .space: return setSpace(at: index, text, rules, &sink)
    case .hyphen: return setHyphen(at: index, text, end, rules, &sink)
    case .dot: return setDots(at: index, text, end, &sink)
    case .quote: return setQuote(at: index, text, rules, &sink)
    case .apostrophe:
      guard rules.style == .english else { return index &+ 1 }
      return setApostrophe(at: index, text, rules, &sink)
    case .openParenthesis:
      wordStart = index &+ 1
      return index &+ 1
    case 0xC2, 0xE2: return noteSign(at: index, text)
    default: return index &+ 1
    }
  }

  /// Reads a sign that the writer has typed: it stays, but parts words and may be a quote.
  private mutating func noteSign(at index: Int, _ text: Span<UInt8>) -> Int {
    switch text.sign(at: index) {
    case .noBreakSpace, .dash, .ellipsis, .number: break
    case .openQuote: quotations &+= 1
    case .closeQuote: quotations = max(quotations &- 1, 0)
    case .highQuote:
      // “ opens in English and closes in Russian.
      quotations = text.isOpen(before: index) ? quotations &+ 1 : max(quotations &- 1, 0)
    case .other: return index &+ (text[index] == 0xC2 ? 2 : 3)
    }
    wordStart = index &+ (text[index] == 0xC2 ? 2 : 3)
    hasJustOpened = false
    return wordStart
  }
}
