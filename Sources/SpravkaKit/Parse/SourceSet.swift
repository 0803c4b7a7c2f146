// The value of `srcset`: several pictures, each with a descriptor, of which a browser takes one.

/// `a.png 2x` of `a.png 2x, b.png`, by its parts' places.
struct SourceSetCandidate: Equatable {
  let url: Range<Int>
  /// `2x` or `100w`; empty when there is none.
  let descriptor: Range<Int>
}

/// Cuts a value up (HTML standard, section «Parsing a srcset attribute»).
func sourceSet(_ bytes: [UInt8], in value: Range<Int>) -> [SourceSetCandidate] {
  var candidates: [SourceSetCandidate] = []
  var index = value.lowerBound
  while index < value.upperBound {
    guard !bytes[index].isASCIIWhitespace, bytes[index] != .comma else {
      index += 1
      continue
    }
    let start = index
    index += bytes[index..<value.upperBound].prefix { !$0.isASCIIWhitespace }.count
    let commas = bytes[start..<index].reversed().prefix { $0 == .comma }.count
    let url = start..<(index - commas)
    index += bytes[index..<value.upperBound].prefix(while: \.isASCIIWhitespace).count
    let end = commas > 0 ? index : bytes[index..<value.upperBound].firstIndex(of: .comma)
    let descriptor = index..<max(index, end ?? value.upperBound)
    candidates.append(SourceSetCandidate(url: url, descriptor: descriptor))
    index = descriptor.upperBound
  }
  return candidates
}
