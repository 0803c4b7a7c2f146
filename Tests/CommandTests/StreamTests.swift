import Testing

// What happens when those who listen do not.

@Suite struct StreamTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "site")
    try scratch.write("site/content/ru/a/c.md", SampleSite.page("Третья", "Не <b>жир</b>."))
  }

  private func shell(_ script: String) throws -> Ended {
    let words = ["/bin/bash", "-c", script, Program.spravka]
    return try Program(words: words, folder: scratch.path).run()
  }

  @Test func `a reader who goes away does not stop a build`() throws {
    let ended = try shell(
      "{ sleep 0.1; \"$0\" build --site site; echo $? >code; } 2>&1 | true; cat code")
    #expect(ended.outputText == "0\n")
    #expect(scratch.exists("site/public/index.html"))
  }

  @Test func `with all standard streams closed the site is the same`() throws {
    #expect(try scratch.spravka("build", "--site", "site", "--output", "open").code == 0)
    let closed = try shell("exec \"$0\" build --site site --output closed <&- >&- 2>&-")
    #expect(closed.code == 0)
    let (one, other) = (
      try FolderSnapshot(scratch.at("open")), try FolderSnapshot(scratch.at("closed"))
    )
    #expect(other.difference(from: one) == nil)
  }

  @Test func `a report that cannot be written is the machine's failure, and stops a build`() throws
  {
    let ended = try shell("exec \"$0\" build --site site --format json >/dev/full")
    #expect(
      ended.error
        == "spravka: cannot write to standard output: No space left on device\n"
        + "Nothing was published.\n")
    #expect(ended.code == 3)
    #expect(try scratch.names("site") == ["content"])
    #expect(try shell("exec \"$0\" check --site site --format json >/dev/full").code == 3)
    #expect(try shell("exec \"$0\" --version >/dev/full").code == 3)
  }
}
