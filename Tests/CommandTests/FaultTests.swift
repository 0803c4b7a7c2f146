import Glibc
import Testing

// Each call by which a build writes fails, and calls by which it looks fail now and then, or are the
// last ones before a kill: whatever happens, readers see the old site or the new one, and the next
// build leaves nothing over.

@Suite(.needsFaults) struct FaultTests {
  private let site: FaultySite

  init() throws { site = try FaultySite() }

  private func rebuildOld() throws {
    if site.scratch.exists("www") { try site.scratch.remove("www") }
    #expect(try site.build("old").run().code == 0)
  }

  /// The first times, the last ones, and some between.
  private func sample(_ count: Int, _ generator: inout SeededGenerator) -> [Int] {
    guard count > 5 else { return Array(1...max(1, count)) }
    let between = (0..<2).map { _ in Int.random(in: 3..<count, using: &generator) }
    return Set([1, 2, count] + between).sorted()
  }

  /// All by which files and folders change.
  private static let writing = [
    "openat", "write", "mkdirat", "linkat", "renameat2", "fchmod", "fchmodat", "fchownat",
    "unlinkat",
  ]
  private static let looking = [
    "close", "faccessat", "faccessat2", "fcntl", "flock", "fstat", "fstatfs", "getcwd",
    "getdents64", "lseek",
    "newfstatat", "read", "readlink", "readlinkat", "statx",
  ]

  @Test func `a build writes by no call but those whose failure is tried`() throws {
    try rebuildOld()
    let calls = try site.machine.calls(of: site.build("new"))
    #expect(calls.subtracting(Self.writing + Self.looking) == [])
    // Those by which only this build of the tests writes would be tried for nothing.
    #expect(calls.isSuperset(of: Self.writing))
  }

  @Test(arguments: writing, ["ENOSPC", "EIO", "EACCES"])
  func `whichever writing call fails, the old site stands or the new one is published`(
    call: String, error: String
  ) throws {
    try rebuildOld()
    let times = try site.times(of: call, seed: 5)
    try rebuildOld()
    let hits = try times.count { try isHit(error, at: call, $0, of: times.count) }
    print("\(error) at \(call): \(hits) of \(times.count)")
    // A task that goes on in another thread begins to count anew there.
    #expect(hits * 2 > times.count)
  }

  private static let otherFailures: [(call: String, errors: [String])] = [
    ("openat", ["EMFILE", "EIO", "EACCES"]), ("linkat", ["EMLINK"]),
    ("renameat2", ["EINVAL", "EBUSY"]),
    ("fchmod", ["EPERM"]), ("fchmodat", ["EPERM"]), ("fchownat", ["EPERM"]),
    ("close", ["EIO", "ENOSPC"]), ("flock", ["ENOLCK"]), ("getdents64", ["EIO"]),
    ("read", ["EIO"]), ("newfstatat", ["EIO"]),
  ]

  @Test(arguments: otherFailures)
  func `when another call fails the old site stands, or the new one is published all the same`(
    call: String, errors: [String]
  ) throws {
    try rebuildOld()
    let count = try site.machine.count(call, of: site.build("new"))
    try rebuildOld()
    var generator = SeededGenerator(seed: UInt64(call.utf8.count))
    var hits = 0
    for error in errors {
      for time in sample(count, &generator) where try isHit(error, at: call, time, of: count) {
        hits += 1
      }
    }
    #expect(hits > 0)
  }

  /// Upon the old site; leaves it as it was.
  private func isHit(
    _ error: String, at call: String, _ time: Int, of count: Int
  ) throws -> Bool {
    let what = "\(error) at \(call) \(time) of \(count)"
    let fault = Fault(call: call, effect: .error(error), time: time)
    let (ended, isHit) = try site.machine.run(site.build("new"), with: fault)
    switch ended.code {
    case 0:
      #expect(try site.published().difference(from: site.new) == nil, "\(what)")
    case 3:
      #expect(try site.published().difference(from: site.old) == nil, "\(what)")
      site.check(ended.error, after: error, what)
    default: Issue.record("\(what): \(ended)")
    }
    #expect(try site.scratch.names("www") == ["site"], "\(what)")
    if ended.code != 0 && time % 16 == 1 { try site.checkNextBuild(of: "new", after: what) }
    if ended.code == 0 || time % 16 == 1 { try site.checkNextBuild(of: "old", after: what) }
    return isHit
  }

  @Test(arguments: writing + ["close"])
  func `a build killed at a call leaves the old or the new site whole`(call: String) throws {
    try rebuildOld()
    let count = try site.machine.count(call, of: site.build("new"))
    var generator = SeededGenerator(seed: 7)
    var hits = 0
    for time in sample(count, &generator) {
      try rebuildOld()
      let what = "killed at \(call) \(time) of \(count)"
      let fault = Fault(call: call, effect: .kill, time: time)
      let (ended, isHit) = try site.machine.run(site.build("new"), with: fault)
      #expect(isHit == (ended.signal == SIGKILL), "\(what)")
      if isHit { hits += 1 }
      let found = try site.published()
      #expect(
        found == site.old || found == site.new, "\(what): \(found.difference(from: site.old) ?? "")"
      )
      try site.checkNextBuild(of: "new", after: what)
    }
    #expect(hits > 0)
  }
}
