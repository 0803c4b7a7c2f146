import Foundation
import Testing

// A site is held against the manifest of the one that readers know.

@Suite struct AgainstTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "site")
    try scratch.write("site/content/ru/a/old.md", SampleSite.page("Старая", "Текст."))
    let built = try Program(
      words: [Program.spravka, "build", "--site", "site", "--output", "public"],
      folder: scratch.path
    ).run()
    try #require(built.code == 0)
  }

  private func check(_ words: String...) throws -> Ended {
    let program = Program(
      words: [Program.spravka, "check", "--site", "site"] + words, folder: scratch.path)
    return try program.run()
  }

  @Test func `a renamed article fails until it has its old address as an alias`() throws {
    let fine = try check("--against", "public/manifest.json")
    #expect(fine.code == 0)
    #expect(fine.error.contains("Nothing is lost of "))
    let files = FileManager.default
    let renamed = scratch.path + "/site/content/ru/a/renamed-old.md"
    try files.moveItem(atPath: scratch.path + "/site/content/ru/a/old.md", toPath: renamed)
    let lost = try check("--against", "public/manifest.json")
    #expect(lost.code == 1)
    #expect(lost.error.contains("'/a/old/' was published"))
    #expect(!lost.error.contains("Nothing is lost"))
    let text = try String(contentsOfFile: renamed, encoding: .utf8)
    try Data(text.replacing("---\n", with: "---\naliases: [a/old]\n", maxReplacements: 1).utf8)
      .write(to: URL(filePath: renamed))
    #expect(try check("--against=public/manifest.json").code == 0)
    // An old site may go on for a while with what it has lost.
    try scratch.write("site/content/ru/a/renamed-old.md", text)
    #expect(
      try check("--against", "public/manifest.json", "--write-baseline", "known.json").code == 0)
    #expect(try check("--against", "public/manifest.json", "--baseline", "known.json").code == 0)
  }

  @Test(arguments: [
    ("", "it is empty"),
    ("<html>", "it is no JSON at line 1, column 1"),
    ("{}", "'version', 'pages' and 'redirects' are not there as they must be"),
    ("{\"version\": 9, \"pages\": {}, \"redirects\": {}}", "a newer Spravka wrote it (version 9)"),
  ])
  func `what is no manifest is wrong usage`(text: String, reason: String) throws {
    try scratch.write("other.json", text)
    let ended = try check("--against", "other.json")
    #expect(ended.code == 2)
    #expect(
      ended.error == """
        spravka: 'other.json' is no manifest of a published site: \(reason)
          hint: take 'manifest.json' from the site that readers see

        """)
  }

  @Test func `a manifest that is not there, or no file, is wrong usage`() throws {
    for name in ["none.json", "none/manifest.json", "public"] {
      let ended = try check("--against", name)
      #expect(ended.code == 2 && ended.error.contains(name), "\(name)")
    }
  }
}
