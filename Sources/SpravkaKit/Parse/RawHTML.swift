// Raw HTML, cut into tags. Spravka does not parse HTML into a tree: it needs to see the tags only,
// to say which is left out, and, where site.yml allows HTML, to check their links and anchors like
// those of Markdown. Cutting follows the tokenizer of the HTML standard as far as tags go.

/// A piece of raw HTML, by its place in the text.
enum RawHTMLToken: Equatable {
  case text(Range<Int>)
  case comment(Range<Int>)
  case tag(RawTag)
}

struct RawTag: Equatable {
  /// Lower case; empty for `<!…>` and `<?…>`.
  let name: String
  let isClosing: Bool
  let range: Range<Int>
  let attributes: [Attribute]

  struct Attribute: Equatable {
    /// Lower case.
    let name: String
    /// Without quotes, entities not resolved; empty when the attribute has no value.
    let value: Range<Int>
    /// All of it, name and quotes included.
    let range: Range<Int>
  }
}

/// Cuts HTML into tags, comments and the text between them.
func rawHTMLTokens(_ bytes: [UInt8]) -> [RawHTMLToken] {
  var tokens: [RawHTMLToken] = []
  var textStart = 0
  var index = 0
  while index < bytes.count {
    guard bytes[index] == .lessThan, let token = markup(bytes, at: index) else {
      index += 1
      continue
    }
    if textStart < index { tokens.append(.text(textStart..<index)) }
    tokens.append(token.token)
    index = token.end
    textStart = index
  }
  if textStart < bytes.count { tokens.append(.text(textStart..<bytes.count)) }
  return tokens
}

private func markup(_ bytes: [UInt8], at start: Int) -> (token: RawHTMLToken, end: Int)? {
  guard start + 1 < bytes.count else { return nil }
  switch bytes[start + 1] {
  case UInt8(ascii: "!"):
    if bytes[(start + 2)...].starts(with: "--".utf8) {
      let end = end(of: "-->", in: bytes, from: start + 4) ?? bytes.count
      return (.comment(start..<end), end)
    }
    return declaration(bytes, start)
  case .question: return declaration(bytes, start)
  case .slash:
    guard start + 2 < bytes.count, bytes[start + 2].isASCIILetter else { return nil }
    return tag(bytes, start, nameStart: start + 2)
  case let byte where byte.isASCIILetter: return tag(bytes, start, nameStart: start + 1)
  default: return nil
  }
}

private func declaration(_ bytes: [UInt8], _ start: Int) -> (token: RawHTMLToken, end: Int) {
  let end = end(of: ">", in: bytes, from: start) ?? bytes.count
  return (.tag(RawTag(name: "", isClosing: false, range: start..<end, attributes: [])), end)
}

private func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int? {
  var index = start
  let mark = Array(mark.utf8)
  while index + mark.count <= bytes.count {
    if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
      return index + mark.count
    }
    index += 1
  }
  return nil
}

private func tag(_ bytes: [UInt8], _ start: Int, nameStart: Int) -> (
  token: RawHTMLToken, end: Int
) {
  var index = nameStart
  while index < bytes.count, !bytes[index].endsName { index += 1 }
  let name = lowercased(bytes[nameStart..<index])
  var attributes: [RawTag.Attribute] = []
  while index < bytes.count, bytes[index] != .greaterThan {
    if bytes[index].isASCIIWhitespace || bytes[index] == .slash {
      index += 1
    } else {
      let (attribute, next) = attribute(bytes, at: index)
      attributes.append(attribute)
      index = next
    }
  }
  let end = min(index + 1, bytes.count)
  let isClosing = nameStart == start + 2
  let range = start..<end
  return (
    .tag(RawTag(name: name, isClosing: isClosing, range: range, attributes: attributes)), end
  )
}

private func attribute(_ bytes: [UInt8], at start: Int) -> (RawTag.Attribute, next: Int) {
  var index = start + 1  // a leading `=` belongs to the name, so that each call moves on
  while index < bytes.count, !bytes[index].endsName, bytes[index] != UInt8(ascii: "=") {
    index += 1
  }
  let name = lowercased(bytes[start..<index])
  var next = index
  while next < bytes.count, bytes[next].isASCIIWhitespace { next += 1 }
  guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else {
    return (RawTag.Attribute(name: name, value: index..<index, range: start..<index), index)
  }
  next += 1
  while next < bytes.count, bytes[next].isASCIIWhitespace { next += 1 }
  guard next < bytes.count else {
    return (RawTag.Attribute(name: name, value: next..<next, range: start..<next), next)
  }
  if bytes[next] == .quote || bytes[next] == .apostrophe {
    let close = bytes[(next + 1)...].firstIndex(of: bytes[next]) ?? bytes.count
    let end = min(close + 1, bytes.count)
    return (RawTag.Attribute(name: name, value: (next + 1)..<close, range: start..<end), end)
  }
  let valueStart = next
  while next < bytes.count, !bytes[next].isASCIIWhitespace, bytes[next] != .greaterThan {
    next += 1
  }
  return (RawTag.Attribute(name: name, value: valueStart..<next, range: start..<next), next)
}

private func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
  String(decoding: bytes.map(\.asciiLowercased), as: UTF8.self)
}

extension UInt8 {
  fileprivate var endsName: Bool {
    isASCIIWhitespace || self == .slash || self == .greaterThan
  }
}
