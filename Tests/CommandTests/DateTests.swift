import Foundation
import Testing

// The day of a build: `--now`, else SOURCE_DATE_EPOCH, else the clock; it decides what is published.

@Suite struct DateTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    var site = SampleSite.small
    site["content/ru/a/later.md"] =
      "---\ntitle: Позже\npublish: 2026-12-01\n---\n\nС первого декабря.\n"
    try site.write(to: scratch, at: "site")
  }

  /// What is asked for, and whether the article of 1 December is there then; all times are UTC.
  private static let days: [(words: [String], epoch: String, isThere: Bool)] = [
    (["--now", "2026-11-30"], Program.today, false),
    (["--now", "2026-12-01"], Program.today, true),
    (["--now=2027-01-01"], Program.today, true),
    (["--drafts"], Program.today, true),
    ([], Program.today, false),
    ([], "1796083199", false),
    ([], "1796083200", true),
    ([], "0", false),
    ([], "-1", false),
    (["--now", "2026-12-02"], "0", true),
    (["--now", "2026-11-01"], "1796083200", false),
  ]

  @Test(arguments: days)
  func `an article is published from its day on`(
    words: [String], epoch: String, isThere: Bool
  ) throws {
    for zone in ["UTC", "Pacific/Kiritimati", "Etc/GMT+12"] {
      let program = Program(
        words: [Program.spravka, "build", "--site", "site", "--output", "www"] + words,
        folder: scratch.path, environment: ["SOURCE_DATE_EPOCH": epoch, "TZ": zone])
      let ended = try program.run()
      #expect(ended.code == 0, "\(ended.error)")
      #expect(scratch.exists("www/a/later/index.html") == isThere, "\(zone)")
    }
  }

  @Test func `an article goes again when the day goes back`() throws {
    for (day, isThere) in [("2026-12-01", true), ("2026-11-30", false), ("2026-12-01", true)] {
      #expect(try scratch.spravka("build", "--site", "site", "--now", day).code == 0)
      #expect(scratch.exists("site/public/a/later") == isThere)
    }
  }

  @Test(arguments: [
    ("tomorrow", "SOURCE_DATE_EPOCH is not a number of seconds: 'tomorrow'"),
    ("", "SOURCE_DATE_EPOCH is not a number of seconds: ''"),
    ("1796083200.5", "SOURCE_DATE_EPOCH is not a number of seconds: '1796083200.5'"),
    ("99999999999999", "SOURCE_DATE_EPOCH is no day of our calendar"),
    ("9223372036854775807", "SOURCE_DATE_EPOCH is no day of our calendar"),
  ])
  func `an epoch that is no time is wrong usage`(epoch: String, words: String) throws {
    let ended = try scratch.spravka(
      "build", "--site", "site", environment: ["SOURCE_DATE_EPOCH": epoch])
    #expect(ended.error == "spravka: \(words)\n")
    #expect(ended.code == 2)
    #expect(try scratch.names("site") == ["content"])
  }

  @Test func `without both, the day is that of the clock`() throws {
    let program = Program(
      words: [
        "/usr/bin/env", "-u", "SOURCE_DATE_EPOCH", Program.spravka, "build", "--site", "site",
      ],
      folder: scratch.path)
    #expect(try program.run().code == 0)
    let isLater = Date.now >= Date(timeIntervalSince1970: 1_796_083_200)
    #expect(scratch.exists("site/public/a/later") == isLater)
  }
}
