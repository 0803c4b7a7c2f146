import Glibc
import Testing

@testable import SpravkaKit

@Suite struct EmitFailureTests {
  private let disk: EmitScratch
  private var scratch: ScratchFolder { disk.scratch }

  init() throws {
    disk = try EmitScratch()
  }

  /// A name that no file system takes: the only failure that needs no rights and no full disk.
  private let unwritable = outputs([
    "a.html": "new", "\(String(repeating: "x", count: 256)).html": "too long",
    "z.html": "new",
  ])

  @Test func `a failed build leaves the old site as it was, byte for byte`() async throws {
    try await disk.emit(["a.html": "old", "b/index.html": "old"])
    try scratch.write("site/public/CNAME", "help.example")
    let (before, folder) = (try scratch.lines("site"), try disk.status("."))
    let error = await disk.refusal(unwritable)
    let path = scratch.at("site/public/") + String(repeating: "x", count: 256)
    #expect(
      error?.message
        == "cannot write '\(path).html': the name is too long; shorten the article's path; the"
        + " old site stands")
    #expect(try scratch.lines("site") == before)
    #expect(try disk.status(".").identity == folder.identity)
    #expect(try disk.status(".").modified == folder.modified)
  }

  @Test func `a failed first build publishes nothing and says so`() async throws {
    let error = await disk.refusal(unwritable)
    #expect(error?.message.hasSuffix("; nothing was published") == true)
    #expect(try disk.site().isEmpty)
    #expect(try disk.siblings() == ["content", "public"])
  }

  @Test func `a failed build file by file leaves the old site as it was`() async throws {
    try await disk.emit(["a.html": "old"])
    let before = try scratch.lines("site")
    let emission = try Emission(unwritable, disk.target)
    await #expect(throws: FileByFileError.self) {
      try await emission.publishFileByFile(because: "a test wants it")
    }
    #expect(try scratch.lines("site") == before)
  }

  @Test func `a full disk is called by its name, and the old site stands`() async throws {
    var disk = disk
    try scratch.makeFolder("small")
    guard let mount = TemporaryMount(at: scratch.at("small"), kilobytes: 512) else { return }
    disk.target.output = scratch.at("small/public")
    try await disk.emit(["a.html": "old", "b.html": "old"])
    let before = try scratch.lines("small")
    let big = [UInt8](repeating: 7, count: 100_000)
    let pages = (0..<20).map { Output(path: "p\($0).html", content: .bytes(big)) }
    let error = await disk.refusal(outputs(["a.html": "new"]) + pages)
    guard case .failed(let failure, .oldSiteStands)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(
      error?.message
        == "the disk is full: cannot write '\(failure.path)'; free some space and build again;"
        + " the old site stands")
    #expect(try scratch.lines("small") == before)
    withExtendedLifetime(mount) {}
  }

  @Test func `a mount point is published file by file, and again when nothing changed`()
    async throws
  {
    try scratch.makeFolder("site/public")
    guard let mount = TemporaryMount(at: scratch.at("site/public")) else { return }
    let report = try await disk.emit(["a/index.html": "a", "x.css": "x"])
    #expect(report.exchange == .fileByFile(because: "the output folder is a mount point"))
    #expect(report.written == 2)
    #expect(try disk.site() == ["a/", "a/index.html: a", "x.css: x"])
    #expect(await unchangedBuild(disk.target) != nil)
    #expect(try await disk.emit(["a/index.html": "a", "x.css": "x"]).exchange == .none)
    withExtendedLifetime(mount) {}
  }

  @Test func `a full disk at a mount point leaves the old site`() async throws {
    try scratch.makeFolder("site/public")
    guard let mount = TemporaryMount(at: scratch.at("site/public"), kilobytes: 256) else { return }
    try await disk.emit(["a.html": "old"])
    let before = try scratch.lines("site")
    let big = [UInt8](repeating: 7, count: 300_000)
    let error = await disk.refusal(
      outputs(["a.html": "new"]) + [Output(path: "z.html", content: .bytes(big))])
    #expect(error?.message.hasPrefix("the disk is full: cannot write") == true)
    #expect(error?.message.hasSuffix("the old site stands") == true)
    #expect(try scratch.lines("site") == before)
    withExtendedLifetime(mount) {}
  }

  @Test func `a failure in the middle of moving says so, and the next build mends it`()
    async throws
  {
    try await disk.emit(["a.html": "1"])
    try scratch.makeFolder("site/public/sub")
    var mount = TemporaryMount(at: scratch.at("site/public/sub"))
    guard mount != nil else { return }
    let error = await disk.refusal(outputs(["moved.css": "2", "sub/z.html": "2"]))
    #expect(
      error?.message
        == "cannot rename '\(scratch.at("site/public/sub/z.html"))': Invalid cross-device link; a"
        + " part of the new site is in place, and the next build mends it")
    #expect(try disk.site() == ["a.html: 1", "moved.css: 2", "sub/"])
    #expect(await unchangedBuild(disk.target) == nil)
    mount = nil
    #expect(try await disk.emit(["a.html": "1"]).dropped == 1)
    #expect(try disk.site() == ["a.html: 1"])
  }

  @Test func `a folder above that may not be written makes it go file by file`() throws {
    try scratch.makeFolder("site/public")
    try scratch.setPermissions("site", 0o555)
    defer { try? scratch.setPermissions("site", 0o755) }
    // Only its first step, which is synchronous: one thread alone can do without root's rights.
    try withoutPrivileges {
      let emission = try Emission([], disk.target)
      #expect {
        _ = try emission.makeStagingBeside()
      } throws: { error in
        (error as? SystemError)?.whyNotWhole
          == "the folder above the output folder cannot be written: Permission denied"
      }
    }
  }

  @Test(arguments: [
    (
      SystemError.Operation.exchange, EINVAL, "its file system cannot exchange folders" as String?
    ),
    (.exchange, EBUSY, "the output folder is a mount point"),
    (.exchange, EXDEV, "the output folder is a mount point"),
    (.exchange, EPERM, "the output folder cannot be exchanged: Operation not permitted"),
    (.stage, EROFS, "the folder above the output folder cannot be written: Read-only file system"),
    (.carryOver, EACCES, "'x' cannot be carried over: Permission denied"),
    (.carryOver, ENOSPC, nil),
    (.exchange, EIO, nil),
    (.write, EACCES, nil),
  ])
  func `what forbids an exchange is told from what forbids all`(
    operation: SystemError.Operation, code: Int32, words: String?
  ) {
    #expect(SystemError(operation, "x", code).whyNotWhole == words)
  }

  @Test(arguments: [
    (
      ENOSPC,
      "the disk is full: cannot write 'x'; free some space and build again; the old site stands"
    ),
    (
      EDQUOT,
      "the disk quota is used up: cannot write 'x'; free some space and build again; the old"
        + " site stands"
    ),
    (
      EACCES,
      "cannot write 'x': no permission; give this user the right to it; the old site stands"
    ),
    (
      EROFS,
      "cannot write 'x': the file system is read-only; choose another output folder; the old site"
        + " stands"
    ),
    (
      EMFILE,
      "cannot write 'x': too many open files; raise the limit (ulimit -n); the old site stands"
    ),
    (EFBIG, "cannot write 'x': over the limit for files (ulimit -f); the old site stands"),
    (
      ESTALE,
      "cannot write 'x': another program replaced it during the build; build again; the old site"
        + " stands"
    ),
    (EIO, "cannot write 'x': Input/output error; the old site stands"),
  ])
  func `a failure says what to do`(code: Int32, words: String) {
    #expect(EmitError.failed(SystemError(.write, "x", code), .oldSiteStands).message == words)
  }
}
