import Foundation
import Glibc
import Testing

// A build whose inputs are all the same stops after checking that, and touches nothing.

@Suite struct QuickAnswerTests {
  private let scratch: ScratchFolder
  private let same = "Nothing has changed since the last build of 'site/public'.\n"

  init() throws {
    scratch = try ScratchFolder()
    var site = SampleSite.small
    site["content/ru/a/p.md"] = SampleSite.page("Третья", "![экран](screen.png) и <b>жир</b>.")
    site.files["content/ru/a/screen.png"] = SampleSite.picture + Data("GIF, more or less".utf8)
    try site.write(to: scratch, at: "site")
    #expect(try build().code == 0)
  }

  private func build(_ words: String...) throws -> Ended {
    try Program(
      words: [Program.spravka, "build", "--site", "site"] + words, folder: scratch.path
    ).run()
  }

  private func stamps() throws -> FolderStamps { try FolderStamps(scratch.at("site/public")) }

  @Test func `nothing is touched when nothing has changed, and the warnings are counted`() throws {
    let before = try FolderStamps(scratch.path)
    let again = try build()
    #expect(again.error == same + "It had 1 warning: 'spravka check' shows them.\n")
    #expect(again.code == 0)
    #expect(again.output.isEmpty)
    #expect(try FolderStamps(scratch.path).touched(since: before) == [])
  }

  @Test func `without warnings nothing is said of them`() throws {
    try scratch.write("site/content/ru/a/p.md", SampleSite.page("Третья", "![э](screen.png)"))
    #expect(try build().code == 0)
    #expect(try build().error == same)
  }

  @Test func `a file that was only touched, or written anew, has not changed`() throws {
    let text = try scratch.text("site/content/ru/a/b.md")
    try scratch.remove("site/content/ru/a/b.md")
    try scratch.write("site/content/ru/a/b.md", text)
    try setTime("site/content/ru/a/a.md", Date(timeIntervalSinceNow: 3600))
    try setTime("site/content/ru/a/screen.png", Date(timeIntervalSince1970: 0))
    let before = try stamps()
    #expect(try build().error.hasPrefix(same))
    #expect(try stamps() == before)
  }

  @Test(arguments: [
    "content/ru/a/a.md", "content/ru/a/screen.png", "content/site.yml", "content/ru/a/_index.md",
  ])
  func `a changed byte is noticed, even when size and time stay`(path: String) throws {
    let file = scratch.at("site/" + path)
    let time = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
    var bytes = try Data(contentsOf: URL(filePath: file))
    // The last letter of a text is the second half of a Cyrillic one or a plain sign.
    let last = bytes.count - 2
    bytes[last] = bytes[last] == 0x2E ? 0x21 : bytes[last] ^ 1
    try scratch.write("site/" + path, bytes)
    try setTime("site/" + path, try #require(time))
    #expect(try !build().error.hasPrefix("Nothing has changed"))
  }

  @Test func `an unchanged page keeps its inode and time in a build that changes others`() throws {
    let before = try stamps()
    let text = try scratch.text("site/content/ru/a/a.md")
    try scratch.write("site/content/ru/a/a.md", text + "Ещё предложение.\n")
    let ended = try build()
    // The page; and for the search its words, its text, where that is named, and the manifest.
    #expect(
      ended.error.hasSuffix("45 files in 'site/public': 6 written, 39 unchanged, 3 dropped\n"))
    let after = try stamps()
    for (path, stamp) in after.stamps where path.hasSuffix(".html") {
      let isSame =
        before.stamps[path]?.inode == stamp.inode
        && before.stamps[path]?.times.prefix(2) == stamp.times.prefix(2)
      #expect(isSame == (path != "a/a/index.html"), "\(path)")
    }
  }

  @Test func `output that somebody changed or deleted is mended`() throws {
    let reference = try FolderSnapshot(scratch.at("site/public"))
    let page = "site/public/a/a/index.html"
    let damages: [(String, () throws -> Void)] = [
      ("deleted", { try scratch.remove(page) }),
      ("longer", { try scratch.write(page, scratch.text(page) + " ") }),
      ("empty", { try scratch.write(page, "") }),
      (
        "a folder",
        {
          try scratch.remove(page); try scratch.write(page + "/x", "x")
        }
      ),
      (
        "a link",
        {
          try scratch.remove(page); try scratch.link(page, to: "../../index.html")
        }
      ),
      (
        "as long, but later",
        {
          try scratch.write(page, scratch.text(page).replacing("Первая", with: "Вторая"))
          try setTime(page, Date(timeIntervalSinceNow: 3600))
        }
      ),
      ("without rights", { unsafe chmod(scratch.at(page), 0o600) }),
      ("a folder deleted", { try scratch.remove("site/public/a") }),
      ("a picture deleted", { try scratch.remove("site/public/a/screen.png") }),
      ("the mark deleted with all", { try scratch.remove("site/public") }),
      ("the mark damaged", { try scratch.write("site/public/.spravka", "spravka 1\nend\n") }),
    ]
    for (what, damage) in damages {
      try damage()
      let ended = try build()
      #expect(ended.code == 0, "\(what): \(ended.error)")
      #expect(!ended.error.contains("Nothing has changed"), "\(what)")
      var mended = try FolderSnapshot(scratch.at("site/public"))
      mended.forget(below: "a/a/index.html/")
      #expect(mended.difference(from: reference) == nil, "\(what)")
      #expect(try build().error.hasPrefix(same), "\(what)")
    }
  }

  @Test func `another day, other options and --clean are built, and change nothing`() throws {
    let before = try FolderSnapshot(scratch.at("site/public"))
    for words in [["--now", "2026-11-21"], ["--drafts"], ["--now", "2026-11-20"]] {
      let ended = try Program(
        words: [Program.spravka, "build", "--site", "site"] + words, folder: scratch.path
      ).run()
      #expect(ended.error.hasSuffix("45 files in 'site/public': 0 written, 45 unchanged\n"))
    }
    let inodes = try stamps()
    #expect(
      try build("--clean").error.hasSuffix("45 files in 'site/public': 45 written, 0 unchanged\n"))
    #expect(try stamps().touched(since: inodes).contains("index.html"))
    #expect(try FolderSnapshot(scratch.at("site/public")).difference(from: before) == nil)
  }

  @Test func `strict is asked anew, and leaves the site as it is`() throws {
    let before = try stamps()
    let ended = try build("--strict")
    #expect(ended.code == 1)
    #expect(try stamps() == before)
    #expect(try build().error.hasPrefix(same))
  }

  @Test func `a folder of others' files does not disturb the answer`() throws {
    try scratch.write("site/public/downloads/setup.exe", "MZ")
    try scratch.write("site/public/CNAME", "help.example")
    #expect(try build().error.hasPrefix(same))
    try scratch.write("site/content/ru/a/a.md", SampleSite.page("Первая", "Новый текст."))
    #expect(try build().code == 0)
    #expect(try scratch.text("site/public/downloads/setup.exe") == "MZ")
    #expect(try scratch.text("site/public/CNAME") == "help.example")
  }

  private func setTime(_ name: String, _ time: Date) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: time], ofItemAtPath: scratch.at(name))
  }
}
