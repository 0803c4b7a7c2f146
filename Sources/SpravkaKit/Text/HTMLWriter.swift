internal import Mustache

// The one place of the kit that writes HTML by hand. What it appends is either markup known when
// Spravka was compiled (`raw` takes a StaticString) or escaped here, by the verb that was chosen.

/// HTML in the making, as bytes.
struct HTMLWriter: Sendable {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Markup written in Spravka's own sources.
  mutating func raw(_ markup: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  mutating func noBreakSpace() {
    bytes.append(0xC2)
    bytes.append(0xA0)
  }

  /// Markup that a template or another writer has made.
  mutating func markup(_ made: some Collection<UInt8>) {
    bytes.append(contentsOf: made)
  }

  /// Text, escaped for both content and quoted attributes.
  mutating func text(_ text: String) {
    appendEscaped(text, to: &bytes)
  }

  /// Text, escaped for both content and quoted attributes.
  mutating func text(_ text: Span<UInt8>) {
    appendEscaped(text, to: &bytes)
  }

  /// Text in XML, which HTML's escapes serve as well; what may not stand in XML at all is left out
  /// (XML 1.0, «Char»).
  mutating func xmlText(_ text: String) {
    let isClean = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0xEF }
    if isClean { return self.text(text) }
    let allowed = text.unicodeScalars.filter { scalar in
      scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        || "\t\n\r".unicodeScalars.contains(scalar)
    }
    self.text(String(String.UnicodeScalarView(allowed)))
  }

  /// An icon of the theme, which says nothing that the words beside it do not say.
  mutating func icon(_ name: String) {
    raw("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#i-")
    text(name)
    raw("\"/></svg>\n")
  }

  mutating func number(_ value: Int) {
    bytes.append(contentsOf: String(value).utf8)
  }

  /// A URL inside a quoted attribute: what may not stand in a URL is percent-encoded, as in
  /// libcmark's renderer, so that both write the same bytes.
  mutating func url(_ url: String) {
    for byte in url.utf8 {
      switch byte {
      case .ampersand: raw("&amp;")
      case .apostrophe: raw("&#x27;")
      case _ where byte.isSafeInURL: bytes.append(byte)
      default:
        bytes.append(.percent)
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 15))
      }
    }
  }

  /// Starts a new line unless one has just begun.
  mutating func freshLine() {
    if let last = bytes.last, last != .newline { bytes.append(.newline) }
  }

  /// An opening tag's quoted attribute with a text value.
  mutating func attribute(_ name: StaticString, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    text(value)
    raw("\"")
  }

  private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

extension UInt8 {
  fileprivate var isSafeInURL: Bool {
    if isASCIILetter || isASCIIDigit { return true }
    switch self {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
      UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: ","), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "@"),
      UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"):
      return true
    default: return false
    }
  }
}
