// What others have in the output folder comes over into the new tree; after the exchange the old
// tree goes. A failure to remove it is no failure of the build: the next one clears it.
import Glibc

extension Emission {
  /// Links others' files, and makes their folders anew with the old ones' permissions.
  func carryOver(_ plan: Plan, to staging: StagingFolder) throws(SystemError) {
    var writer = staging.writer()
    do throws(SystemError) {
      for entry in plan.carried {
        try writer.makeParents(of: entry.path)
        if entry.kind == .folder {
          _ = try staging.folder.makeFolder(entry.path, permissions: 0o700)
        } else {
          try old.link(entry.path, to: staging.folder)
        }
      }
      // Last, and the innermost first: a folder may be one that not even we may write to.
      for entry in plan.carried.reversed() where entry.kind == .folder {
        guard let status = try old.status(entry.path) else { continue }
        staging.folder.offer(entry.path, owner: status.owner, group: status.group)
        try staging.folder.setPermissions(entry.path, status.permissions)
      }
    } catch {
      throw error.during(.carryOver)
    }
  }

  /// Removes the old tree, which has the staging folder's name now.
  func clearOld(_ tree: Tree, _ staging: StagingFolder) async {
    let files = tree.entries.filter { $0.kind != .folder }
    _ = await parallelSlices(files.count, jobs: target.jobs, size: 1024) { range in
      for file in files[range] { try? old.remove(file.path) }
    }
    try? old.remove(.mark)
    for entry in tree.entries.reversed() where entry.kind == .folder {
      try? old.removeFolder(entry.path)
    }
    do {
      try staging.above.removeFolder(staging.name)
    } catch {
      rescue(after: tree, to: staging)
      staging.remove()
    }
  }

  /// Brings files over that others put into the old tree after it was walked.
  private func rescue(after tree: Tree, to staging: StagingFolder) {
    guard let rest = try? Tree(below: .here, in: old, enteringMounts: false) else { return }
    let known = Set(tree.entries.map(\.path))
    var writer = staging.writer()
    for entry in rest.entries where entry.kind != .folder && !known.contains(entry.path) {
      try? writer.makeParents(of: entry.path)
      try? old.link(entry.path, to: staging.folder)
    }
  }
}
