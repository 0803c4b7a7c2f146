import Testing

@testable import SpravkaKit

@Suite struct GitHubReportTests {
  private func render(
    _ diagnostics: [Diagnostic], _ text: String = "", path: String = "a.md", folder: String = ""
  ) -> String {
    let report = GitHubReport(folder: folder) { $0 == path ? SourceFile(path, text) : nil }
    return String(decoding: report.render(diagnostics), as: UTF8.self)
  }

  @Test func `a finding is one command with its place from the root of the repository`() {
    let finding = Diagnostic(
      .brokenLink, "no article at 'b.md'", file: "a.md", range: 8..<12, hint: "did you mean 'c'?")
    let expected = """
      ::error file=docs/a.md,line=2,col=2,endLine=2,endColumn=3,title=broken-link::\
      no article at 'b.md'%0Ahint: did you mean 'c'?

      """
    #expect(render([finding], "12345\nпривет\n", folder: "docs/") == expected)
  }

  @Test func `what would end a property or a line is escaped, and only there`() {
    let path = "50%,a:b\r\n.md"
    let finding = Diagnostic(.rawHTML, "100% a:b, c\r\nd", file: path, range: 0..<1)
    let expected = """
      ::warning file=50%25%2Ca%3Ab%0D%0A.md,line=1,col=1,endLine=1,endColumn=1,title=raw-html::\
      100%25 a:b, c%0D%0Ad

      """
    #expect(render([finding], "x", path: path) == expected)
  }

  @Test func `columns are left out where a finding has more than one line`() {
    let finding = Diagnostic(.rawHTML, "x", file: "a.md", range: 1..<5)
    #expect(
      render([finding], "abc\ndef") == "::warning file=a.md,line=1,endLine=2,title=raw-html::x\n")
  }

  @Test func `an empty place is one column, and a finding about no file has none`() {
    let findings = [
      Diagnostic(.missingStrings, "a", file: ""),
      Diagnostic(.rawHTML, "b", file: "a.md", range: 1..<1),
      Diagnostic(.rawHTML, "c", file: "a.md"),
    ]
    let expected = """
      ::warning title=missing-strings::a
      ::warning file=a.md,line=1,col=2,endLine=1,endColumn=2,title=raw-html::b
      ::warning file=a.md,title=raw-html::c

      """
    #expect(render(findings, "abc") == expected)
  }

  @Test func `errors come before warnings, each in the order given`() {
    let findings = [
      Diagnostic(.rawHTML, "1", file: "a.md"), Diagnostic(.brokenLink, "2", file: "a.md"),
      Diagnostic(.vagueLink, "3", file: "b.md"), Diagnostic(.brokenImage, "4", file: "b.md"),
    ]
    let words = render(findings).split(separator: "\n").compactMap { $0.last }
    #expect(String(words) == "2413")
  }

  @Test func `a finding in a snippet names the article that includes it`() {
    let place = Diagnostic.Place(file: "a.md", range: 2..<4)
    let finding = Diagnostic(.rawHTML, "x", file: "s.md", includedAt: place)
    #expect(
      render([finding], "a\nbc", folder: "docs/")
        == "::warning file=docs/s.md,title=raw-html::x%0Aincluded by docs/a.md:2\n")
  }

  @Test func `no findings are no words`() {
    #expect(render([]).isEmpty)
  }
}
