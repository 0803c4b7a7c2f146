import Glibc
import Testing

@testable import SpravkaKit

/// Files of others in the output folder, under both ways of publishing.
@Suite struct EmitForeignTests {
  private let disk: EmitScratch
  private var scratch: ScratchFolder { disk.scratch }

  init() throws {
    disk = try EmitScratch()
  }

  private func emit(
    _ way: Way, _ pages: KeyValuePairs<String, String>
  ) async throws -> EmitReport {
    try await way.emit(outputs(pages), to: disk.target)
  }

  @Test(arguments: Way.allCases)
  func `files, folders and links of others stay as they are`(way: Way) async throws {
    _ = try await emit(way, ["a/index.html": "a", "old/index.html": "old"])
    try scratch.write("site/public/CNAME", "help.example")
    try scratch.write("site/public/.git/objects/ab/cd", "object")
    try scratch.makeFolder("site/public/.git/refs/tags")
    try scratch.write("site/public/a/note.txt", "beside ours")
    try scratch.write("site/public/old/note.txt", "in a folder that we leave")
    try scratch.link("site/public/latest", to: "a/index.html")
    try scratch.link("site/public/dead", to: "/nowhere")
    try #require(unsafe mkfifo(scratch.at("site/public/pipe"), 0o600) == 0)
    scratch.write(rawName: Array("site/public/".utf8) + [0xFF])
    try scratch.setPermissions("site/public/.git/objects", 0o500)
    try scratch.setPermissions("site/public/CNAME", 0o600)
    defer { try? scratch.setPermissions("site/public/.git/objects", 0o700) }
    let before = try disk.status("CNAME")
    let report = try await emit(way, ["a/index.html": "A"])
    #expect(
      try disk.site() == [
        ".git/", ".git/objects/", ".git/objects/ab/", ".git/objects/ab/cd: object",
        ".git/refs/", ".git/refs/tags/", "CNAME: help.example", "\\xFF: ", "a/",
        "a/index.html: A", "a/note.txt: beside ours", "dead -> /nowhere",
        "latest -> a/index.html", "old/", "old/note.txt: in a folder that we leave",
        "pipe (pipe)",
      ])
    let after = try disk.status("CNAME")
    #expect(after.identity == before.identity && after.permissions == 0o600)
    #expect(after.modified == before.modified)
    #expect(try disk.status(".git/objects").permissions == 0o500)
    #expect(try disk.siblings() == ["content", "public"])
    #expect(report.carriedOver == 8)
    #expect(report.overridden.isEmpty)
    #expect(report.dropped == 1)
  }

  @Test(arguments: Way.allCases)
  func `dotfiles in a folder that has no mark yet are kept`(way: Way) async throws {
    try scratch.write("site/public/.gitignore", "*\n")
    try scratch.makeFolder("site/public/.well-known")
    _ = try await emit(way, ["a.html": "a"])
    #expect(try disk.site() == [".gitignore: *\n", ".well-known/", "a.html: a"])
  }

  @Test(arguments: Way.allCases)
  func `a file of others does not hide one of ours, and the report names it`(
    way: Way
  ) async throws {
    _ = try await emit(way, ["a.html": "a"])
    try scratch.write("site/public/robots.txt", "theirs")
    try scratch.write("site/public/same.txt", "same")
    try scratch.write("site/public/wall", "a file where a folder must be")
    try scratch.write("site/public/sitemap.xml/inside.txt", "a folder where a file must be")
    try scratch.write("site/elsewhere/index.html", "elsewhere")
    try scratch.link("site/public/link", to: "../elsewhere")
    try scratch.link("site/public/page.html", to: "a.html")
    let report = try await emit(
      way,
      [
        "a.html": "a", "link/index.html": "elsewhere", "page.html": "a", "robots.txt": "ours",
        "same.txt": "same", "sitemap.xml": "ours", "wall/index.html": "ours",
      ])
    #expect(
      try disk.site() == [
        "a.html: a", "link/", "link/index.html: elsewhere", "page.html: a", "robots.txt: ours",
        "same.txt: same", "sitemap.xml: ours", "wall/", "wall/index.html: ours",
      ])
    #expect(
      report.overridden == ["link", "page.html", "robots.txt", "sitemap.xml/inside.txt", "wall"])
    #expect(report.carriedOver == 0)
    #expect(scratch.text("site/elsewhere/index.html") == "elsewhere")
    #expect(
      try disk.status("link/index.html").identity
        != (try scratch.status("site/elsewhere/index.html")?.identity))
  }

  @Test(arguments: Way.allCases)
  func `a stale file behind a link of others is not removed`(way: Way) async throws {
    _ = try await emit(way, ["a/old.html": "old", "b.html": "b"])
    try scratch.write("site/elsewhere/old.html", "theirs")
    try scratch.remove("site/public/a")
    try scratch.link("site/public/a", to: "../elsewhere")
    _ = try await emit(way, ["b.html": "B"])
    #expect(try disk.site() == ["a -> ../elsewhere", "b.html: B"])
    #expect(scratch.text("site/elsewhere/old.html") == "theirs")
  }

  @Test(arguments: Way.allCases)
  func `with a damaged mark nothing is dropped and nobody is accused`(way: Way) async throws {
    _ = try await emit(way, ["a.html": "a", "old.html": "old"])
    try scratch.write("site/public/.spravka", "spravka 0\nwhatever\n")
    let report = try await emit(way, ["a.html": "A", "b.html": "b"])
    #expect(try disk.site() == ["a.html: A", "b.html: b", "old.html: old"])
    #expect(report.dropped == 0 && report.overridden.isEmpty && report.carriedOver == 1)
    #expect(await unchangedBuild(disk.target) != nil)
  }

  @Test func `what cannot be linked from a mount makes it go file by file`() async throws {
    try await disk.emit(["a.html": "a"])
    try scratch.makeFolder("site/public/uploads")
    guard let mount = TemporaryMount(at: scratch.at("site/public/uploads")) else { return }
    try scratch.write("site/public/uploads/x.txt", "x")
    let report = try await disk.emit(["a.html": "b"])
    #expect(
      report.exchange
        == .fileByFile(
          because: "'\(scratch.at("site/public/uploads"))' cannot be carried over:"
            + " Invalid cross-device link"))
    #expect(try disk.site() == ["a.html: b", "uploads/", "uploads/x.txt: x"])
    withExtendedLifetime(mount) {}
  }

  @Test func `a folder of the same device that is mounted stays, even when it is empty`()
    async throws
  {
    try await disk.emit(["a.html": "a"])
    try scratch.makeFolder("site/public/uploads")
    try scratch.makeFolder("uploads")
    guard
      let mount = TemporaryMount(
        at: scratch.at("site/public/uploads"), of: scratch.at("uploads"))
    else { return }
    let report = try await disk.emit(["a.html": "b"])
    #expect(report.exchange != .whole)
    try scratch.write("uploads/x.txt", "x")
    #expect(try disk.site() == ["a.html: b", "uploads/", "uploads/x.txt: x"])
    let folder = try Folder(scratch.path)
    folder.removeTree(RawPath("site/public"))
    #expect(scratch.text("uploads/x.txt") == "x")
    withExtendedLifetime(mount) {}
  }
}
