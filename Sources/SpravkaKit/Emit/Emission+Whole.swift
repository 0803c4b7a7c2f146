// Publishing in one step: a complete new tree beside the old one, then both change their names.
// What forbids that is thrown as an error of the operations `stage`, `carryOver` or `exchange`.
import Glibc

extension Emission {
  func publishWhole() async throws(SystemError) -> EmitReport {
    let staging = try makeStagingBeside()
    do throws(SystemError) {
      try probeExchange(in: staging)
      var site = try await stager(staging).stage(jobs: target.jobs)
      if stands(site) { return try renewMark(site, by: staging) }
      let tree = try walkToCarryOver()
      let plan = Plan(tree, site, last)
      try await complete(&site, plan, in: staging)
      try carryOver(plan, to: staging)
      try finish(site, staging)
      try exchange(staging)
      await clearOld(tree, staging)
      var report = site.report(.whole)
      report.add(plan)
      return report
    } catch {
      staging.remove()
      throw error
    }
  }

  func makeStagingBeside() throws(SystemError) -> StagingFolder {
    do throws(SystemError) {
      let above = try Folder(place.parent, toNameOnly: true)
      if above.isMountPoint(place.name) { throw SystemError(.exchange, place.shownPath, EBUSY) }
      return try StagingFolder(
        StagingFolder.name(beside: place.name), in: above, shownAs: place.shownPath)
    } catch {
      throw error.operation == .exchange ? error : error.during(.stage)
    }
  }

  /// Tries the exchange on two empty folders, so that a file system without it is known of before
  /// the whole work is done.
  private func probeExchange(in staging: StagingFolder) throws(SystemError) {
    let (one, other) = (RawPath("1"), RawPath("2"))
    _ = try staging.folder.makeFolder(one)
    _ = try staging.folder.makeFolder(other)
    try staging.folder.exchange(one, other)
    try staging.folder.removeFolder(one)
    try staging.folder.removeFolder(other)
  }

  private func walkToCarryOver() throws(SystemError) -> Tree {
    let tree = try Tree(below: .here, in: old, enteringMounts: false, passing: Emission.ownThings)
    if let mount = tree.mounts.first { throw SystemError(.carryOver, old.shown(mount), EXDEV) }
    if let unreadable = tree.unreadable.first { throw unreadable.during(.carryOver) }
    return tree
  }

  /// Gives the unchanged files of the old tree a second name in the new one.
  private func complete(
    _ site: inout StagedSite, _ plan: Plan, in staging: StagingFolder
  ) async throws(SystemError) {
    let unchanged = site.files.indices.filter { site.files[$0].isUnchanged }
    let parts = await parallelSlices(unchanged.count, jobs: target.jobs) { range in
      var writer = staging.writer()
      return unchanged[range].filter { index in
        !plan.stands[index] || !isLinked(outputs.paths[index], by: &writer)
      }
    }
    try restage(parts.flatMap(\.self), of: &site, in: staging)
  }

  private func isLinked(_ path: RawPath, by writer: inout TreeWriter) -> Bool {
    do throws(SystemError) {
      try writer.makeParents(of: path)
      try old.link(path, to: writer.folder)
      return true
    } catch {
      return false
    }
  }

  /// Takes the permissions and the owner of the old folder over, and writes the mark.
  private func finish(_ site: StagedSite, _ staging: StagingFolder) throws(SystemError) {
    var writer = staging.writer()
    try writer.write(mark(of: site).encoded, to: .mark)
    let status = try old.status()
    staging.above.offer(staging.name, owner: status.owner, group: status.group)
    try staging.above.setPermissions(staging.name, status.permissions)
  }

  private func exchange(_ staging: StagingFolder) throws(SystemError) {
    let standing = try staging.above.status(place.name)
    guard try old.status().identity == standing?.identity else {
      throw SystemError(.exchange, place.shownPath, ESTALE)
    }
    try staging.above.exchange(staging.name, place.name)
  }
}

extension SystemError {
  /// In words for the report, when the error only forbids to exchange the folders; nil when
  /// publishing file by file would meet it as well.
  var whyNotWhole: String? {
    if [ENOSPC, EDQUOT, EMFILE, ENFILE, ENOMEM, EIO, ESTALE].contains(code) { return nil }
    return switch (operation, code) {
    case (.exchange, EBUSY), (.exchange, EXDEV): "the output folder is a mount point"
    case (.exchange, EINVAL), (.exchange, ENOSYS), (.exchange, ENOTSUP):
      "its file system cannot exchange folders"
    case (.exchange, _): "the output folder cannot be exchanged: \(reason)"
    case (.stage, _): "the folder above the output folder cannot be written: \(reason)"
    case (.carryOver, _): "'\(path)' cannot be carried over: \(reason)"
    default: nil
    }
  }
}
