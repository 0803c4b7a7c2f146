import Foundation
import Testing

@testable import SpravkaKit

@Suite struct BaselineTests {
  private func finding(_ message: String, _ offset: Int = 0, file: String = "a.md") -> Diagnostic {
    Diagnostic(.rawHTML, message, file: file, range: offset..<(offset + 1))
  }

  private func text(_ findings: [Diagnostic]) -> String {
    String(decoding: Baseline(of: findings).encoded, as: UTF8.self)
  }

  private func reason(_ text: String) -> String? {
    do throws(ForeignFile) {
      _ = try Baseline(parsing: Array(text.utf8))
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func `it is sorted, a finding a line, and knows no lines`() {
    let findings = [
      finding("b", 7, file: "z.md"), finding("b"), finding("a"), finding("b", 9),
      Diagnostic(.missingAlt, "c", file: "a.md"),
    ]
    let expected = """
      {"spravka-baseline": 1, "findings": [
      {"file": "a.md", "id": "missing-alt", "message": "c", "count": 1},
      {"file": "a.md", "id": "raw-html", "message": "a", "count": 1},
      {"file": "a.md", "id": "raw-html", "message": "b", "count": 2},
      {"file": "z.md", "id": "raw-html", "message": "b", "count": 1},
      {}
      ]}

      """
    #expect(text(findings) == expected)
    #expect(text(findings.reversed()) == expected)
    #expect(text([]) == "{\"spravka-baseline\": 1, \"findings\": [\n{}\n]}\n")
  }

  @Test func `what is known is left out wherever it stands now, and one more of it is new`() {
    let known = Baseline(of: [finding("a", 1), finding("b", 2)])
    let rest = known.remainder(of: [finding("a", 100), finding("a", 200), finding("c")])
    #expect(rest.findings == [finding("a", 200), finding("c")])
    #expect(rest.known == 1)
    #expect(rest.vanished == 1)
  }

  @Test func `a number that changes makes no other finding, one in quotes does`() {
    let known = Baseline(of: [finding("701 characters in 'a1.md'")])
    #expect(known.remainder(of: [finding("1034 characters in 'a1.md'")]).known == 1)
    #expect(known.remainder(of: [finding("701 characters in 'a2.md'")]).known == 0)
  }

  @Test func `an apostrophe in a name does not end it`() {
    let known = Baseline(of: [finding("no article at 'it's5.md', 3 times")])
    #expect(text([finding("no article at 'it's5.md', 3 times")]).contains("'it's5.md', # times"))
    #expect(known.remainder(of: [finding("no article at 'it's5.md', 4 times")]).known == 1)
    #expect(known.remainder(of: [finding("no article at 'it's6.md', 3 times")]).known == 0)
  }

  @Test func `what a site has lost is known wherever it may stand now`() {
    for id in [DiagnosticID.lostURL, .lostAnchor] {
      let known = Baseline(of: [Diagnostic(id, "'/a/' was published", file: "b.md")])
      #expect(known.remainder(of: [Diagnostic(id, "'/a/' was published", file: "c.md")]).known == 1)
      #expect(known.remainder(of: [Diagnostic(id, "'/b/' was published", file: "b.md")]).known == 0)
    }
  }

  @Test func `what nobody looked for has not vanished`() {
    let known = Baseline(of: [Diagnostic(.lostURL, "'/a/'", file: ""), finding("a")])
    #expect(known.remainder(of: [], unasked: [.lostURL]).vanished == 1)
    #expect(known.remainder(of: []).vanished == 2)
    #expect(known.holds([.lostURL]) && !known.holds([.lostAnchor]))
  }

  @Test func `what has a fixed level is never known`() {
    let fixed = Diagnostic(.duplicateURL, "a", file: "a.md")
    #expect(Baseline(of: [fixed]).size == 0)
    let forged = """
      {"spravka-baseline": 1, "findings": [{"file": "a.md", "id": "duplicate-url", "message": "a"}]}
      """
    let known = try? Baseline(parsing: Array(forged.utf8))
    #expect(known?.remainder(of: [fixed]).findings == [fixed])
    #expect(known?.remainder(of: [fixed]).vanished == 1)
  }

  @Test func `any text comes back, and an independent parser reads the same`() throws {
    let scalars = (1..<0x250).compactMap { Unicode.Scalar($0).map(String.init) }
    let message =
      scalars.filter { $0 != "'" && Int($0) == nil }.joined()
      + "\u{2028}\u{2029}\u{FEFF}\u{FFFE}\u{FFFF}😀\u{1F}"
    let known = Baseline(of: [finding(message, file: "й\"\\\u{85}.md")])
    #expect(try Baseline(parsing: known.encoded) == known)
    let json = try JSONSerialization.jsonObject(with: Data(known.encoded)) as? [String: Any]
    let first = try #require((json?["findings"] as? [[String: Any]])?.first)
    let shown = shownText(message.utf8).replacing(/[0-9]+/, with: "#")
      .replacing(/[\u{FFFE}\u{FFFF}]/, with: "\u{FFFD}")
    #expect(
      (first["message"] as? String)?.unicodeScalars.elementsEqual(shown.unicodeScalars) == true)
    #expect(first["file"] as? String == "й\"\\\\xC2\\x85.md")
  }

  @Test func `two lines about one finding, which a merge may leave, count once`() throws {
    let line = "{\"file\": \"a.md\", \"id\": \"raw-html\", \"message\": \"a\", \"count\": 2},\n"
    let merged = "{\"spravka-baseline\": 1, \"findings\": [\n\(line)\(line){}\n]}\n"
    #expect(
      try Baseline(parsing: Array(merged.utf8)) == Baseline(of: [finding("a"), finding("a")]))
  }

  @Test func `what is no baseline is said with its place`() {
    #expect(reason("") == "it is empty")
    #expect(reason(" \n") == "it is empty")
    #expect(reason("{\"name\": \"x\"}") == "it does not say 'spravka-baseline'")
    #expect(reason("title: Справка\n") == "it does not say 'spravka-baseline'")
    #expect(reason("{\"spravka-baseline\": 1}") == "'findings' is missing, at line 1, column 1")
    #expect(
      reason("{\"spravka-baseline\": 2, \"findings\": []}")
        == "'spravka-baseline' must be a whole number from 1 to 1, not '2', at line 1, column 22")
    #expect(
      reason("{\"spravka-baseline\": 1, \"findings\": [\n{\"id\": \"a\"}]}")
        == "'message' is missing in 'findings', at line 2, column 1")
    #expect(reason("\u{0}\u{1}") != nil)
    let conflict = "{\"spravka-baseline\": 1, \"findings\": [\n<<<<<<< HEAD\n{}\n]}\n"
    #expect(reason(conflict)?.contains(", at line ") == true)
    #expect(reason(String(repeating: "[", count: 100_000)) != nil)
  }
}
