import Foundation
import Testing

@testable import SpravkaKit

@Suite struct JSONReportTests {
  private func render(_ diagnostics: [Diagnostic], _ text: String = "") -> String {
    let report = JSONReport { $0 == "a.md" ? SourceFile("a.md", text) : nil }
    return String(decoding: report.render(diagnostics), as: UTF8.self)
  }

  @Test func `a finding is one line with its place and its words`() {
    let finding = Diagnostic(
      .brokenLink, "no article at 'b.md'", file: "a.md", range: 8..<12, hint: "did you mean 'c'?")
    let expected = """
      [
      {"file":"a.md","line":2,"column":2,"endLine":2,"endColumn":4,"severity":"error",\
      "id":"broken-link","message":"no article at 'b.md'","hint":"did you mean 'c'?"}
      ]

      """
    #expect(render([finding], "12345\nпривет\n") == expected)
  }

  @Test func `what is not known is left out`() {
    let findings = [
      Diagnostic(.missingStrings, "a", file: ""),
      Diagnostic(.rawHTML, "b", file: "a.md"),
      Diagnostic(.rawHTML, "c", file: "elsewhere.md", range: 0..<1),
    ]
    let expected = """
      [
      {"severity":"warning","id":"missing-strings","message":"a"},
      {"file":"a.md","severity":"warning","id":"raw-html","message":"b"},
      {"file":"elsewhere.md","severity":"warning","id":"raw-html","message":"c"}
      ]

      """
    #expect(render(findings) == expected)
  }

  @Test func `no findings are an empty array`() {
    #expect(render([]) == "[]\n")
  }

  @Test func `any text comes back from an independent parser`() throws {
    let scalars = (0..<0x250).compactMap { Unicode.Scalar($0).map(String.init) }
    let message = scalars.joined() + "\u{2028}"
    let json = render([Diagnostic(.rawHTML, message, file: "a\"\\.md")])
    let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(parsed?.first?["message"] as? String == message)
    #expect(parsed?.first?["file"] as? String == "a\"\\.md")
    #expect(!json.dropLast().utf8.contains(0))
  }
}
