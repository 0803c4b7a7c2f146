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
