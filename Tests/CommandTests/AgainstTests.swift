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

  private func check(_ words: String...) throws -> Ended { try check(words) }

  private func check(_ words: [String]) throws -> Ended {
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

  @Test func `known losses are not found no more where nobody looks for them`() throws {
    try scratch.remove("site/content/ru/a/old.md")
    try scratch.write("site/content/ru/a/raw.md", SampleSite.page("Новая", "<b>a</b>"))
    let against = ["--against", "public/manifest.json"]
    #expect(try check(against + ["--write-baseline", "k n.json"]).code == 0)
    #expect(try !check("--baseline", "k n.json").error.contains("found no more"))
    let built = try Program(
      words: [Program.spravka, "build", "--site", "site", "--baseline", "k n.json"],
      folder: scratch.path
    ).run()
    #expect(built.code == 0 && !built.error.contains("found no more"), "\(built.error)")
    // What is mended is said with a command that looks for the losses again.
    try scratch.write("site/content/ru/a/raw.md", SampleSite.page("Новая", "a"))
    let command = "found no more: 'spravka check --site site --against "
    let asked = try check(against + ["--drafts", "--baseline", "k n.json"]).error
    let renewal =
      "found no more: 'spravka check --site site --drafts --against public/manifest.json "
      + "--write-baseline \"k n.json\"' writes it anew."
    #expect(asked.contains(renewal), "\(asked)")
    let plain = try check("--baseline", "k n.json").error
    #expect(
      plain.contains(command + "MANIFEST --write-baseline \"k n.json\"' writes it anew."),
      "\(plain)")
  }

  @Test func `what is lost is not called kept, though its level is off`() throws {
    try scratch.remove("site/content/ru/a/old.md")
    let settings = try scratch.text("site/content/site.yml")
    try scratch.write("site/content/site.yml", settings + "levels: {lost-url: off}\n")
    let ended = try check("--against", "public/manifest.json")
    #expect(ended.code == 0 && !ended.error.contains("Nothing is lost"), "\(ended.error)")
  }

  @Test(arguments: [
    ("", "it is empty"),
    ("<html>", "it is no JSON at line 1, column 1"),
    ("{}", "'version', 'pages' and 'redirects' are not there as they must be"),
    (
      "{\"version\": -5, \"pages\": {}, \"redirects\": {}}",
      "its 'version' is none that Spravka ever wrote"
    ),
    (
      "{\"version\": 1, \"pages\": {\"a/\": [1]}, \"redirects\": {}}",
      "'version', 'pages' and 'redirects' are not there as they must be"
    ),
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
