import Testing

@testable import SpravkaKit

@Suite struct EmitFileByFileTests {
  private let disk: EmitScratch
  private var scratch: ScratchFolder { disk.scratch }

  init() throws {
    disk = try EmitScratch()
  }

  @discardableResult
  private func emit(_ pages: KeyValuePairs<String, String>) async throws -> EmitReport {
    try await Way.fileByFile.emit(outputs(pages), to: disk.target)
  }

  @Test func `the report says so and why`() async throws {
    try await emit(["a.html": "a", "b.html": "b", "old/x/index.html": "old"])
    let report = try await emit(["a.html": "a", "b.html": "B", "c/index.html": "c"])
    #expect(
      report
        == EmitReport(
          exchange: .fileByFile(because: "a test wants it"), written: 2, unchanged: 1, dropped: 1,
          carriedOver: 0, bytes: 3))
    #expect(try disk.site() == ["a.html: a", "b.html: B", "c/", "c/index.html: c"])
    #expect(await unchangedBuild(disk.target) != nil)
  }

  @Test func `only what changed is touched`() async throws {
    try await emit(["a.html": "a", "b.html": "b"])
    let (a, folder) = (try disk.status("a.html"), try disk.status("."))
    try await emit(["a.html": "a", "b.html": "B"])
    #expect(try disk.status("a.html").identity == a.identity)
    #expect(try disk.status(".").identity == folder.identity)
  }

  @Test func `what pages need is moved before the pages`() throws {
    let list = try OutputList(
      outputs(["a.html": "", "b.css": "", "c/index.html": "", "c/d.png": "", "same.js": ""]))
    let files = list.paths.map { path in
      StagedFile(size: 0, isUnchanged: path == RawPath("same.js"), source: nil)
    }
    let site = StagedSite(outputs: list, files: files)
    #expect(
      site.inOrderOfMoving.map { list.paths[$0].shown } == [
        "b.css", "c/d.png", "a.html", "c/index.html",
      ])
  }

  @Test func `pages are dropped before what they need`() {
    let paths = ["a.css", "b.html", "c/d.png", "c/index.html"].map { RawPath($0) }
    #expect(
      Emission.inOrderOfDropping(paths).map(\.shown) == [
        "b.html", "c/index.html", "a.css", "c/d.png",
      ])
  }

  @Test func `files and folders may change places`() async throws {
    try await emit(["a": "file", "b/index.html": "folder", "c/d/e": "deep"])
    let report = try await emit(["a/index.html": "folder", "b": "file", "c/d": "up"])
    #expect(try disk.site() == ["a/", "a/index.html: folder", "b: file", "c/", "c/d: up"])
    #expect(report.overridden.isEmpty && report.dropped == 3)
  }

  @Test func `the next build mends what a kill in the middle has left`() async throws {
    try await emit(["a.html": "1", "only-old.html": "1"])
    // As a build leaves it that is killed after the first files were moved.
    do {
      let next = outputs(["a.html": "2", "b.html": "2", "only-killed.html": "2"])
      let emission = try Emission(next, disk.target)
      let staging = try StagingFolder(.stagingInside, in: emission.old, shownAs: "public")
      let site = try await emission.stager(staging).stage(jobs: 1)
      try emission.putMark(emission.unfinishedMark(site), by: staging)
      try staging.folder.rename(RawPath("only-killed.html"), to: emission.old)
      try staging.folder.rename(RawPath("a.html"), to: emission.old)
    }
    #expect(
      try disk.site() == [
        ".spravka-new/", ".spravka-new/b.html: 2", "a.html: 2", "only-killed.html: 2",
        "only-old.html: 1",
      ])
    #expect(await unchangedBuild(disk.target) == nil)
    let report = try await disk.emit(["a.html": "1", "b.html": "3"])
    #expect(try disk.site() == ["a.html: 1", "b.html: 3"])
    #expect(report.dropped == 2 && report.overridden.isEmpty)
  }

  @Test func `folders go whose files a build removed before it was stopped`() async throws {
    try await emit(["a.html": "1", "stale/deep/x.html": "1"])
    try scratch.remove("site/public/stale/deep/x.html")
    try await emit(["a.html": "2"])
    #expect(try disk.site() == ["a.html: 2"])
  }

  @Test func `a folder that a killed build has kept to itself is opened`() async throws {
    try await emit(["a/b/index.html": "1", "c/index.html": "1"])
    try scratch.setPermissions("site/public/a", 0o2700)
    try scratch.setPermissions("site/public/c", 0o700)
    try await emit(["a/b/index.html": "2", "c/index.html": "1"])
    #expect(try disk.status("a").permissions == 0o2755)
    #expect(try disk.status("c").permissions == 0o755)
  }

  @Test func `a build that dies while it lays ready is no harm`() async throws {
    try await emit(["a.html": "1"])
    try scratch.write("site/public/.spravka-new/a.html", "2")
    #expect(await unchangedBuild(disk.target) == nil)
    #expect(try await emit(["a.html": "1"]).unchanged == 1)
    #expect(try disk.site() == ["a.html: 1"])
  }

  @Test func `both ways lead to the same bytes, mark included`() async throws {
    let other = try EmitScratch()
    for pages in [outputs(["a/x": "1", "b": "2"]), outputs(["a/x": "1", "c/d": "3"])] {
      _ = try await Way.fileByFile.emit(pages, to: disk.target)
      _ = try await Way.whole.emit(pages, to: other.target)
    }
    #expect(try scratch.lines("site/public") == (try other.scratch.lines("site/public")))
  }
}
