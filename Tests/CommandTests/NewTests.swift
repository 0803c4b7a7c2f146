import Foundation
import Testing

// `spravka new` as writers and editors start it.

@Suite struct NewTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "site")
  }

  private static let draft = "It is a draft: when it is written, take out 'draft: true'.\n"

  @Test func `the path alone goes to standard output, and the file is there`() throws {
    let nobody = ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"]
    let ended = try scratch.spravka(
      "new", "a/qr.md", "--title", "Вход по QR", in: "site", environment: nobody)
    #expect(ended.outputText == "content/ru/a/qr.md\n")
    #expect(ended.error == Self.draft)
    #expect(ended.code == 0)
    let text = try scratch.text("site/content/ru/a/qr.md")
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[1] == "title: Вход по QR")
    #expect(lines[2].wholeMatch(of: /id: [1-9][0-9]{7}/) != nil)
    #expect(lines[3...5] == ["created: 2026-11-20", "draft: true", "---"])
    let built = try scratch.spravka("build", "--strict", "--site", "site")
    #expect(built.error.hasPrefix("2 articles, "))
    #expect(built.code == 0)
  }

  @Test func `two articles have two numbers`() throws {
    let made = try (1...2).map { number in
      #expect(try scratch.spravka("new", "a/\(number).md", "--title=T", in: "site").code == 0)
      return try #require(
        try scratch.text("site/content/ru/a/\(number).md").firstMatch(of: /id: [0-9]+/)
      ).output
    }
    #expect(made[0] != made[1])
  }

  @Test(arguments: [
    ("site/content/ru/a", ["new", "b2.md"], "b2.md"),
    ("site/content/ru", ["new", "a/b2.md"], "a/b2.md"),
    ("site/content", ["new", "ru/a/b2.md"], "ru/a/b2.md"),
    ("site/content/ru/a", ["new", "../a/b2.md"], "b2.md"),
    ("site/content/ru/a", ["new", "."], "b2.md"),
    ("site", ["new", "a/"], "content/ru/a/b2.md"),
    ("site", ["new", "content/ru/a/b2.md"], "content/ru/a/b2.md"),
    ("site", ["new", "--", "a/b2.md"], "content/ru/a/b2.md"),
    ("", ["new", "a/b2", "--site", "site"], "site/content/ru/a/b2.md"),
    ("", ["new", "site/content/ru/a/b2.md", "--site=site/"], "site/content/ru/a/b2.md"),
    ("elsewhere", ["new", "a/b2", "--site", "../site"], "../site/content/ru/a/b2.md"),
  ])
  func `one may stand anywhere, and is told the path from there`(
    folder: String, words: [String], path: String
  ) throws {
    try scratch.makeFolder("elsewhere")
    let program = Program(
      words: [Program.spravka, words[0], "--title", "b2"] + words[1...],
      folder: scratch.at(folder))
    let ended = try program.run()
    #expect(ended.outputText == path + "\n", "\(ended.error)")
    #expect(ended.code == 0)
    #expect(scratch.exists("site/content/ru/a/b2.md"))
    #expect(scratch.exists(folder + "/" + path))
  }

  @Test func `a site given by its whole path gives a whole path`() throws {
    let site = scratch.at("site")
    let ended = try scratch.spravka("new", "a/b2.md", "--title", "x", "--site", site)
    #expect(ended.outputText == site + "/content/ru/a/b2.md\n")
    let again = try scratch.spravka("new", site + "/content/ru/a/b3.md", "--title", "x", in: "site")
    #expect(again.outputText == "content/ru/a/b3.md\n")
  }

  @Test func `the author is the one that git knows`() throws {
    try scratch.write("config", "[user]\n\tname = Анна \"Белова\" # её имя\n")
    let known = ["GIT_CONFIG_GLOBAL": scratch.at("config"), "GIT_CONFIG_NOSYSTEM": "1"]
    let unknown = ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"]
    let missing = ["PATH": "/nowhere"]
    for (name, environment) in [("known", known), ("unknown", unknown), ("missing", missing)] {
      let ended = try Program(
        words: [Program.spravka, "new", "a/\(name)", "--title", "x"], folder: scratch.at("site"),
        environment: environment
      ).run()
      #expect(ended.error == Self.sameTitle(name) + Self.draft)
      #expect(ended.code == 0)
      let text = try scratch.text("site/content/ru/a/\(name).md")
      #expect(text.contains("\nauthor: Анна Белова\n") == (name == "known"), "\(text)")
      #expect(text.contains("author") == (name == "known"))
    }
  }

  @Test func `the manual shows what is made`() throws {
    let manual = URL(filePath: #filePath).appending(
      path: "../../../docs/content/ru/commands/new.md")
    let page = try String(contentsOf: manual.standardized, encoding: .utf8)
    let shown = try #require(page.firstMatch(of: /```markdown\n([^`]*)```/)).output.1
    try scratch.write("config", "[user]\n\tname = Анна Белова\n")
    try scratch.write("site/content/ru/account/_index.md", SampleSite.page("Аккаунт", ""))
    let ended = try scratch.spravka(
      "new", "account/qr.md", "--title", "Вход по QR-коду", in: "site",
      environment: ["GIT_CONFIG_GLOBAL": scratch.at("config"), "GIT_CONFIG_NOSYSTEM": "1"])
    #expect(ended.code == 0)
    let made = try scratch.text("site/content/ru/account/qr.md")
    #expect(made.replacing(/id: [0-9]{8}/, with: "id: 48213907") == shown)
  }

  private static func sameTitle(_ name: String) -> String {
    name == "known"
      ? "" : "'content/ru/a/known.md' in this category has the same title.\n"
  }

  @Test func `a file that is there is left alone, whatever it is`() throws {
    try scratch.link("site/content/ru/a/dead.md", to: "nowhere.md")
    try scratch.makeFolder("site/content/ru/a/folder.md")
    let before = try FolderStamps(scratch.path)
    for name in ["a", "dead", "folder"] {
      let ended = try scratch.spravka("new", "a/\(name).md", "--title", "x", in: "site")
      #expect(
        ended.error
          == "spravka: 'content/ru/a/\(name).md' is there already, and was not touched\n"
          + "  hint: choose another name\n")
      #expect(ended.code == 2)
      #expect(ended.output.isEmpty)
    }
    #expect(try FolderStamps(scratch.path).touched(since: before) == [])
  }

  @Test func `of many that want one file just one gets it`() throws {
    let running = try (1...8).map { number in
      try Program(
        words: [Program.spravka, "new", "a/qr.md", "--title", "T\(number)"],
        folder: scratch.at("site")
      ).start()
    }
    let ended = try running.map { try $0.wait() }
    #expect(ended.map(\.code).sorted { ($0 ?? 0) < ($1 ?? 0) } == [0, 2, 2, 2, 2, 2, 2, 2])
    let winner = try #require(ended.firstIndex { $0.code == 0 })
    let text = try scratch.text("site/content/ru/a/qr.md")
    #expect(text.hasPrefix("---\ntitle: T\(winner + 1)\n"))
  }

  @Test func `a category is made where it was missing, then its article`() throws {
    let refused = try scratch.spravka("new", "b/qr.md", "--title", "x", "--site", "site")
    let words = try #require(refused.error.firstMatch(of: /to make it: spravka (.*)\n/)).output.1
    #expect(words == "new --site 'site' b/_index.md --title \"…\"")
    #expect(refused.code == 2)
    let made = try scratch.spravka("new", "--site", "site", "b/_index.md", "--title", "Б")
    #expect(made.outputText == "site/content/ru/b/_index.md\n")
    #expect(made.error == "It is no draft: readers see it with the next build, articles or not.\n")
    #expect(try scratch.spravka("new", "b/qr.md", "--title", "x", "--site", "site").code == 0)
    #expect(try scratch.spravka("check", "--strict", "--site", "site").code == 0)
  }

  @Test func `a broken article elsewhere is in nobody's way`() throws {
    try scratch.write("site/content/ru/a/bad.md", "---\ntitle: [\n---\n\n[x](y.md)\n")
    try scratch.write("site/content/ru/a/bytes.md", Data([0xFF, 0xFE, 0x0A]))
    try scratch.write("site/templates/article.mustache", "{{nonsense}}")
    #expect(try scratch.spravka("new", "a/qr.md", "--title", "x", in: "site").code == 0)
  }

  @Test func `a broken site.yml is shown, and nothing is made`() throws {
    try scratch.write("site/content/site.yml", "title: Справка\nlanguages: [ru\n")
    let ended = try scratch.spravka("new", "a/qr.md", "--title", "x", in: "site")
    #expect(ended.error.hasPrefix("content/site.yml:"), "\(ended.error)")
    #expect(
      ended.error.hasSuffix("Nothing was made: site.yml does not say where articles stand.\n"))
    #expect(ended.code == 1)
    try scratch.remove("site/content/site.yml")
    let without = try scratch.spravka("new", "a/qr.md", "--title", "x", in: "site")
    #expect(without.error.hasPrefix("content/site.yml: error: the site has no site.yml"))
    #expect(without.code == 1)
    #expect(!scratch.exists("site/content/ru/a/qr.md"))
  }

  @Test func `where there is no site nothing is made`() throws {
    let ended = try scratch.spravka("new", "a/qr.md", "--title", "x")
    #expect(
      ended.error
        == "spravka: this folder is no site: it has no folder 'content'; `spravka init .` makes"
        + " one\n")
    #expect(ended.code == 2)
  }

  @Test func `the folder of a language is made with its first article`() throws {
    try scratch.write(
      "site/content/site.yml", "title: Help\nbaseURL: https://help.example\nlanguages: [ru, en]\n")
    let ended = try scratch.spravka("new", "en/_index.md", "--title", "Help", in: "site")
    #expect(ended.outputText == "content/en/_index.md\n")
    #expect(try scratch.spravka("check", "--strict", "--site", "site").code == 0)
  }
}
