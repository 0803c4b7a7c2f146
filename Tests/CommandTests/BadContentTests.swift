import Testing

// Content that cannot be published is said to be so, and the last site stays; nothing crashes.

@Suite struct BadContentTests {
  @Test(arguments: BadSite.texts + BadSite.files)
  func `what cannot be published is found, and the last site stays`(bad: BadSite) throws {
    let scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "site")
    try #require(try scratch.spravka("build", "--site", "site").code == 0)
    let before = try FolderStamps(scratch.at("site/public"))
    try bad.spoil(scratch)
    let checked = try scratch.spravka("check", "--site", "site")
    let built = try scratch.spravka("build", "--site", "site")
    #expect(findings(checked) == bad.findings, "\(checked.error)")
    #expect(checked.code == (bad.findings.isEmpty ? 0 : 1))
    #expect(built.code == checked.code, "\(built.error)")
    guard !bad.findings.isEmpty else { return }
    #expect(built.error == checked.error + "Nothing was published.\n")
    #expect(try FolderStamps(scratch.at("site/public")).touched(since: before) == [])
    #expect(!scratch.exists("site/.public.spravka-new"))
  }

  /// `file:line:column: error: words [id]` → the same without the words.
  private func findings(_ ended: Ended) -> [String] {
    ended.error.split(separator: "\n").compactMap { line in
      let match = line.wholeMatch(of: /([^ ].*?: (?:error|warning): ).*(\[[a-z0-9-]+\])/)
      return match.map { "\($0.1)\($0.2)" }
    }
  }
}
