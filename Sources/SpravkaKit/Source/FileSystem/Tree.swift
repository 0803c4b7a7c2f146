// All that stands below a folder, as it stood while it was walked. Links are listed, not followed.
import Glibc

/// A folder's contents, folders before what they hold.
struct Tree: Sendable {
  /// One thing in the tree.
  struct Entry: Sendable {
    let path: RawPath
    let kind: FileStatus.Kind
    /// The index of the folder that holds it; nil at the top.
    let parent: Int?
  }

  private(set) var entries: [Entry] = []
  /// Folders where something is mounted; what they hold is listed only when asked for.
  private(set) var mounts: [RawPath] = []
  /// Folders that could not be listed, and why.
  private(set) var unreadable: [SystemError] = []

  /// Walks the folder at a path; what `passing` says is left out, with all below it.
  init(
    below top: RawPath, in folder: Folder, enteringMounts: Bool, passing: Set<RawPath> = []
  ) throws(SystemError) {
    let device = try folder.status().identity.device
    var pending: [(path: RawPath, index: Int?)] = [(top, nil)]
    while let next = pending.popLast() {
      guard let listing = try list(next.path, in: folder) else { continue }
      let isMount = next.index != nil && folder.isMountPoint(next.path)
      if isMount || listing.identity.device != device {
        mounts.append(next.path)
        if !enteringMounts { continue }
      }
      for entry in listing.entries {
        let path = next.path.appending(entry.name)
        if passing.contains(path) { continue }
        if entry.kind == .folder { pending.append((path, entries.count)) }
        entries.append(Entry(path: path, kind: entry.kind, parent: next.index))
      }
    }
  }

  private mutating func list(
    _ path: RawPath, in folder: Folder
  ) throws(SystemError) -> FolderListing? {
    do {
      return try folder.listing(path)
    } catch {
      // Gone meanwhile: as if it had never been there.
      if error.meansAbsent { return nil }
      guard error.code == EACCES || error.code == EPERM else { throw error }
      unreadable.append(error)
      return nil
    }
  }
}

extension Folder {
  /// Removes the folder at a path with all that it holds, as far as the system lets it; what is
  /// mounted in it is not touched.
  func removeTree(_ path: RawPath) {
    if isTreeRemoved(path) { return }
    openUp(path)
    _ = isTreeRemoved(path)
  }

  private func isTreeRemoved(_ path: RawPath) -> Bool {
    if let tree = try? Tree(below: path, in: self, enteringMounts: false) {
      for entry in tree.entries.reversed() {
        if entry.kind == .folder { try? removeFolder(entry.path) } else { try? remove(entry.path) }
      }
    }
    return (try? removeFolder(path)) != nil
  }

  /// Gives ourselves all rights to the folders of a tree: some may forbid to remove what they hold.
  private func openUp(_ path: RawPath) {
    var pending = [path]
    while let folder = pending.popLast() {
      if isMountPoint(folder) { continue }
      try? setPermissions(folder, 0o700)
      guard let listing = try? listing(folder) else { continue }
      pending += listing.entries.lazy.filter { $0.kind == .folder }
        .map { folder.appending($0.name) }
    }
  }
}
