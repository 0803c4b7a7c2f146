/// One text of the site, as it stands on disk.
///
/// Stages know byte offsets only; lines and columns are worked out here, and only when a
/// diagnostic is printed.
public struct SourceFile: Sendable, Equatable {
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
  /// Where the byte at `offset` stands.
  ///
  /// For a single question; `LineTable` answers many.
  func position(at offset: Int) -> SourcePosition {
    let before = bytes.prefix(max(0, offset))
    let lineStart = before.lastIndex(of: .newline).map { $0 + 1 } ?? 0
    return SourcePosition(
      line: before.count { $0 == .newline } + 1,
      column: before[lineStart...].count { !$0.isUTF8Continuation } + 1)
  }
}
