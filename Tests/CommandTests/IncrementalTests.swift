import Foundation
import Testing

// A build upon the last one gives what a build from nothing gives, whatever was edited in between,
// and touches no file whose bytes are the same.

@Suite struct IncrementalTests {
  private static let steps = 100

  /// Two hundred edits in all.
  ///
  /// The second row of them is published file by file, to a mount point, where one can be made.
  @Test(arguments: [(seed: UInt64(1), isMounted: false), (2, true)])
  func `after each of many edits a build upon the last equals one from nothing`(
    seed: UInt64, isMounted: Bool
  ) throws {
    let scratch = try ScratchFolder()
    var edited = EditedSite(seed: seed)
    var written = SampleSite()
    try scratch.makeFolder("site/public")
    let mount = try mount(isMounted, in: scratch)
    var last = try Published(scratch)
    var published = 0
    for step in 1...Self.steps {
      let what = "step \(step), seed \(seed): \(edited.edit())"
      try write(edited.site, over: written, to: scratch)
      written = edited.site
      let (upon, anew) = try builds(step, scratch)
      #expect(upon.code == anew.code, "\(what): \(upon.error)\(anew.error)")
      let now = try Published(scratch)
      #expect(now.replaced(since: last) == [], "\(what)")
      if anew.code == 0 {
        let clean = try FolderSnapshot(scratch.at("anew"))
        #expect(now.site.difference(from: clean) == nil, "\(what)")
        try scratch.remove("anew")
        published += 1
      } else {
        #expect(anew.code == 1, "\(what): \(anew.error)")
        #expect(!scratch.exists("anew"))
        #expect(now.stamps.touched(since: last.stamps) == [], "\(what)")
        edited.undo()
      }
      last = now
    }
    print("seed \(seed): \(published) of \(Self.steps) edits could be published")
    // Else this test says less than it seems to.
    #expect(published > Self.steps * 2 / 3)
    #expect(try scratch.names("site") == ["content", "public", "templates"])
    withExtendedLifetime(mount) {}
  }

  private func mount(_ isMounted: Bool, in scratch: ScratchFolder) throws -> Mount? {
    guard isMounted else { return nil }
    guard Mount.isPossible else {
      print("not tested file by file: this user may not mount a file system in memory")
      return nil
    }
    return try Mount(at: "site/public", in: scratch, options: "size=16m,mode=755")
  }

  /// Upon what is there, and into another folder.
  private func builds(_ step: Int, _ scratch: ScratchFolder) throws -> (upon: Ended, anew: Ended) {
    let day = ["SOURCE_DATE_EPOCH": step % 8 < 4 ? Program.today : "1795219200"]
    let upon = try scratch.spravka(
      "build", "--site", "site", "--jobs", "\(step % 3 + 1)", environment: day)
    let anew = try scratch.spravka(
      "build", "--site", "site", "--output", "anew", "--clean", environment: day)
    return (upon, anew)
  }

  /// Touches only files that differ, as people do.
  private func write(
    _ site: SampleSite, over old: SampleSite, to scratch: ScratchFolder
  ) throws {
    for path in old.files.keys where site.files[path] == nil { try scratch.remove("site/" + path) }
    for (path, bytes) in site.files where old.files[path] != bytes {
      // A file may stand where a folder was that has nothing in it now.
      if isFolder("site/" + path, scratch) { try scratch.remove("site/" + path) }
      try scratch.write("site/" + path, bytes)
    }
  }

  private func isFolder(_ name: String, _ scratch: ScratchFolder) -> Bool {
    (try? scratch.names(name)) != nil
  }
}

/// The site as it stands, and which files it is made of.
private struct Published {
  let site: FolderSnapshot
  let stamps: FolderStamps

  init(_ scratch: ScratchFolder) throws {
    site = try FolderSnapshot(scratch.at("site/public"))
    stamps = try FolderStamps(scratch.at("site/public"))
  }

  /// Files with the bytes that they had, which are other files now, or were written again.
  ///
  /// Another name of a file changes its last time, not the first one.
  func replaced(since other: Published) -> [String] {
    site.paths.filter { path in
      guard case .file(_, let bytes) = site.things[path], bytes == other.site.file(path),
        let (now, before) = stamps.stamps[path].flatMap({ now in
          other.stamps.stamps[path].map { (now, $0) }
        })
      else { return false }
      return path != ".spravka"
        && (now.inode != before.inode || now.times.prefix(2) != before.times.prefix(2))
    }
  }
}
