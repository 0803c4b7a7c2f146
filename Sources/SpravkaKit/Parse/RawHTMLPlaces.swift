// Where the parts of raw HTML stand in the file. libcmark has taken off what stands before each of
// its lines, indentation and the marks of quotes, so the lines are followed side by side.

/// The way from raw HTML back to its source; asked from its start to its end.
struct RawHTMLPlaces {
  private let literal: [UInt8]
  private let source: [UInt8]
  /// The line of the HTML that was reached, without its end, and where it stands in the source.
  private var line = 0..<0
  private var place: Int

  /// - Parameter start: where the HTML begins in the source, or before that in its line.
  init(_ literal: [UInt8], in source: [UInt8], from start: Int) {
    self.literal = literal
    self.source = source
    place = start
    reach(lineFrom: 0)
  }

  /// Where a part of the HTML stands; the end is that of its line at most.
  mutating func range(of part: Range<Int>) -> Range<Int> {
    while line.upperBound < part.lowerBound, line.upperBound < literal.count {
      place = source[place...].firstIndex(of: .newline).map { $0 + 1 } ?? source.count
      reach(lineFrom: line.upperBound + 1)
    }
    let start = min(place + part.lowerBound - line.lowerBound, source.count)
    let count = min(part.upperBound, line.upperBound) - part.lowerBound
    return start..<min(max(start, start + count), source.count)
  }

  private mutating func reach(lineFrom start: Int) {
    let end = literal[start...].firstIndex(of: .newline) ?? literal.count
    line = start..<end
    let text = literal[line]
    // No more than some bytes: the source may be one line with a thousand tags.
    let candidates = source.indices[place...].prefix(256)
    place = candidates.first { source[$0...].starts(with: text) } ?? place
  }
}
