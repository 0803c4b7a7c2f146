import Glibc
import Testing

@testable import SpravkaKit

@Suite struct LastBuildTests {
  private var disk: EmitScratch
  private var scratch: ScratchFolder { disk.scratch }

  init() async throws {
    disk = try EmitScratch()
    try scratch.write("site/content/qr.png", "picture")
    let pages = outputs(["a/index.html": "page", "b.css": "style"])
    _ = try await emit(
      pages + [Output(path: "qr.png", content: .copy(of: "content/qr.png"))], to: disk.target)
  }

  @Test func `nothing to do when inputs and files are the same`() async throws {
    let before = try scratch.lines()
    let expected = LastBuild(files: 3, bytes: 16, warnings: 3)
    #expect(await unchangedBuild(disk.target) == expected)
    #expect(await unchangedBuild(disk.target) == expected)
    #expect(try scratch.lines() == before)
    // Others' files are none of ours.
    try scratch.write("site/public/CNAME", "help.example")
    #expect(await unchangedBuild(disk.target) == expected)
  }

  @Test func `other inputs are something to do`() async {
    var disk = disk
    disk.target.inputs = InputDigest(digest: Digest(of: [2]))
    #expect(await unchangedBuild(disk.target) == nil)
  }

  @Test func `another folder is something to do`() async {
    var disk = disk
    disk.target.output = scratch.at("site/other")
    #expect(await unchangedBuild(disk.target) == nil)
  }

  @Test(arguments: Tampering.allCases)
  func `whatever is changed in the output is noticed`(tampering: Tampering) async throws {
    #expect(await unchangedBuild(disk.target) != nil)
    switch tampering {
    case .missingFile: try scratch.remove("site/public/b.css")
    case .missingFolder: try scratch.remove("site/public/a")
    case .otherSize: try scratch.write("site/public/b.css", "styles")
    case .sameSizeLater:
      try scratch.write("site/public/b.css", "STYLE")
      try scratch.setTime("site/public/b.css", 4_000_000_000)
    case .link:
      try scratch.remove("site/public/b.css")
      try scratch.write("site/style", "style")
      try scratch.link("site/public/b.css", to: "../style")
    case .folder:
      try scratch.remove("site/public/b.css")
      try scratch.makeFolder("site/public/b.css")
    case .missingMark: try scratch.remove("site/public/.spravka")
    case .damagedMark: try scratch.write("site/public/.spravka", "spravka 1\n")
    case .changedSource: try scratch.write("site/content/qr.png", "PICTURE")
    case .missingSource: try scratch.remove("site/content/qr.png")
    case .killedBuild: try scratch.makeFolder("site/.public.spravka-new")
    case .killedBuildInside: try scratch.makeFolder("site/public/.spravka-new")
    }
    #expect(await unchangedBuild(disk.target) == nil)
  }

  enum Tampering: CaseIterable {
    case missingFile, missingFolder, otherSize, sameSizeLater, link, folder, missingMark
    case damagedMark, changedSource, missingSource, killedBuild, killedBuildInside
  }

  @Test func `after any change a build sets things right`() async throws {
    let pages = outputs(["a/index.html": "page", "b.css": "style"])
    _ = try await emit(pages, to: disk.target)
    try scratch.write("site/public/b.css", "STYLE")
    try scratch.remove("site/public/a")
    _ = try await emit(pages, to: disk.target)
    #expect(try disk.site() == ["a/", "a/index.html: page", "b.css: style"])
    #expect(await unchangedBuild(disk.target) == LastBuild(files: 2, bytes: 9, warnings: 3))
  }
}
