import Testing

@testable import SpravkaKit

@Suite struct EmitCopyTests {
  private let disk: EmitScratch
  private let picture = [Output(path: "img/qr.png", content: .copy(of: "content/qr.png"))]

  init() throws {
    disk = try EmitScratch()
  }

  @Test func `a file is copied, so that editing it in place does not change the site`() async throws
  {
    try disk.scratch.write("site/content/qr.png", "picture")
    let report = try await emit(picture, to: disk.target)
    #expect(report.written == 1 && report.bytes == 7)
    #expect(disk.scratch.text("site/public/img/qr.png") == "picture")
    let source = try #require(try disk.scratch.status("site/content/qr.png"))
    #expect(try disk.status("img/qr.png").identity != source.identity)
  }

  @Test(arguments: [0, 1, 262_143, 262_144, 262_145, 600_000])
  func `copies of any size are kept when they are the same`(size: Int) async throws {
    var bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 / 7) }
    try disk.scratch.write("site/content/qr.png", bytes: bytes)
    #expect(try await emit(picture, to: disk.target).written == 1)
    let first = try disk.status("img/qr.png").identity
    #expect(try await emit(picture, to: disk.target).unchanged == 1)
    #expect(try disk.status("img/qr.png").identity == first)
    guard size > 0 else { return }
    bytes[size - 1] ^= 1
    try disk.scratch.write("site/content/qr.png", bytes: bytes)
    #expect(try await emit(picture, to: disk.target).written == 1)
    let published = try Folder(disk.scratch.path).contents(
      RawPath("site/public/img/qr.png"), limit: .max)
    #expect(published.bytes == bytes)
  }

  @Test func `the mark remembers what a copy was made from`() async throws {
    try disk.scratch.write("site/content/qr.png", "picture")
    _ = try await emit(picture, to: disk.target)
    let expected = "7\timg/qr.png\t\(Digest(of: Array("picture".utf8)).hex)\tcontent/qr.png\n"
    #expect(disk.scratch.text("site/public/.spravka")?.contains(expected) == true)
    // The same when the copy was kept.
    _ = try await emit(picture + outputs(["a": "a"]), to: disk.target)
    #expect(disk.scratch.text("site/public/.spravka")?.contains(expected) == true)
  }

  @Test func `a source that is gone stops the build, and the old site stands`() async throws {
    try disk.scratch.write("site/content/qr.png", "picture")
    _ = try await emit(picture, to: disk.target)
    try disk.scratch.remove("site/content/qr.png")
    let before = try disk.scratch.lines("site")
    let error = await disk.refusal(picture + outputs(["a.html": "new"]))
    let source = disk.scratch.at("site/content/qr.png")
    #expect(
      error?.message == "cannot open '\(source)': No such file or directory; the old site stands")
    #expect(try disk.scratch.lines("site") == before)
  }

  @Test func `a source that is a folder stops the build`() async throws {
    try disk.scratch.makeFolder("site/content/qr.png")
    let source = disk.scratch.at("site/content/qr.png")
    #expect(
      await disk.refusal(picture)?.message
        == "cannot copy '\(source)': Invalid argument; nothing was published")
  }

  @Test func `a source outside of the site is refused`() async throws {
    for source in ["../secret", "/etc/passwd", "a/../../b", "", "a\tb"] {
      let error = await disk.refusal([Output(path: "x", content: .copy(of: source))])
      #expect(
        error
          == .refused(
            "'\(shownText(source.utf8))' cannot be copied: it is no path in the site"))
    }
  }
}
