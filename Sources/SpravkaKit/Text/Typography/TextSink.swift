// Where set text goes: into the HTML of an article, where hyphenated words are kept whole by an
// element, or into a plain text, where nothing can keep them.

protocol TextSink {
  /// Whether it can hold elements.
  static var holdsMarkup: Bool { get }

  /// Takes bytes of the text as they were written.
  mutating func text(_ text: Span<UInt8>)
  /// Takes a sign or markup that stands in Spravka's sources.
  mutating func raw(_ sign: StaticString)
  /// Takes the sign that is put most often.
  mutating func noBreakSpace()
}

extension HTMLWriter: TextSink {
  static let holdsMarkup = true
}

/// A text without markup, in the making.
struct PlainText: TextSink {
  static let holdsMarkup = false
  private(set) var bytes: [UInt8] = []

  mutating func text(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func raw(_ sign: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: sign.utf8Start, count: sign.utf8CodeUnitCount))
  }

  mutating func noBreakSpace() { raw("\u{A0}") }
}
