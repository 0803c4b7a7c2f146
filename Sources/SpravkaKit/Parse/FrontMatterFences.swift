// Where the front matter of a Markdown file ends and its text begins. The lines of three hyphens
// are found here and not by libyaml, which would read on into the article.

/// The parts of a Markdown file, in bytes.
struct FrontMatterFences: Equatable {
  /// The first line of three hyphens; empty when the file has no front matter.
  let opening: Range<Int>
  /// What stands between the two lines.
  let yaml: Range<Int>
  /// What stands behind them; the whole text when there is no front matter.
  let body: Range<Int>
  /// False when the second line of hyphens is missing; then all that follows is the body.
  let isClosed: Bool
}

extension FrontMatterFences {
  /// Only the very first line opens front matter: anywhere else three hyphens are a rule.
  init(of file: SourceFile) {
    let text = file.textRange
    let bytes = file.bytes
    guard let yamlStart = Self.endOfFence(at: text.lowerBound, in: bytes) else {
      let empty = text.lowerBound..<text.lowerBound
      self.init(opening: empty, yaml: empty, body: text, isClosed: true)
      return
    }
    let opening = text.lowerBound..<text.lowerBound + 3
    var line = yamlStart
    while line < bytes.count {
      if let end = Self.endOfFence(at: line, in: bytes) {
        self.init(
          opening: opening, yaml: yamlStart..<line, body: end..<bytes.count, isClosed: true)
        return
      }
      line = bytes[line...].firstIndex(of: .newline).map { $0 + 1 } ?? bytes.count
    }
    self.init(
      opening: opening, yaml: yamlStart..<yamlStart, body: yamlStart..<bytes.count,
      isClosed: false)
  }

  /// The start of the next line when the line at `start` is three hyphens, blanks behind them
  /// allowed; else nil.
  private static func endOfFence(at start: Int, in bytes: [UInt8]) -> Int? {
    guard start + 3 <= bytes.count, bytes[start] == .hyphen, bytes[start + 1] == .hyphen,
      bytes[start + 2] == .hyphen
    else { return nil }
    var index = start + 3
    while index < bytes.count {
      switch bytes[index] {
      case .newline: return index + 1
      case .space, .tab, .carriageReturn: index += 1
      default: return nil
      }
    }
    return index
  }
}
