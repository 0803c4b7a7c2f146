// A file that a build would copy → its bytes, by their places: a film is never read whole, and what
// was a file of the site and has become a way out of it since is nothing.

/// A file of the site as it stands now.
///
/// It holds nothing open; a part of another file that came to stand there is never given.
public struct CopiedFile: Sendable {
  /// In bytes.
  public let size: Int
  /// Equal for equal bytes: names this version of the file for a browser.
  public let version: String
  private let folder: Folder
  private let path: RawPath
  private let status: FileStatus

  /// Nil when no file of the site stands there.
  init?(_ folder: Folder, _ path: String) {
    self.folder = folder
    self.path = RawPath(path)
    guard Self.isInside(folder, path),
      let file = try? folder.openFile(self.path, following: true),
      let status = try? file.status(), status.kind == .file
    else { return nil }
    self.status = status
    size = status.size
    version = status.version
  }

  public func bytes() -> [UInt8]? { bytes(0..<size) }

  /// A part of it; nil when another file stands there by now.
  public func bytes(_ part: Range<Int>) -> [UInt8]? {
    guard Self.isInside(folder, path.shown), let file = try? folder.openFile(path, following: true),
      let now = try? file.status(), now.identity == status.identity,
      now.modified == status.modified, now.size == status.size,
      (try? file.skip(to: part.lowerBound)) != nil
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: part.count)
    guard (try? file.read(into: &bytes)) == part.count else { return nil }
    return bytes
  }

  private static func isInside(_ folder: Folder, _ file: String) -> Bool {
    let site = canonicalPath(folder.shownPath)
    return SpravkaKit.path(canonicalPath(folder.shownPath + "/" + file), isWithin: site)
  }
}

extension FileStatus {
  /// Another one after each change of the file's bytes.
  fileprivate var version: String {
    [
      size, modified.seconds, modified.nanoseconds, Int(truncatingIfNeeded: identity.inode),
    ].map { String(UInt(bitPattern: $0), radix: 36) }.joined(separator: "-")
  }
}

extension Folder {
  /// Which versions of files stand there; nil where none does.
  func versions(of paths: [String]) -> [String?] {
    paths.map { (try? status(RawPath($0), following: true))?.version }
  }
}
