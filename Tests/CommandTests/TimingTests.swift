import Testing

@Suite struct TimingTests {
  private static let stages = ["configuration", "theme", "parse", "resolve", "search", "render"]

  @Test func `every stage of a run has its line, in the order of the pipeline`() throws {
    let scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "site")
    let build = try scratch.spravka("build", "--site", "site", "--timing")
    let check = try scratch.spravka("check", "--site", "site", "--timing")
    let again = try scratch.spravka("build", "--site", "site", "--timing")
    let anew = try scratch.spravka("build", "--site", "site", "--timing", "--clean")
    #expect(
      stages(build) == ["scan", "digest", "compare"] + Self.stages + ["emit", "total"])
    #expect(stages(check) == ["scan"] + Self.stages.dropLast(2) + ["total"])
    #expect(stages(again) == ["scan", "digest", "compare", "total"])
    #expect(stages(anew) == ["scan", "digest"] + Self.stages + ["emit", "total"])
    for ended in [build, check, again, anew] {
      #expect(ended.code == 0)
      #expect(ended.output.isEmpty)
    }
  }

  @Test func `a build that publishes nothing is timed too`() throws {
    let scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "site")
    try scratch.write("site/content/ru/a/c.md", "Без названия.\n")
    let ended = try scratch.spravka("build", "--site", "site", "--timing")
    #expect(ended.code == 1)
    #expect(stages(ended) == ["scan", "digest", "compare"] + Self.stages + ["total"])
  }

  /// The first words of lines like `scan   1.0 ms`.
  private func stages(_ ended: Ended) -> [String] {
    ended.error.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 3, words[2] == "ms", Double(words[1]) != nil else { return nil }
      return String(words[0])
    }
  }
}
