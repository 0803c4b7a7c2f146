// Publishing where folders cannot be exchanged: what changed is laid ready inside the output
// folder, complete, then moved into place file by file; what pages need before the pages that need
// it. Till the last step the mark names the files of both builds, and no inputs, so that after a
// kill the next build knows every file for ours and compares them all.
import Glibc

/// An error, and whether files had been moved by then.
struct FileByFileError: Error {
  let error: SystemError
  let isBegun: Bool
}

extension Emission {
  func publishFileByFile(because reason: String) async throws(FileByFileError) -> EmitReport {
    var isBegun = false
    do throws(SystemError) {
      let staging = try StagingFolder(.stagingInside, in: old, shownAs: place.shownPath)
      defer { staging.remove() }
      var site = try await stager(staging).stage(jobs: target.jobs)
      if stands(site) { return try renewMark(site, by: staging) }
      let tree = try Tree(below: .here, in: old, enteringMounts: true, passing: Emission.ownThings)
      let plan = Plan(tree, site, last)
      let missing = site.files.indices.filter { site.files[$0].isUnchanged && !plan.stands[$0] }
      try restage(missing, of: &site, in: staging)
      try putMark(unfinishedMark(site), by: staging)
      isBegun = true
      for path in plan.obstacles { try clear(path) }
      try moveIntoPlace(site, from: staging)
      try drop(plan.dropped)
      try putMark(mark(of: site), by: staging)
      var report = site.report(.fileByFile(because: reason))
      report.add(plan)
      return report
    } catch {
      throw FileByFileError(error: error, isBegun: isBegun)
    }
  }

  /// Our files of the last build and of this one.
  func unfinishedMark(_ site: StagedSite) -> Mark {
    var mark = mark(of: site)
    mark.inputs = nil
    mark.files += last.files.filter { whole.place(of: $0.path) == nil }
    mark.files.sort { RawPath.precedes($0.path, $1.path) }
    return mark
  }

  private func clear(_ path: RawPath) throws(SystemError) {
    if try old.status(path)?.kind == .folder {
      old.removeTree(path)
      if try old.status(path) != nil { throw SystemError(.remove, old.shown(path), ENOTEMPTY) }
    } else {
      try old.remove(path)
    }
  }

  private func moveIntoPlace(
    _ site: StagedSite, from staging: StagingFolder
  ) throws(SystemError) {
    var writer = TreeWriter(old, setsModes: staging.setsModes)
    for index in site.inOrderOfMoving {
      try writer.makeParents(of: outputs.paths[index])
      try staging.folder.rename(outputs.paths[index], to: old)
    }
    try openFolders()
  }

  /// Lets readers into our folders: a build that was killed between making one and giving it its
  /// permissions has left one that a strict umask keeps to its owner.
  private func openFolders() throws(SystemError) {
    for path in outputs.folders.sorted(by: RawPath.precedes) {
      guard let found = try old.status(path), found.kind == .folder,
        found.permissions & 0o777 != TreeWriter.folderMode
      else { continue }
      do throws(SystemError) {
        try old.setPermissions(path, found.permissions & 0o7000 | TreeWriter.folderMode)
      } catch {
        // It is another user's, who has let us write in it.
        if error.code != EPERM { throw error }
      }
    }
  }

  static func inOrderOfDropping(_ paths: [RawPath]) -> [RawPath] {
    let isPage = { (path: RawPath) in path.hasSuffix(".html") }
    return paths.filter(isPage) + paths.filter { !isPage($0) }
  }

  /// Removes our stale files and the folders that are empty without them, those too whose files
  /// an earlier build removed before it was stopped.
  ///
  /// Pages go first: none stands without what it shows.
  private func drop(_ paths: [RawPath]) throws(SystemError) {
    for path in Emission.inOrderOfDropping(paths) {
      do throws(SystemError) {
        try old.remove(path)
      } catch {
        // It stood in the way and went before, or one of our folders has its name now.
        if !error.meansAbsent && error.code != EISDIR { throw error }
      }
    }
    let known = last.files.map(\.path)
    let folders = Set(known.lazy.flatMap(\.ancestors)).subtracting(outputs.folders)
    for folder in folders.sorted(by: RawPath.precedes).reversed() {
      do throws(SystemError) {
        try old.removeFolder(folder)
      } catch {
        // Others have something in it, or it went before. Any other reason must be told: once the
        // new mark stands, nobody knows the folder for ours.
        if !error.meansAbsent && ![ENOTEMPTY, EEXIST, EBUSY].contains(error.code) { throw error }
      }
    }
  }
}
