import Foundation
import Testing

// A disk that is really full, or has become read-only: the machine's failure, said in words that
// help, and the old site stands byte for byte.

@Suite(.needsMounts) struct FullDiskTests {
  private let scratch: ScratchFolder
  private let reference: FolderSnapshot

  init() throws {
    scratch = try ScratchFolder()
    try SampleSite.many(40, version: 0).write(to: scratch, at: "old")
    try SampleSite.many(60, version: 1).write(to: scratch, at: "new")
    try scratch.makeFolder("disk")
    #expect(try scratch.spravka("build", "--site", "new", "--output", "reference").code == 0)
    reference = try FolderSnapshot(scratch.at("reference"))
  }

  private func build(_ site: String, _ words: String...) throws -> Ended {
    try Program(
      words: [Program.spravka, "build", "--site", site, "--output", "disk/www"] + words,
      folder: scratch.path
    ).run()
  }

  private func checkFailure(_ ended: Ended, leaves before: FolderSnapshot) throws {
    #expect(ended.code == 3)
    let words =
      /spravka: the disk is full: cannot [a-z ]+ '.*'; free some space and build again; the old site stands\n/
    #expect(ended.error.wholeMatch(of: words) != nil, "\(ended.error)")
    #expect(try FolderSnapshot(scratch.at("disk/www")).difference(from: before) == nil)
    #expect(try scratch.names("disk").filter { $0 != "ballast" } == ["www"])
  }

  /// Bytes for everything, or names: either may run out.
  ///
  /// The kernel counts the room of a tmpfs by processor and may be wrong by some hundred kilobytes,
  /// so there is twice the room that the old and the new site need.
  @Test(arguments: ["size=2m", "nr_inodes=300"])
  func `a full disk leaves the old site, and room mends all`(limit: String) throws {
    let mount = try Mount(at: "disk", in: scratch, options: limit)
    #expect(try build("old").code == 0)
    let before = try FolderSnapshot(scratch.at("disk/www"))
    try fill(limit.hasPrefix("size") ? 2 << 20 : 0)
    for words in [[], ["--clean"], ["--jobs=1"]] {
      let program = Program(
        words: [Program.spravka, "build", "--site", "new", "--output", "disk/www"] + words,
        folder: scratch.path)
      try checkFailure(try program.run(), leaves: before)
    }
    try scratch.remove("disk/ballast")
    let ended = try build("new")
    if limit.hasPrefix("size") {
      #expect(ended.code == 0, "\(ended.error)")
      #expect(try FolderSnapshot(scratch.at("disk/www")).difference(from: reference) == nil)
      #expect(try scratch.names("disk") == ["www"])
    }
    withExtendedLifetime(mount) {}
  }

  /// Leaves 40 KB of a disk of so many bytes, or so many names that a new site finds no room.
  private func fill(_ size: Int) throws {
    guard size > 0 else { return try scratch.write("disk/ballast", "") }
    var bytes = Data(count: size)
    while (try? scratch.write("disk/ballast", bytes)) == nil { bytes.removeLast(4096) }
    bytes.removeLast(40 << 10)
    try scratch.write("disk/ballast", bytes)
  }

  @Test func `a first build on a full disk publishes nothing`() throws {
    let mount = try Mount(at: "disk", in: scratch, options: "size=64k")
    let ended = try build("new")
    #expect(ended.code == 3)
    #expect(ended.error.hasSuffix("; free some space and build again; nothing was published\n"))
    #expect(try FolderSnapshot(scratch.at("disk")).paths == [".", "www"])
    withExtendedLifetime(mount) {}
  }

  @Test func `a new site that finds no room leaves nothing, and can be tried again`() throws {
    let mount = try Mount(at: "disk", in: scratch, options: "size=16k")
    let ended = try scratch.spravka("init", "disk/site")
    #expect(ended.code == 3)
    #expect(ended.error.hasPrefix("spravka: cannot "))
    #expect(ended.error.hasSuffix("No space left on device\n"))
    #expect(try FolderSnapshot(scratch.at("disk")).paths == [".", "site"])
    withExtendedLifetime(mount) {}
  }

  @Test func `a new article that finds no room leaves nothing`() throws {
    let mount = try Mount(at: "disk", in: scratch, options: "size=64k")
    try SampleSite.small.write(to: scratch, at: "disk/site")
    var ballast = 0
    while (try? scratch.write("disk/ballast\(ballast)", Data(count: 4096))) != nil { ballast += 1 }
    let before = try FolderSnapshot(scratch.at("disk"))
    for path in ["a/qr.md", "b/_index.md"] {
      let ended = try scratch.spravka("new", path, "--title", "x", "--site", "disk/site")
      #expect(ended.code == 3)
      #expect(
        ended.error
          == "spravka: cannot write 'disk/site/content/ru/\(path)': No space left on device\n")
      #expect(ended.output.isEmpty)
    }
    #expect(try FolderSnapshot(scratch.at("disk")).difference(from: before) == nil)
    withExtendedLifetime(mount) {}
  }

  @Test func `a disk that became read-only is called so`() throws {
    let mount = try Mount(at: "disk", in: scratch, options: "size=2m")
    #expect(try build("old").code == 0)
    let before = try FolderSnapshot(scratch.at("disk/www"))
    mount.makeReadOnly()
    let ended = try build("new")
    #expect(
      ended.error
        == "spravka: cannot make the folder 'disk/www/.spravka-new': the file system is read-only;"
        + " choose another output folder; the old site stands\n")
    #expect(ended.code == 3)
    #expect(try FolderSnapshot(scratch.at("disk/www")).difference(from: before) == nil)
    #expect(try build("old").error.hasPrefix("Nothing has changed"))
  }
}
