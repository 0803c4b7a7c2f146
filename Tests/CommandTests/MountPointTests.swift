import Testing

// An output folder that is a mount point cannot be exchanged: it is published file by file, and the
// build says so.

@Suite(.needsMounts) struct MountPointTests {
  private let scratch: ScratchFolder
  private let mount: Mount
  private let old: FolderSnapshot
  private let new: FolderSnapshot

  private static let said =
    "The site was published file by file: the output folder is a mount point.\n"

  init() throws {
    scratch = try ScratchFolder()
    try SampleSite.many(21, version: 0).write(to: scratch, at: "old")
    try SampleSite.many(30, version: 1).write(to: scratch, at: "new")
    let sites = try ["old", "new"].map { [scratch] name in
      let ended = try scratch.spravka("build", "--site", name, "--output", "\(name)-reference")
      try #require(ended.code == 0, "\(ended.error)")
      return try FolderSnapshot(scratch.at("\(name)-reference"))
    }
    (old, new) = (sites[0], sites[1])
    try scratch.makeFolder("www/site")
    mount = try Mount(at: "www/site", in: scratch, options: "size=4m,mode=755")
  }

  private func build(_ site: String) -> Program {
    Program(
      words: [Program.spravka, "build", "--site", site, "--output", "www/site", "--jobs", "1"],
      folder: scratch.path)
  }

  private func site() throws -> FolderSnapshot { try FolderSnapshot(scratch.at("www/site")) }

  @Test func `a mount point is published file by file, and says so`() throws {
    for (name, reference) in [("old", old), ("new", new), ("old", old)] {
      let ended = try build(name).run()
      #expect(ended.code == 0)
      #expect(ended.error.hasSuffix(Self.said), "\(ended.error)")
      #expect(try site().difference(from: reference) == nil)
      #expect(try scratch.names("www") == ["site"])
      #expect(try build(name).run().error.hasPrefix("Nothing has changed"))
    }
    withExtendedLifetime(mount) {}
  }

  @Test(.needsFaults) func `what stopped half-way is said, and the next build mends it`() throws {
    let machine = FaultyMachine(scratch, output: "www/site", paths: old.paths + new.paths)
    for effect in [Fault.Effect.error("EIO"), .error("ENOSPC"), .kill] {
      for (call, time) in [("renameat", 2), ("renameat", 9), ("unlinkat", 3), ("mkdirat", 20)] {
        #expect(try build("old").run().code == 0)
        let fault = Fault(call: call, effect: effect, time: time)
        let (ended, isHit) = try machine.run(build("new"), with: fault)
        let what = "\(effect) at \(call) \(time)"
        #expect(isHit, "\(what)")
        let now = try site()
        if ended.code == 3 {
          let isMixed = now != old
          let end =
            isMixed
            ? "; a part of the new site is in place, and the next build mends it\n"
            : "; the old site stands\n"
          #expect(ended.error.hasSuffix(end), "\(what): \(ended.error)")
        }
        // Every page is whole, old or new, though the site may be neither.
        for path in now.paths where path.hasSuffix(".html") && !path.hasPrefix(".spravka-new/") {
          #expect(
            [old.things[path], new.things[path]].contains(now.things[path]), "\(what): \(path)")
        }
        #expect(try build("new").run().code == 0)
        #expect(try site().difference(from: new) == nil, "\(what)")
      }
    }
    withExtendedLifetime(mount) {}
  }
}
