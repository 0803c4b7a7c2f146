import Glibc
import Testing

// Each call by which a build writes fails, or is the last one before a kill, where folders cannot be
// exchanged: what stands then may be a mixture, but of whole files, and each page has what it needs.

@Suite(.needsFaults, .needsMounts) struct FileByFileFaultTests {
  private let site: FaultySite
  private let mount: Mount

  init() throws {
    site = try FaultySite()
    try site.scratch.makeFolder("www/site")
    mount = try Mount(at: "www/site", in: site.scratch, options: "size=4m,mode=755")
  }

  private static let effects: [Fault.Effect] = [
    .error("ENOSPC"), .error("EIO"), .error("EACCES"), .kill,
  ]

  /// The first fault of each call is another one, so that all come to all kinds of calls.
  @Test(arguments: [
    ("openat", 0), ("write", 1), ("mkdirat", 2), ("renameat", 3), ("unlinkat", 0), ("fchmod", 1),
    ("fchmodat", 2),
  ])
  func `whatever stops a build at any call, each page that stands has what it needs`(
    call: String, first: Int
  ) throws {
    #expect(try site.build("old").run().code == 0)
    let times = try site.times(of: call, seed: 11)
    try site.checkNextBuild(of: "old", after: "the count")
    var hits = 0
    for time in times {
      let effect = Self.effects[(time + first) % Self.effects.count]
      let what = "\(effect) at \(call) \(time)"
      let fault = Fault(call: call, effect: effect, time: time)
      let (ended, isHit) = try site.machine.run(site.build("new"), with: fault)
      if isHit { hits += 1 }
      var found = try site.published()
      found.forget(below: ".spravka-new")
      switch ended.code {
      case 0: #expect(found.difference(from: site.new) == nil, "\(what)")
      case 3:
        guard case .error(let error) = effect else { break }
        site.check(ended.error, after: error, what, mayBePartly: true)
        #expect((found != site.old) == ended.error.contains("a part of"), "\(what)")
        #expect(!site.scratch.exists("www/site/.spravka-new"), "\(what)")
      default: #expect(ended.signal == SIGKILL && effect == .kill, "\(what): \(ended)")
      }
      checkPages(found, what)
      // The next build may be of either version.
      if time.isMultiple(of: 2) { try site.checkNextBuild(of: "new", after: what) }
      try site.checkNextBuild(of: "old", after: what)
    }
    print("file by file, \(call): \(hits) of \(times.count)")
    #expect(hits * 2 > times.count)
    withExtendedLifetime(mount) {}
  }

  /// Each page is the old or the new one, whole, and nothing that it shows is missing.
  private func checkPages(_ found: FolderSnapshot, _ what: String) {
    for path in found.paths where path.hasSuffix(".html") {
      let things = [site.old.things[path], site.new.things[path]]
      #expect(things.contains(found.things[path]), "\(what): \(path)")
    }
    #expect(found.missing == [], "\(what)")
  }

  @Test func `pages of whole sites have what they need, and it is seen when they have not`() {
    #expect(site.old.missing == [])
    #expect(site.new.missing == [])
    var broken = site.old
    broken.forget(below: "a/gone.png")
    #expect(broken.missing == ["a/gone/index.html wants a/gone.png"])
    broken.forget(below: "assets/site.")
    #expect(broken.missing.count > 6, "\(broken.missing)")
  }
}
