import Testing

// Limits that an administrator sets: the machine's failure, called by its name.

@Suite struct LimitTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try SampleSite.many(40, version: 0).write(to: scratch, at: "old")
    try SampleSite.many(40, version: 1).write(to: scratch, at: "new")
  }

  private func build(_ site: String, under limit: String) throws -> Ended {
    let words = ["/bin/bash", "-c", "ulimit \(limit); exec \"$0\" \"$@\"", Program.spravka]
    return try Program(
      words: words + ["build", "--site", site, "--output", "www"], folder: scratch.path
    ).run()
  }

  @Test func `a limit on the size of files is called by its name`() throws {
    let ended = try build("old", under: "-f 4")
    #expect(ended.code == 3)
    #expect(ended.error.contains(": over the limit for files (ulimit -f); nothing was published"))
    #expect(try scratch.names("www") == [])
    #expect(try scratch.names() == ["new", "old", "www"])
  }

  @Test func `a limit on open files is called by its name, and the old site stands`() throws {
    #expect(try build("old", under: "-n 200").code == 0)
    let before = try FolderSnapshot(scratch.at("www"))
    var failures = 0
    for limit in 5...12 {
      let ended = try build("new", under: "-n \(limit)")
      guard ended.code != 0 else { break }
      failures += 1
      #expect(ended.code == 3)
      #expect(ended.error.lowercased().contains("too many open files"), "\(ended.error)")
      #expect(try FolderSnapshot(scratch.at("www")).difference(from: before) == nil)
    }
    #expect(failures > 1)
    #expect(try build("new", under: "-n 200").code == 0)
    #expect(try scratch.names() == ["new", "old", "www"])
  }
}
