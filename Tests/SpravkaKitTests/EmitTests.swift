import Glibc
import Testing

@testable import SpravkaKit

@Suite struct EmitTests {
  private let disk: EmitScratch
  private let old: FileTimeKeeper

  init() throws {
    disk = try EmitScratch()
    old = FileTimeKeeper(scratch: disk.scratch)
  }

  @Test func `a first build writes all files and leaves nothing else`() async throws {
    let report = try await disk.emit(["index.html": "home", "a/b/index.html": "b", "a/x": ""])
    #expect(
      try disk.site() == ["a/", "a/b/", "a/b/index.html: b", "a/x: ", "index.html: home"])
    #expect(try disk.siblings() == ["content", "public"])
    #expect(
      report
        == EmitReport(
          exchange: .whole, written: 3, unchanged: 0, dropped: 0, carriedOver: 0, bytes: 5))
  }

  @Test func `missing folders above the output are made`() async throws {
    var disk = disk
    disk.target.output = disk.scratch.at("site/build/deep/public")
    try await disk.emit(["index.html": "home"])
    #expect(disk.scratch.text("site/build/deep/public/index.html") == "home")
  }

  @Test func `an unchanged file stays the same file, a changed one is new`() async throws {
    try await disk.emit(["a/index.html": "same", "b/index.html": "old", "c/index.html": "old"])
    for name in ["a", "b", "c"] { try old.age("site/public/\(name)/index.html") }
    let before = try disk.status("a/index.html")
    let report = try await disk.emit(["a/index.html": "same", "b/index.html": "new"])
    let after = try disk.status("a/index.html")
    #expect(after.identity == before.identity)
    #expect(after.modified == before.modified)
    #expect(try disk.status("b/index.html").modified > before.modified)
    #expect(try disk.site() == ["a/", "a/index.html: same", "b/", "b/index.html: new"])
    #expect(
      report
        == EmitReport(
          exchange: .whole, written: 1, unchanged: 1, dropped: 1, carriedOver: 0, bytes: 7))
  }

  @Test func `a file of the same size with other bytes is changed`() async throws {
    let (one, other) = (
      String(repeating: "a", count: 300_000), String(repeating: "a", count: 299_999)
    )
    try await disk.emit(["big.js": one])
    #expect(try await disk.emit(["big.js": one]).unchanged == 1)
    #expect(try await disk.emit(["big.js": other + "b"]).written == 1)
    #expect(try await disk.emit(["big.js": "b" + other]).written == 1)
    #expect(disk.scratch.text("site/public/big.js") == "b" + other)
  }

  @Test func `when nothing changed the site is not touched, and the mark is renewed`() async throws
  {
    var disk = disk
    try await disk.emit(["a/index.html": "a"])
    try old.age("site/public/.spravka")
    let (folder, mark) = (try disk.status("a"), try disk.status(".spravka"))
    disk.target.inputs = InputDigest(digest: Digest(of: [2]))
    let report = try await disk.emit(["a/index.html": "a"])
    #expect(report == EmitReport(exchange: .none, written: 0, unchanged: 1, bytes: 1))
    #expect(try disk.status("a").identity == folder.identity)
    #expect(try disk.status(".spravka").modified > mark.modified)
    #expect(await unchangedBuild(disk.target) != nil)
    #expect(try disk.siblings() == ["content", "public"])
  }

  @Test func `no outputs make an empty site`() async throws {
    try await disk.emit(["a/index.html": "a"])
    #expect(try await disk.emit([:]).dropped == 1)
    #expect(try disk.site().isEmpty)
  }

  @Test func `a build that keeps no files writes all anew`() async throws {
    var disk = disk
    try await disk.emit(["a.html": "a"])
    let before = try disk.status("a.html").identity
    disk.target.keepsFiles = false
    #expect(try await disk.emit(["a.html": "a"]).written == 1)
    #expect(try disk.status("a.html").identity != before)
  }

  @Test(arguments: [mode_t(0), 0o022, 0o077, 0o777])
  func `permissions do not depend on the umask`(mask: mode_t) async throws {
    var disk = disk
    disk.target.jobs = 1
    guard let before = ownUmask(mask) else {
      return print("not tested: the system gives no thread a umask of its own")
    }
    let thread = pthread_self()
    try await disk.emit(["a/b/index.html": "b", "x.css": "x"])
    try #require(thread == pthread_self(), "with one job all is done by one thread")
    umask(before)
    #expect(try disk.status(".").permissions == 0o755)
    #expect(try disk.status("a").permissions == 0o755)
    #expect(try disk.status("a/b").permissions == 0o755)
    #expect(try disk.status("a/b/index.html").permissions == 0o644)
    #expect(try disk.status("x.css").permissions == 0o644)
    #expect(try disk.status(".spravka").permissions == 0o644)
  }

  @Test func `the output folder keeps its permissions, and a file gets its own back`() async throws
  {
    try await disk.emit(["a.html": "a", "b.html": "b"])
    try disk.scratch.setPermissions("site/public", 0o2770)
    try disk.scratch.setPermissions("site/public/a.html", 0o600)
    #expect(try await disk.emit(["a.html": "a", "b.html": "B"]).written == 2)
    #expect(try disk.status(".").permissions == 0o2770)
    #expect(try disk.status("a.html").permissions == 0o644)
  }

  @Test func `the output may be reached by a link, which stays`() async throws {
    var disk = disk
    try disk.scratch.makeFolder("www")
    try disk.scratch.link("site/public", to: "../www")
    try await disk.emit(["a.html": "a"])
    try await disk.emit(["a.html": "b"])
    #expect(disk.scratch.text("www/a.html") == "b")
    #expect(try disk.scratch.status("site/public")?.kind == .link)
    disk.target.output = disk.scratch.at("www")
    #expect(try await disk.emit(["a.html": "b"]).unchanged == 1)
  }

  @Test func `the result does not depend on the place or the number of jobs`() async throws {
    var other = try EmitScratch()
    other.target.jobs = 1
    let pages = (0..<300).map { number in
      Output(path: "p\(number)/index.html", content: .bytes(Array("page \(number)".utf8)))
    }
    _ = try await emit(pages, to: disk.target)
    _ = try await emit(pages.reversed(), to: other.target)
    #expect(try disk.scratch.lines("site/public") == (try other.scratch.lines("site/public")))
    #expect(try disk.scratch.lines("site/public").count == 601)
  }

  @Test func `files and folders may change places between builds`() async throws {
    try await disk.emit(["a": "file", "b/index.html": "folder", "c/d/e": "deep"])
    let report = try await disk.emit(["a/index.html": "folder", "b": "file", "c/d": "up"])
    #expect(
      try disk.site() == ["a/", "a/index.html: folder", "b: file", "c/", "c/d: up"])
    #expect(report.overridden.isEmpty)
    #expect(report.dropped == 3)
  }

  @Test func `what a killed build has left is cleared`() async throws {
    try await disk.emit(["a.html": "a"])
    try disk.scratch.write("site/.public.spravka-new/a/b.html", "half")
    try disk.scratch.write("site/public/.spravka-new/a.html", "half")
    try await disk.emit(["a.html": "b"])
    #expect(try disk.site() == ["a.html: b"])
    #expect(try disk.siblings() == ["content", "public"])
  }

  @Test func `what came into the old tree at the last moment is brought over`() async throws {
    try await disk.emit(["a.html": "a"])
    try disk.scratch.write("site/public/CNAME", "early")
    let emission = try Emission(outputs(["a.html": "b"]), disk.target)
    let staging = try emission.makeStagingBeside()
    let tree = try Tree(below: .here, in: emission.old, enteringMounts: false)
    try disk.scratch.write("site/public/.well-known/acme/token", "late")
    try disk.scratch.write("site/.public.spravka-new/a.html", "b")
    try staging.above.exchange(staging.name, emission.place.name)
    await emission.clearOld(tree, staging)
    #expect(
      try disk.site() == [
        ".well-known/", ".well-known/acme/", ".well-known/acme/token: late", "a.html: b",
      ])
    #expect(try disk.siblings() == ["content", "public"])
  }
}

/// Makes files look old.
struct FileTimeKeeper {
  let scratch: ScratchFolder

  func age(_ name: String) throws { try scratch.setTime(name, 1_000_000_000) }
}
