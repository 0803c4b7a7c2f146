// The tag that begins at a byte of HTML, and what it means for the text around it. Good for the HTML
// that Parse writes; raw HTML of writers may hide or show a word too many here, nothing worse.

struct HTMLTag {
  enum Meaning {
    /// Parts no words: `b`, `a`, `span`.
    case inline
    case block
    case heading(Int)
    case pre
    case section
    case paragraph
    /// Holds nothing that readers see.
    case hidden
  }

  let meaning: Meaning
  let isClosing: Bool
  /// The name's letters, the first in the lowest byte; what does not fit into eight is left out.
  let name: UInt64
  /// From `<` to behind `>`.
  let range: Range<Int>

  init(_ html: Span<UInt8>, at start: Int) {
    var index = start &+ 1
    isClosing = index < html.count && html[index] == .slash
    if isClosing { index &+= 1 }
    if index < html.count, html[index] == .exclamation {
      (meaning, name) = (.inline, 0)
      range = start..<html.endOfComment(from: index)
      return
    }
    var letters: UInt64 = 0
    var count: UInt64 = 0
    while index < html.count, html[index].isASCIILetter || html[index].isASCIIDigit {
      if count < 8 { letters |= UInt64(html[index] | 0x20) &<< (count &* 8) }
      count &+= 1
      index &+= 1
    }
    range = start..<html.endOfTag(from: index)
    name = letters
    meaning = Self.meaning(of: letters)
  }

  /// Where the value of an attribute stands, as Parse writes it.
  ///
  /// - Parameter opening: a space, the name, `="`.
  func value(behind opening: Span<UInt8>, in html: Span<UInt8>) -> Range<Int>? {
    var start = range.lowerBound
    while start &+ opening.count < range.upperBound {
      if html[start] == .space, html.holds(opening, at: start) {
        var end = start &+ opening.count
        while end < range.upperBound, html[end] != .quote { end &+= 1 }
        return (start &+ opening.count)..<end
      }
      start &+= 1
    }
    return nil
  }

  /// Behind the tag that closes this one, or the end where there is none.
  func end(in html: Span<UInt8>) -> Int {
    var index = range.upperBound
    while index < html.count {
      if html[index] == .lessThan {
        let tag = HTMLTag(html, at: index)
        if tag.isClosing, tag.name == name { return tag.range.upperBound }
        index = tag.range.upperBound
      } else {
        index &+= 1
      }
    }
    return index
  }

  private static func meaning(of name: UInt64) -> Meaning {
    if name == paragraph { return .paragraph }
    if name & 0xFF == UInt64(UInt8(ascii: "h")), name &>> 8 &- 0x31 < 6 {
      return .heading(Int(name &>> 8 &- 0x30))
    }
    return meanings[name] ?? .block
  }
}

private let paragraph = HTMLTag.packed("p")
private let meanings: [UInt64: HTMLTag.Meaning] = {
  var meanings = [
    HTMLTag.packed("pre"): HTMLTag.Meaning.pre, HTMLTag.packed("section"): .section,
  ]
  let inline = """
    a b i s u q em strong code span del ins kbd mark sub small abbr cite wbr
    """
  for name in inline.split(separator: " ") { meanings[HTMLTag.packed(name)] = .inline }
  for name in ["script", "style", "template", "svg"] {
    meanings[HTMLTag.packed(name)] = .hidden
  }
  return meanings
}()

extension HTMLTag {
  /// A name as `name` holds it.
  static func packed(_ name: some StringProtocol) -> UInt64 {
    name.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension Span<UInt8> {
  /// Whether other bytes begin here, all of them.
  func holds(_ other: Span<UInt8>, at start: Int) -> Bool {
    guard start &+ other.count <= count else { return false }
    for index in 0..<other.count where self[start &+ index] != other[index] { return false }
    return true
  }

  fileprivate func endOfComment(from start: Int) -> Int {
    var index = start &+ 1
    while index < count {
      if self[index] == .greaterThan, self[index &- 1] == .hyphen { return index &+ 1 }
      index &+= 1
    }
    return count
  }

  /// A value in quotes may hold `>`.
  fileprivate func endOfTag(from start: Int) -> Int {
    var index = start
    var quote: UInt8 = 0
    while index < count {
      let byte = self[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == .greaterThan {
        return index &+ 1
      } else if byte == .quote || byte == .apostrophe {
        quote = byte
      }
      index &+= 1
    }
    return count
  }
}
