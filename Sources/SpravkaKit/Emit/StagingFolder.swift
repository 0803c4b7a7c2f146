// The folder in which a new site is laid ready, with a name by which the next build knows it for
// ours when this one is killed.
import Glibc

/// A folder that is made for one build, and that no reader of the site sees.
struct StagingFolder: Sendable {
  let above: Folder
  let name: RawPath
  let folder: Folder
  /// Whether the umask keeps new folders from having the permissions that they should have.
  let setsModes: Bool

  /// The name of the staging folder beside an output folder.
  static func name(beside output: RawPath) -> RawPath {
    RawPath(bytes: Array(".".utf8) + output.bytes + Array(".spravka-new".utf8))
  }

  /// Makes the folder and takes its lock.
  ///
  /// Messages name files in it by `shownPath`: people know them by where they will stand.
  init(_ name: RawPath, in above: Folder, shownAs shownPath: String) throws(SystemError) {
    guard try above.makeFolder(name, permissions: TreeWriter.folderMode) else {
      throw SystemError(.makeFolder, above.shown(name), EEXIST)
    }
    self.above = above
    self.name = name
    do throws(SystemError) {
      guard let status = try above.status(name) else {
        throw SystemError(.makeFolder, above.shown(name), ESTALE)
      }
      setsModes = status.permissions & 0o777 != TreeWriter.folderMode
      if setsModes { try above.setPermissions(name, TreeWriter.folderMode) }
      folder = try above.folder(name, shownAs: shownPath)
      _ = try folder.lock()
    } catch {
      above.removeTree(name)
      throw error
    }
  }

  func writer() -> TreeWriter { TreeWriter(folder, setsModes: setsModes) }

  func remove() { above.removeTree(name) }

  /// Clears what a killed build may have left: a folder of that name, and nothing else.
  static func clear(_ name: RawPath, in above: Folder) {
    if let status = try? above.status(name), status.kind == .folder { above.removeTree(name) }
  }
}
