/// One text of the site, as it stands on disk.
///
/// Stages know byte offsets only; lines and columns are worked out here, and only when a
/// diagnostic is printed.
public struct SourceFile: Sendable {
  /// The path from the site's root, with slashes: `content/ru/a.md`.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A place as editors count it.
public struct SourcePosition: Sendable, Equatable {
  /// From 1.
  public let line: Int
  /// From 1, in Unicode scalars, so that it agrees with editors in Cyrillic text.
  public let column: Int
}

extension SourceFile {
  /// Where the byte at `offset` stands; an offset past the end means the end.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var line = 1
    var lineStart = 0
    for index in 0..<offset where bytes[index] == .newline {
      line += 1
      lineStart = index + 1
    }
    let column = bytes[lineStart..<offset].count { !$0.isUTF8Continuation }
    return SourcePosition(line: line, column: column + 1)
  }

  /// The bytes of the line that holds `offset`, without its line break.
  func lineRange(at offset: Int) -> Range<Int> {
    let offset = min(max(offset, 0), bytes.count)
    let start = bytes[..<offset].lastIndex(of: .newline).map { $0 + 1 } ?? 0
    var end = bytes[offset...].firstIndex(of: .newline) ?? bytes.count
    if end > start, bytes[end - 1] == .carriageReturn { end -= 1 }
    return start..<max(start, end)
  }
}
