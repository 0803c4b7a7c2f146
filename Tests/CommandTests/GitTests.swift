import Foundation
import Testing

// A site under version control: what git says is an input of the build like the files themselves.

@Suite struct GitTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "site")
    try git("init", "-q")
    try commit(on: "2026-01-05")
  }

  private func git(_ words: String..., date: String = "2026-01-05") throws {
    let names = ["AUTHOR", "COMMITTER"].flatMap { role in
      [
        ("GIT_\(role)_NAME", "N"), ("GIT_\(role)_EMAIL", "n@help.example"),
        ("GIT_\(role)_DATE", date + "T12:00:00+0300"),
      ]
    }
    let program = Program(
      words: ["git"] + words, folder: scratch.at("site"),
      environment: Dictionary(uniqueKeysWithValues: names))
    let ended = try program.run()
    #expect(ended.code == 0, "\(words): \(ended.error)")
  }

  private func commit(on date: String) throws {
    try git("add", "content", date: date)
    try git("commit", "-q", "--allow-empty", "-m", "m", date: date)
  }

  private func build(_ environment: [String: String] = [:]) throws -> Ended {
    try scratch.spravka("build", "--site", "site", environment: environment)
  }

  private func page(_ name: String) throws -> String {
    try scratch.text("site/public/a/\(name)/index.html")
  }

  @Test func `an article shows when it was committed last`() throws {
    #expect(try build().code == 0)
    #expect(try page("a").contains("datetime=\"2026-01-05\""))
    #expect(try page("a").contains("5\u{A0}января 2026\u{A0}г."))
    #expect(try page("b").contains("<dt>Редакция</dt><dd>"))
  }

  @Test func `the same files with another history are another build`() throws {
    let same = "Nothing has changed since the last build of 'site/public'.\n"
    #expect(try build().code == 0)
    #expect(try build().error == same)
    // A commit that touches no article changes nothing.
    try commit(on: "2026-02-05")
    #expect(try build().error == same)
    let text = try scratch.text("site/content/ru/a/b.md")
    try scratch.write("site/content/ru/a/b.md", text + "Ещё.\n")
    try commit(on: "2026-03-05")
    try scratch.write("site/content/ru/a/b.md", text)
    try commit(on: "2026-04-05")
    let again = try build()
    // The article, its copy, the site map, and the category, whose list says when it was changed.
    #expect(again.error.hasSuffix("4 written, 37 unchanged\n"), "\(again.error)")
    #expect(try page("b").contains("datetime=\"2026-04-05\""))
    // The history is gone: so are the dates, and the time of the file does not stand in for them.
    try scratch.remove("site/.git")
    let third = try build()
    #expect(third.error.hasSuffix("6 written, 35 unchanged\n"), "\(third.error)")
    #expect(try !page("b").contains("datetime"))
  }

  @Test func `the variables of a hook or of a time zone change nothing`() throws {
    #expect(try build().code == 0)
    let before = try FolderSnapshot(scratch.at("site/public"))
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_CEILING_DIRECTORIES"] {
      try scratch.remove("site/public")
      #expect(
        try build([variable: scratch.at("nowhere"), "TZ": "Pacific/Kiritimati"]).error.hasSuffix(
          "41 written, 0 unchanged\n"))
      #expect(try FolderSnapshot(scratch.at("site/public")).difference(from: before) == nil)
    }
  }

  @Test func `what is lost is a warning, and an error only where that is asked for`() throws {
    try git("clone", "-q", "--depth", "1", "file://" + scratch.at("site"), scratch.at("clone"))
    let lost = "warning: the last change of 2 articles is not known: it lies before"
    let ended = try scratch.spravka("build", "--site", "clone")
    #expect(ended.code == 0)
    #expect(ended.error.hasPrefix(lost), "\(ended.error)")
    #expect(try !scratch.text("clone/public/a/a/index.html").contains("datetime"))
    #expect(try scratch.spravka("check", "--site", "clone", "--strict").code == 1)
  }
}
