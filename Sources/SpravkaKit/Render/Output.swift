/// A recipe for one file of the site: where it goes and how its bytes are made.
///
/// Bytes are made when Emit (or a preview) asks for them, so memory never holds the whole site.
public struct Output: Sendable {
  /// The path below the output folder: `registration/index.html`, always relative, never with `..`.
  public let path: String
  public let content: Content

  public enum Content: Sendable {
    /// Bytes that are there already.
    case bytes([UInt8])
    /// Bytes made when asked for; the same at every call.
    case made(@Sendable () -> [UInt8])
    /// A file of the site, copied as it is; the path is from the site's root.
    case copy(of: String)
  }

  public init(path: String, content: Content) {
    self.path = path
    self.content = content
  }
}
