// The tag that begins at a byte of HTML, and what it means for the text around it. Good for the HTML
// that Parse writes; raw HTML of writers may hide or show a word too many here, nothing worse.

struct HTMLTag {
  enum Name {
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

  let name: Name
  let isClosing: Bool
  /// The bytes of its name.
  let letters: ArraySlice<UInt8>
  /// From `<` to behind `>`.
  let range: Range<Int>
  var end: Int { range.upperBound }

  init(_ html: [UInt8], at start: Int) {
    var index = start + 1
    isClosing = index < html.count && html[index] == .slash
    if isClosing { index += 1 }
    let first = index
    while index < html.count, html[index].isASCIILetter || html[index].isASCIIDigit { index += 1 }
    letters = html[first..<index]
    let isComment = html[first...].starts(with: "!--".utf8)
    if isComment {
      index = html[first...].firstRange(of: Array("-->".utf8))?.upperBound ?? html.count
    } else {
      // A value in quotes may hold `>`.
      var quote: UInt8?
      while index < html.count, quote != nil || html[index] != .greaterThan {
        if html[index] == quote {
          quote = nil
        } else if quote == nil, html[index] == .quote || html[index] == .apostrophe {
          quote = html[index]
        }
        index += 1
      }
      index = min(index + 1, html.count)
    }
    range = start..<index
    name = isComment ? .inline : Self.name(of: letters)
  }

  /// The value of `id`, as Parse writes it.
  func id(in html: [UInt8]) -> String? {
    guard let start = html[range].firstRange(of: Array(" id=\"".utf8))?.upperBound,
      let end = html[start..<range.upperBound].firstIndex(of: .quote)
    else { return nil }
    return String(decoding: html[start..<end], as: UTF8.self)
  }

  private static func name(of letters: ArraySlice<UInt8>) -> Name {
    if letters.count == 1 {
      return letters.elementsEqual("p".utf8) ? .paragraph : inlineLetters.contains(letters.first ?? 0)
        ? .inline : .block
    }
    if letters.count == 2, letters.first == UInt8(ascii: "h"), let digit = letters.last,
      digit.isASCIIDigit
    {
      return .heading(Int(digit - UInt8(ascii: "0")))
    }
    return names.first { letters.elementsEqual($0.letters) }?.name ?? .block
  }
}

private let inlineLetters = Array("abiqsu".utf8)
private let names: [(letters: [UInt8], name: HTMLTag.Name)] =
  ["strong", "em", "code", "span", "del", "ins", "kbd", "mark", "sub", "small", "abbr", "cite", "wbr"]
  .map { (Array($0.utf8), .inline) }
  + ["script", "style", "template", "svg"].map { (Array($0.utf8), .hidden) }
  + [(Array("pre".utf8), .pre), (Array("section".utf8), .section)]

extension [UInt8] {
  /// Behind the closing tag of a name, or the end where there is none.
  func end(of letters: ArraySlice<UInt8>, from start: Int) -> Int {
    let tag = Array("</".utf8) + letters
    return self[start...].firstRange(of: tag).map { $0.upperBound + 1 } ?? count
  }
}
