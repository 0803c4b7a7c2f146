// All that the two ways of publishing share.

/// A build on its way to a locked output folder.
struct Emission: Sendable {
  let target: EmitTarget
  /// What this build writes.
  let outputs: OutputList
  /// The files of the whole site, of which this build may write a part.
  let whole: OutputList
  let place: OutputPlace
  let site: Folder
  /// The output folder; whoever holds it has its lock.
  let old: Folder
  let last: LastMark

  /// Locks and looks at the output folder, refuses one that others use, and clears what a killed
  /// build may have left.
  init(_ outputs: [Output], _ target: EmitTarget) throws(EmitError) {
    self.target = target
    whole = try OutputList(outputs)
    self.outputs =
      try target.part.map { part throws(EmitError) in
        try OutputList(outputs.filter { part.holds($0.path) })
      } ?? whole
    place = try OutputPlace(target)
    old = try place.openLocked()
    let first: FolderEntry?
    do throws(SystemError) {
      site = try Folder(target.site)
      last = try LastMark(in: old)
      first = try old.listing(.here).entries.first { $0.name.first != UInt8(ascii: ".") }
    } catch {
      throw .failed(error, .oldSiteStands)
    }
    switch last {
    case .strange:
      throw .refused("'\(old.shown(.mark))' is not a file that Spravka wrote: \(Emission.choose)")
    case .absent:
      guard let first else { break }
      throw .refused(
        "the folder '\(place.shownPath)' is not empty (it holds '\(shownText(first.name))'), and"
          + " Spravka did not make it: \(Emission.choose)")
    case .damaged, .known: break
    }
    if target.part != nil { try refuseOtherParts() }
    if let above = try? Folder(place.parent, toNameOnly: true) {
      StagingFolder.clear(StagingFolder.name(beside: place.name), in: above)
    }
    StagingFolder.clear(.stagingInside, in: old)
  }

  /// A part leaves nothing but itself in its folder; it must not do so to a whole site.
  private func refuseOtherParts() throws(EmitError) {
    let others = last.files.lazy.map(\.path).filter {
      outputs.place(of: $0) == nil && whole.place(of: $0) != nil
    }
    for path in others where (try? old.status(path)) != nil {
      throw .refused(
        "the folder '\(place.shownPath)' holds '\(path.shown)', which is of another part of the site:"
          + " give each part a folder of its own")
    }
  }

  private static let choose = "choose another output folder, or empty this one"

  /// What readers see when nothing comes of this build.
  var aftermath: EmitError.Aftermath {
    if case .absent = last { .nothingPublished } else { .oldSiteStands }
  }

  /// What of the output folder is neither ours to publish nor others' to keep.
  static let ownThings: Set<RawPath> = [.mark, .stagingInside]

  func stager(_ staging: StagingFolder) -> Stager {
    Stager(
      outputs: outputs, site: site, old: old, staging: staging, keepsFiles: target.keepsFiles)
  }

  /// Makes some outputs once more that the old site was thought to hold.
  func restage(
    _ indices: [Int], of site: inout StagedSite, in staging: StagingFolder
  ) throws(SystemError) {
    for (index, file) in zip(indices, try stager(staging).stageAnew(indices)) {
      site.files[index] = file
    }
  }

  /// When every file stands already: the new mark alone, and the site is not touched.
  func renewMark(_ site: StagedSite, by staging: StagingFolder) throws(SystemError) -> EmitReport {
    try putMark(mark(of: site), by: staging)
    staging.remove()
    return site.report(.none)
  }

  /// The mark of a part is the same in all parts, so that it does not matter which one is left when
  /// they are put together: it names the files of the whole site, and no inputs, so that the next
  /// build compares them all.
  func mark(of site: StagedSite) -> Mark {
    if target.part == nil { return site.mark(target) }
    let files = whole.paths.map { Mark.File(path: $0, size: 0, source: nil) }
    return Mark(inputs: nil, warnings: target.warnings, files: files)
  }

  /// Whether what this build writes stands already, and nothing else of ours.
  func stands(_ site: StagedSite) -> Bool {
    site.writtenCount == 0 && last.files.allSatisfy { whole.place(of: $0.path) != nil }
  }

  /// Puts a mark into the old site in one step.
  func putMark(_ mark: Mark, by staging: StagingFolder) throws(SystemError) {
    var writer = staging.writer()
    try writer.write(mark.encoded, to: .mark)
    try staging.folder.rename(.mark, to: old)
  }
}
