// Old tree, last mark and new outputs → what becomes of each thing that stands in the output
// folder. What is in the mark's list is ours; all else belongs to others and stays, unless it
// stands where one of our files or folders must be.

/// What to do with the old tree.
struct Plan: Sendable {
  /// Ours, and no outputs any more.
  var dropped: [RawPath] = []
  /// Others' files and folders, folders before what they hold.
  var carried: [Tree.Entry] = []
  /// Others' files that give way to ours.
  var overridden: [RawPath] = []
  /// What must go before our files can be moved in one by one; nothing here lies in another.
  var obstacles: [RawPath] = []
  /// For each output, whether a plain file stands at its path, all folders above it being real.
  var stands: [Bool]

  /// What a folder of the old tree is to us.
  private enum Owner {
    case ours
    /// No longer needed: it stays only when others have something in it.
    case stale
    case others
    /// An output will stand there.
    case obstacle
  }

  init(_ tree: Tree, _ site: StagedSite, _ last: LastMark) {
    let lastPaths = Set(last.files.map(\.path))
    let lastFolders = Set(lastPaths.lazy.flatMap(\.ancestors))
    stands = [Bool](repeating: false, count: site.files.count)
    var owners = [Owner](repeating: .others, count: tree.entries.count)
    for (index, entry) in tree.entries.enumerated() {
      let isBlocked = entry.parent.map { owners[$0] == .obstacle } ?? false
      let isOurs = lastPaths.contains(entry.path)
      let place = site.outputs.place(of: entry.path)
      if entry.kind == .folder {
        if isBlocked || place != nil {
          owners[index] = .obstacle
        } else if site.outputs.folders.contains(entry.path) {
          owners[index] = .ours
        } else if lastFolders.contains(entry.path) {
          owners[index] = .stale
        }
        if owners[index] == .obstacle, !isBlocked { obstacles.append(entry.path) }
        if owners[index] == .others { carried.append(entry) }
      } else if let place, !isBlocked {
        stands[place] = entry.kind == .file
        if !isOurs, !(stands[place] && site.files[place].isUnchanged) {
          overridden.append(entry.path)
        }
      } else if isBlocked || site.outputs.folders.contains(entry.path) {
        if !isBlocked { obstacles.append(entry.path) }
        if isOurs { dropped.append(entry.path) } else { overridden.append(entry.path) }
      } else if isOurs {
        dropped.append(entry.path)
      } else {
        carried.append(entry)
      }
    }
    // Nobody can tell whose a file was when the mark is lost.
    if last.isDamaged { overridden = [] }
    overridden.sort(by: RawPath.precedes)
  }

  var carriedFiles: Int { carried.count { $0.kind != .folder } }
}

extension EmitReport {
  mutating func add(_ plan: Plan) {
    dropped = plan.dropped.count
    carriedOver = plan.carriedFiles
    overridden = plan.overridden.map(\.shown)
  }
}
