import Testing

@testable import SpravkaKit

@Suite struct TextReportTests {
  private func excerpt(_ text: String, _ range: Range<Int>) -> String {
    let file = SourceFile("a.md", text)
    return report([Diagnostic(.rawHTML, "m", file: "a.md", range: range)], on: file)
  }

  @Test func `findings stand with their lines and hints, and are counted at the end`() {
    let text = "# Title\n\nSee [the other](passwords.md) page.\n"
    let findings = [
      Diagnostic(
        .brokenLink, "no article at 'passwords.md'", file: "content/ru/a.md", range: 25..<37,
        hint: "did you mean 'password.md'?"),
      Diagnostic(.rawHTML, "raw HTML is left out", file: "content/ru/a.md", range: 0..<1),
      Diagnostic(.missingTitle, "the title is missing", file: "content/ru/b.md"),
      Diagnostic(.missingStrings, "no strings for 'de'", file: ""),
    ]
    let report = TextReport { SourceFile($0, text) }.render(findings)
    let expected = """
      content/ru/a.md:3:17: error: no article at 'passwords.md' [broken-link]
        See [the other](passwords.md) page.
                        ^~~~~~~~~~~~
        hint: did you mean 'password.md'?
      content/ru/a.md:1:1: warning: raw HTML is left out [raw-html]
        # Title
        ^
      content/ru/b.md: error: the title is missing [missing-title]
      warning: no strings for 'de' [missing-strings]
      2 errors, 2 warnings

      """
    #expect(String(decoding: report, as: UTF8.self) == expected)
  }

  @Test(
    arguments: [
      ([], ""), ([.rawHTML], "1 warning"), ([.brokenLink], "1 error"),
      ([.brokenLink, .rawHTML, .rawHTML], "1 error, 2 warnings"),
    ] as [([DiagnosticID], String)])
  func `the summary counts`(ids: [DiagnosticID], expected: String) {
    #expect(TextReport.summary(of: ids.map { Diagnostic($0, "m", file: "") }) == expected)
  }

  @Test func `nothing to report is no text at all`() {
    #expect(TextReport { _ in nil }.render([]).isEmpty)
  }

  @Test func `a file that cannot be looked up is named without a place`() {
    let finding = Diagnostic(.unreadableFile, "m", file: "gone.md", range: 3..<4)
    let report = String(decoding: TextReport { _ in nil }.render([finding]), as: UTF8.self)
    #expect(report == "gone.md: error: m [unreadable-file]\n1 error\n")
  }

  @Test func `carets stand under letters of any width`() {
    let text = "\tа́ 漢字 <b>\n"
    let start = text.utf8.count - 4
    let expected = """
      a.md:1:8: warning: m [raw-html]
        \tа́ 漢字 <b>
        \t       ^~~
      """
    #expect(excerpt(text, start..<start + 3) == expected)
    #expect(excerpt("漢字x", 0..<6).hasSuffix("\n  ^~~~"))
  }

  @Test func `a range over several lines is marked to the end of its first line`() {
    #expect(excerpt("один\r\nдва", 4..<14) == "a.md:1:3: warning: m [raw-html]\n  один\n    ^~")
  }

  @Test func `an empty range and the end of the text bear one caret`() {
    #expect(excerpt("ab\n", 1..<1) == "a.md:1:2: warning: m [raw-html]\n  ab\n   ^")
    #expect(excerpt("ab\n", 3..<3) == "a.md:2:1: warning: m [raw-html]\n  \n  ^")
    #expect(excerpt("ab", 90..<95) == "a.md:1:3: warning: m [raw-html]\n  ab\n    ^")
  }

  @Test(arguments: [0, 50, 99, 400, 990])
  func `a long line is cut around the caret`(place: Int) throws {
    var letters = Array(repeating: "д", count: 1000)
    letters[place] = "X"
    let lines = excerpt(letters.joined(), place * 2 - min(place, 0)..<place * 2 + 1)
      .split(separator: "\n").map { Array($0) }
    #expect(lines.count == 3)
    #expect((100...102).contains(lines[1].count))
    let caret = try #require(lines[2].firstIndex(of: "^"))
    #expect(lines[1][caret] == "X")
    #expect((lines[1][2] == "…") == (place > 50))
    #expect((lines[1].last == "…") == (place < 950))
  }

  @Test func `a line of a hundred columns is shown whole`() {
    let line = String(repeating: "д", count: 99)
    #expect(excerpt(line + "X", 198..<199).contains("  \(line)X\n"))
  }

  @Test func `controls in texts, messages and paths do nothing to a terminal`() {
    let finding = Diagnostic(
      .unknownKey, "key '\u{1B}[31m\u{202E}\n'", file: "a\u{7}.md", range: 0..<1, hint: "\u{85}\r")
    let file = SourceFile("a\u{7}.md", "\u{1B}]0;x\u{7F}\u{0}\u{9B}\r\n")
    let expected = """
      a␇.md:1:1: warning: key '␛[31m\u{FFFD}␊' [unknown-key]
        ␛]0;x␡␀\u{FFFD}
        ^
        hint: \u{FFFD}␍
      """
    #expect(report([finding], on: file) == expected)
  }

  @Test func `bytes that are no text are shown as replacement characters`() {
    let file = SourceFile(path: "a.md", bytes: [0x61, 0xFF, 0x62])
    let text = report([Diagnostic(.notUTF8, "m", file: "a.md", range: 1..<2)], on: file)
    #expect(text == "a.md:1:2: error: m [not-utf8]\n  a\u{FFFD}b\n   ^")
  }

  @Test(arguments: [true, false])
  func `fifty thousand findings in one file are quick`(isOneLine: Bool) {
    let bytes = Array(String(repeating: isOneLine ? "привет, " : "привет,\n", count: 50_000).utf8)
    let findings = (0..<50_000).map {
      Diagnostic(.rawHTML, "m", file: "a.md", range: $0 * 14..<$0 * 14 + 2)
    }
    let file = SourceFile(path: "a.md", bytes: bytes)
    let time = processorTime {
      _ = JSONReport { _ in file }.render(findings)
      _ = TextReport { _ in file }.render(isOneLine ? Array(findings.prefix(5_000)) : findings)
    }
    // One walk along the file for each finding would take minutes.
    #expect(time < .seconds(60))
  }
}
