import Foundation
import Glibc
import Testing

// Several builds of one output folder at the same time: one is at work, the others say so at once
// or find nothing to do, and the result is whole.

@Suite struct SimultaneousTests {
  private let scratch: ScratchFolder
  private let busy =
    "spravka: another build is at work in 'www': wait for its end, or stop it\n"

  init() throws {
    scratch = try ScratchFolder()
    try SampleSite.many(120, version: 0).write(to: scratch, at: "old")
    try SampleSite.many(120, version: 1).write(to: scratch, at: "new")
  }

  private func build(_ site: String, to output: String) -> Program {
    Program(
      words: [Program.spravka, "build", "--site", site, "--output", output], folder: scratch.path)
  }

  @Test func `while one build is at work another one gives up at once`() throws {
    #expect(try build("old", to: "www").run().code == 0)
    let before = try FolderStamps(scratch.at("www"))
    // This test is the build at work: it holds the folder's lock until it has seen the other end.
    let folder = unsafe open(scratch.at("www"), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    try #require(flock(folder, LOCK_EX | LOCK_NB) == 0)
    let ended = try build("new", to: "www").run()
    #expect(ended.error == busy)
    #expect(ended.code == 3)
    #expect(ended.output.isEmpty)
    #expect(try build("old", to: "www").run().error.hasPrefix("Nothing has changed"))
    #expect(try FolderStamps(scratch.at("www")).touched(since: before) == [])
    close(folder)
    #expect(try build("new", to: "www").run().code == 0)
  }

  @Test(arguments: [2, 4], [false, true])
  func `of several builds of two sites one wins, and the result is whole`(
    count: Int, isMounted: Bool
  ) throws {
    #expect(try build("old", to: "reference-0").run().code == 0)
    #expect(try build("new", to: "reference-1").run().code == 0)
    let references = try (0...1).map { try FolderSnapshot(scratch.at("reference-\($0)")) }
    let mount = try mount(isMounted)
    for round in 0..<3 {
      let running = try (0..<count).map { number in
        try build((round + number).isMultiple(of: 2) ? "old" : "new", to: "www").start()
      }
      let ended = try running.map { try $0.wait() }
      #expect(ended.contains { $0.code == 0 })
      for one in ended where one.code != 0 {
        #expect(one.error == busy)
        #expect(one.code == 3)
      }
      let site = try FolderSnapshot(scratch.at("www"))
      #expect(references.contains(site), "\(site.difference(from: references[0]) ?? "")")
      #expect(try scratch.names() == ["new", "old", "reference-0", "reference-1", "www"])
      // What they left is as good a beginning as any.
      #expect(try build("old", to: "www").run().code == 0)
      let next = try FolderSnapshot(scratch.at("www"))
      #expect(next.difference(from: references[0]) == nil)
    }
    withExtendedLifetime(mount) {}
  }

  /// Makes the output folder a mount point, which is published file by file.
  private func mount(_ isMounted: Bool) throws -> Mount? {
    guard isMounted else { return nil }
    guard Mount.isPossible else {
      print("not tested file by file: this user may not mount a file system in memory")
      return nil
    }
    try scratch.makeFolder("www")
    return try Mount(at: "www", in: scratch, options: "size=16m,mode=755")
  }

  @Test func `several first builds of one site make one whole site`() throws {
    let running = try (0..<4).map { _ in try build("old", to: "www/deep/site").start() }
    let ended = try running.map { try $0.wait() }
    #expect(ended.contains { $0.code == 0 })
    for one in ended where one.code != 0 {
      #expect(one.error == busy.replacing("www", with: "www/deep/site"))
      #expect(one.code == 3)
    }
    #expect(try build("old", to: "reference").run().code == 0)
    let site = try FolderSnapshot(scratch.at("www/deep/site"))
    #expect(site.difference(from: try FolderSnapshot(scratch.at("reference"))) == nil)
    #expect(try scratch.names("www/deep") == ["site"])
  }
}
