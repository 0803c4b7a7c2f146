import Glibc
import Testing

// Each call by which a build writes fails now and then, or is the last one before a kill: whatever
// happens, readers see the old site or the new one, and the next build leaves nothing over.

@Suite(.needsFaults) struct FaultTests {
  private let scratch: ScratchFolder
  private let old: FolderSnapshot
  private let new: FolderSnapshot
  private let machine: FaultyMachine

  init() throws {
    scratch = try ScratchFolder()
    var site = SampleSite.small
    site.files["content/ru/a/screen.png"] = SampleSite.picture
    site["content/ru/a/p.md"] = SampleSite.page("Третья", "![экран](screen.png)")
    try site.write(to: scratch, at: "old")
    site["content/ru/a/b.md"] = nil
    site["content/ru/a/a.md"] = SampleSite.page("Первая", "Новый текст.")
    site["content/ru/c/d.md"] = SampleSite.page("Четвёртая", "![экран](../a/screen.png)")
    site["content/ru/c/_index.md"] = SampleSite.page("Новый раздел", "Статьи.")
    try site.write(to: scratch, at: "new")
    let sites = try ["old", "new"].map { [scratch] name in
      let ended = try scratch.spravka("build", "--site", name, "--output", "\(name)-reference")
      try #require(ended.code == 0, "\(ended.error)")
      return try FolderSnapshot(scratch.at("\(name)-reference"))
    }
    (old, new) = (sites[0], sites[1])
    machine = FaultyMachine(scratch, output: "www/site", paths: old.paths + new.paths)
  }

  /// One thread, and a umask that makes it set permissions itself.
  private func build(_ site: String) -> Program {
    Program(
      words: [Program.spravka, "build", "--site", site, "--output", "www/site", "--jobs", "1"],
      folder: scratch.path, mask: "077")
  }

  private func rebuildOld() throws {
    if scratch.exists("www") { try scratch.remove("www") }
    #expect(try build("old").run().code == 0)
  }

  /// The first times, the last ones, and some between.
  private func sample(_ count: Int, _ generator: inout SeededGenerator) -> [Int] {
    guard count > 5 else { return Array(1...max(1, count)) }
    let between = (0..<2).map { _ in Int.random(in: 3..<count, using: &generator) }
    return Set([1, 2, count] + between).sorted()
  }

  private static let failures: [(call: String, errors: [String])] = [
    ("openat", ["ENOSPC", "EACCES", "EMFILE"]), ("write", ["ENOSPC", "EIO"]),
    ("mkdirat", ["ENOSPC", "EACCES"]), ("linkat", ["ENOSPC", "EMLINK"]),
    ("renameat2", ["EIO", "EINVAL", "EBUSY"]), ("fchmod", ["EPERM"]), ("fchmodat", ["EPERM"]),
    ("fchownat", ["EPERM"]), ("unlinkat", ["EIO"]), ("close", ["EIO", "ENOSPC"]),
    ("flock", ["ENOLCK"]), ("getdents64", ["EIO"]), ("read", ["EIO"]),
    ("newfstatat", ["EIO"]),
  ]

  @Test(arguments: failures)
  func `when a call fails the old site stands, or the new one is published all the same`(
    call: String, errors: [String]
  ) throws {
    try rebuildOld()
    let count = try machine.count(call, of: build("new"))
    var generator = SeededGenerator(seed: UInt64(call.utf8.count))
    var hits = 0
    for error in errors {
      for time in sample(count, &generator) {
        try rebuildOld()
        let what = "\(error) at \(call) \(time) of \(count)"
        let fault = Fault(call: call, effect: .error(error), time: time)
        let (ended, isHit) = try machine.run(build("new"), with: fault)
        if isHit { hits += 1 }
        let site = try FolderSnapshot(scratch.at("www/site"))
        switch ended.code {
        case 0: #expect(site.difference(from: new) == nil, "\(what)")
        case 3:
          #expect(site.difference(from: old) == nil, "\(what)")
          check(ended.error, after: error, what)
        default: Issue.record("\(what): \(ended)")
        }
        try checkNextBuild(what)
      }
    }
    #expect(hits > 0)
  }

  private func check(_ words: String, after error: String, _ what: String) {
    let helps =
      switch error {
      case "ENOSPC":
        words.contains("the disk is full: ") && words.contains("; free some space and ")
      case "EMFILE": words.contains("too many open files")
      case "EACCES", "EPERM": words.contains("no permission; give this user the right to it")
      default: words.contains("cannot ")
      }
    #expect(helps, "\(what): \(words)")
    let ends = ["; the old site stands\n", "; nothing was published\n"]
    #expect(ends.contains { words.hasSuffix($0) }, "\(what): \(words)")
  }

  private func checkNextBuild(_ what: String) throws {
    let ended = try build("new").run()
    #expect(ended.code == 0, "\(what): \(ended.error)")
    #expect(try FolderSnapshot(scratch.at("www/site")).difference(from: new) == nil, "\(what)")
    #expect(try scratch.names("www") == ["site"], "\(what)")
  }

  @Test(arguments: [
    "openat", "write", "mkdirat", "linkat", "renameat2", "fchmod", "fchmodat", "unlinkat", "close",
  ])
  func `a build killed at a call leaves the old or the new site whole`(call: String) throws {
    try rebuildOld()
    let count = try machine.count(call, of: build("new"))
    var generator = SeededGenerator(seed: 7)
    var hits = 0
    for time in sample(count, &generator) {
      try rebuildOld()
      let what = "killed at \(call) \(time) of \(count)"
      let fault = Fault(call: call, effect: .kill, time: time)
      let (ended, isHit) = try machine.run(build("new"), with: fault)
      #expect(isHit == (ended.signal == SIGKILL), "\(what)")
      if isHit { hits += 1 }
      let site = try FolderSnapshot(scratch.at("www/site"))
      #expect(site == old || site == new, "\(what): \(site.difference(from: old) ?? "")")
      try checkNextBuild(what)
    }
    #expect(hits > 0)
  }
}
