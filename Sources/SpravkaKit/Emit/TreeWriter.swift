// Makes files and folders of the new site with the permissions that every build gives them.
import Glibc

/// Writes below one folder, making the folders that a path needs.
struct TreeWriter {
  static let fileMode: mode_t = 0o644
  static let folderMode: mode_t = 0o755

  let folder: Folder
  /// Whether the umask keeps a new file from having the permissions that it should have.
  let setsModes: Bool
  /// The folder of the last path: the next one is often beside it.
  private var lastParent: RawPath?

  init(_ folder: Folder, setsModes: Bool) {
    self.folder = folder
    self.setsModes = setsModes
  }

  mutating func create(_ path: RawPath) throws(SystemError) -> OpenFile {
    try makeParents(of: path)
    let file = try folder.createFile(path, permissions: TreeWriter.fileMode)
    if setsModes { try file.setPermissions(TreeWriter.fileMode) }
    return file
  }

  mutating func write(_ bytes: [UInt8], to path: RawPath) throws(SystemError) {
    var file = try create(path)
    try file.write(bytes.span)
    try file.finish()
  }

  mutating func makeParents(of path: RawPath) throws(SystemError) {
    guard let parent = path.parent, parent != lastParent else { return }
    try makeFolder(parent)
    lastParent = parent
  }

  /// Makes the folder and those above it, as far as they are missing.
  private func makeFolder(_ path: RawPath) throws(SystemError) {
    do {
      guard try folder.makeFolder(path, permissions: TreeWriter.folderMode) else { return }
    } catch {
      guard error.code == ENOENT, let parent = path.parent else { throw error }
      try makeFolder(parent)
      return try makeFolder(path)
    }
    if setsModes { try folder.setPermissions(path, TreeWriter.folderMode) }
  }
}
