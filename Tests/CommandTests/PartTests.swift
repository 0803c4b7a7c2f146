import Foundation
import Testing

// Parts of a site, written by builds of their own and put together by `cp`: the same bytes as those of
// one build, and a folder that the next build knows for its own.

@Suite struct PartTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try SampleSite.many(60, version: 0).write(to: scratch, at: "site")
    #expect(try scratch.spravka("build", "--site", "site", "--output", "whole").code == 0)
  }

  private func start(_ number: Int, of count: Int) throws -> RunningProgram {
    try Program(
      words: [
        Program.spravka, "build", "--site", "site", "--part", "\(number)/\(count)", "--output",
        "parts/\(number)",
      ], folder: scratch.path
    ).start()
  }

  private func merge() throws {
    let script = "mkdir merged && for part in parts/*; do cp -r \"$part\"/. merged/; done"
    let ended = try Program(words: ["/bin/sh", "-c", script], folder: scratch.path).run()
    #expect(ended.code == 0, "\(ended.error)")
  }

  private func difference(_ one: String, _ other: String, marks: Bool) throws -> String {
    let words = ["diff", "-r"] + (marks ? [] : ["--exclude=.spravka"]) + [one, other]
    let ended = try Program(words: words, folder: scratch.path).run()
    return ended.outputText + ended.error
  }

  @Test(arguments: [1, 2, 3, 7, 500])
  func `parts that run at once are together the whole site, byte for byte`(count: Int) throws {
    // More than the files are only looked at in part: each is a build.
    let numbers = count > 100 ? [1, 250, 500] : Array(1...count)
    let running = try numbers.map { try start($0, of: count) }
    let ended = try running.map { try $0.wait() }
    #expect(ended.allSatisfy { $0.code == 0 }, "\(ended.map(\.error))")
    guard count < 100 else {
      #expect(ended.contains { $0.error.contains(": 0 of ") || $0.error.contains(": 1 of ") })
      return
    }
    try merge()
    #expect(try difference("whole", "merged", marks: false).isEmpty)
    // The next build finds nothing to write, and leaves the mark of a whole site.
    let next = try scratch.spravka("build", "--site", "site", "--output", "merged")
    #expect(next.code == 0)
    #expect(next.error.contains(": 0 written, "), "\(next.error)")
    #expect(try difference("whole", "merged", marks: true).isEmpty)
    let last = try scratch.spravka("build", "--site", "site", "--output", "merged")
    #expect(last.error == "Nothing has changed since the last build of 'merged'.\n")
  }

  @Test func `the merged folder is Spravka's: what goes from the site goes from it`() throws {
    for number in 1...3 { #expect(try start(number, of: 3).wait().code == 0) }
    try merge()
    try scratch.write("merged/others.txt", "not ours")
    try scratch.remove("site/content/ru")
    try SampleSite.many(20, version: 1).write(to: scratch, at: "site")
    #expect(try scratch.spravka("build", "--site", "site", "--output", "merged").code == 0)
    #expect(try scratch.spravka("build", "--site", "site", "--output", "fresh").code == 0)
    #expect(try difference("fresh", "merged", marks: true) == "Only in merged: others.txt\n")
  }

  @Test func `a part says what it wrote, keeps what stands and drops what is gone`() throws {
    let first = try start(1, of: 2).wait()
    let words = try #require(first.error.firstMatch(of: /part 1 of 2: ([0-9]+) of ([0-9]+) files/))
    let (own, all) = (Int(words.output.1) ?? 0, Int(words.output.2) ?? 0)
    #expect(own > all / 4 && own < all * 3 / 4)
    #expect(try start(1, of: 2).wait().error.contains(": 0 written, \(own) unchanged"))
    try scratch.remove("site/content/ru")
    try SampleSite.many(20, version: 1).write(to: scratch, at: "site")
    #expect(try start(1, of: 2).wait().error.contains(" dropped"))
  }

  @Test func `a part is refused where others stand, and a wrong site fails in every part`() throws {
    let ended = try scratch.spravka(
      "build", "--site", "site", "--part", "1/2", "--output", "whole")
    #expect(ended.code == 2)
    #expect(ended.error.contains("which is of another part of the site"), "\(ended.error)")
    try scratch.write("site/content/ru/bad.md", "---\ntitle: Ы\n---\n\n[x](нет.md)\n")
    for number in 1...2 {
      let ended = try start(number, of: 2).wait()
      #expect(ended.code == 1)
      #expect(ended.error.hasSuffix("1 error\nNothing was published.\n"))
    }
    #expect(!scratch.exists("parts"))
  }

  @Test(arguments: ["0/3", "4/3", "x", "1", "1/2000", "-1/3"])
  func `what names no part is wrong usage`(words: String) throws {
    let ended = try scratch.spravka("build", "--site", "site", "--output", "x", "--part=\(words)")
    #expect(ended.code == 2)
    #expect(
      ended.error == """
        spravka: '--part' needs two numbers like 1/4, not '\(words)'
          hint: the first is from 1 to the second, the second at most 1000

        """)
    #expect(!scratch.exists("x"))
  }
}
