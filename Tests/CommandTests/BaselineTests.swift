import Foundation
import Testing

// An old site adopts the checks: what is wrong today is written down, and only what is new fails.

@Suite struct BaselineTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "site")
    try scratch.write(
      "site/content/ru/a/old.md", SampleSite.page("Старая", "<b>a</b>, [x](нет.md)"))
  }

  private func check(_ words: String...) throws -> Ended {
    let program = Program(
      words: [Program.spravka, "check", "--site", "site"] + words, folder: scratch.path)
    return try program.run()
  }

  @Test func `with a baseline only new findings fail`() throws {
    let written = try check("--write-baseline", "known.json")
    #expect(
      written.error == """
        Wrote 'known.json': 2 known findings.
        3 articles: nothing new to find fault with

        """)
    #expect(written.code == 0)
    #expect(try check().code == 1)
    let known = try check("--baseline", "known.json", "--strict")
    #expect(
      known.error == """
        2 known findings of 'known.json' not shown.
        3 articles: nothing new to find fault with

        """)
    #expect(known.code == 0)
    // Lines that move bring nothing back; a second equal finding is a new one.
    let body = "Ещё строка.\n\nЕщё.\n\n<b>a</b>, [x](нет.md)\n\n[y](нет.md)"
    try scratch.write("site/content/ru/a/old.md", SampleSite.page("Старая", body))
    let more = try check("--baseline", "known.json")
    #expect(
      more.error == """
        content/ru/a/old.md:11:1: error: no article at 'нет.md' [broken-link]
          [y](нет.md)
          ^~~~~~~~~~~
        1 error
        2 known findings of 'known.json' not shown.

        """)
    #expect(more.code == 1)
  }

  @Test func `what is found no more is counted, with the advice to write it anew`() throws {
    #expect(try check("--write-baseline", "known.json").code == 0)
    try scratch.remove("site/content/ru/a/old.md")
    let ended = try check("--baseline=known.json")
    #expect(
      ended.error == """
        2 known findings of 'known.json' found no more: \
        'spravka check --site site --write-baseline known.json' writes it anew.
        2 articles: nothing to find fault with

        """)
    #expect(ended.code == 0)
    #expect(try check("--write-baseline", "known.json").code == 0)
    #expect(
      try scratch.text("known.json") == "{\"spravka-baseline\": 1, \"findings\": [\n{}\n]}\n")
    #expect(try scratch.names() == ["known.json", "site"])
  }

  @Test func `a build publishes what only known findings are against, and not without them`() throws
  {
    #expect(try check("--write-baseline", "known.json").code == 0)
    let known = try scratch.spravka("build", "--site", "site", "--baseline", "known.json")
    #expect(known.code == 0)
    #expect(known.error.hasPrefix("2 known findings of 'known.json' not shown.\n3 articles, "))
    // The same inputs, but nothing that would let them pass.
    let plain = try scratch.spravka("build", "--site", "site")
    #expect(plain.code == 1)
    #expect(plain.error.hasSuffix("Nothing was published.\n"))
  }

  @Test func `what has a fixed level fails whatever a baseline says`() throws {
    try scratch.write("site/content/ru/a/twice.md", "---\ntitle: Ы\ntitle: Э\n---\n\nТекст.\n")
    let written = try check("--write-baseline", "known.json")
    #expect(written.code == 1)
    #expect(written.error.contains("What has a fixed level cannot be a known finding:\n"))
    #expect(written.error.contains("[duplicate-key]"))
    #expect(try !scratch.text("known.json").contains("duplicate-key"))
    let built = try scratch.spravka("build", "--site", "site", "--baseline", "known.json")
    #expect(built.code == 1)
    #expect(!scratch.exists("site/public"))
  }

  @Test func `reports for programs leave known findings out too`() throws {
    #expect(try check("--write-baseline", "known.json", "--format", "json").outputText == "[]\n")
    #expect(try check("--baseline", "known.json", "--format", "json").outputText == "[]\n")
    #expect(try check("--baseline", "known.json", "--format", "github").outputText.isEmpty)
  }

  @Test func `a file that is no baseline is refused with the reason, and never overwritten`() throws
  {
    try scratch.write("package.json", "{\"name\": \"x\"}\n")
    try scratch.write(
      "cut.json", "{\"spravka-baseline\": 1, \"findings\": [\n{\"file\": \"a.md\",\n")
    let hint = "\n  hint: 'spravka check --write-baseline FILE' writes one\n"
    let foreign = try check("--baseline", "package.json")
    #expect(
      foreign.error
        == "spravka: 'package.json' is no baseline: it does not say 'spravka-baseline'" + hint)
    #expect(foreign.code == 2)
    #expect(foreign.output.isEmpty)
    let cut = try check("--baseline", "cut.json")
    #expect(cut.error.contains(" is not closed here, at the end, at line 2, column 16\n"))
    #expect(cut.code == 2)
    let absent = try check("--baseline", "none.json")
    #expect(
      absent.error == """
        spravka: there is no baseline 'none.json'
          hint: 'spravka check --write-baseline none.json' writes one

        """)
    #expect(absent.code == 2)
    for name in ["package.json", "cut.json", "site"] {
      let ended = try check("--write-baseline", name)
      #expect(ended.code == 2, "\(name)")
      #expect(ended.error.contains("hint: "), "\(name): \(ended.error)")
    }
    #expect(try scratch.text("package.json") == "{\"name\": \"x\"}\n")
    #expect(try check("--write-baseline", "none/known.json").code == 2)
    #expect(try scratch.names() == ["cut.json", "package.json", "site"])
  }

  @Test func `a link is followed, and stays a link`() throws {
    try scratch.makeFolder("shared")
    #expect(try check("--write-baseline", "shared/known.json").code == 0)
    try scratch.link("known.json", to: "shared/known.json")
    #expect(try check("--write-baseline", "known.json").code == 0)
    #expect(try check("--baseline", "shared/known.json").code == 0)
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: scratch.at("known.json"))
    #expect(target == "shared/known.json")
  }
}
