import Foundation
import Testing

@testable import SpravkaKit

@Suite struct SARIFReportTests {
  private func run(
    _ diagnostics: [Diagnostic], _ texts: [String: String] = [:], folder: String = ""
  ) throws -> [String: Any] {
    let report = SARIFReport(folder: folder) { path in texts[path].map { SourceFile(path, $0) } }
    let bytes = Data(report.render(diagnostics))
    let log = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  private func results(
    _ diagnostics: [Diagnostic], _ texts: [String: String] = [:], folder: String = ""
  ) throws -> [[String: Any]] {
    try #require(run(diagnostics, texts, folder: folder)["results"] as? [[String: Any]])
  }

  private func fingerprints(_ findings: [Diagnostic], _ text: String) throws -> [String] {
    try results(findings, ["a.md": text]).compactMap {
      ($0["partialFingerprints"] as? [String: String])?["finding/v1"]
    }
  }

  private func place(_ location: [String: Any]?) throws -> (uri: String, region: [String: Int]) {
    let physical = try #require(location?["physicalLocation"] as? [String: Any])
    let artifact = try #require(physical["artifactLocation"] as? [String: String])
    #expect(artifact["uriBaseId"] == "%SRCROOT%")
    return (artifact["uri"] ?? "", try #require(physical["region"] as? [String: Int]))
  }

  @Test func `a result has its rule, its words and its place in characters`() throws {
    let finding = Diagnostic(
      .brokenLink, "no article at 'b.md'", file: "п а.md", range: 8..<12, hint: "did you mean 'c'?")
    let found = try results([finding], ["п а.md": "12345\nп😀ивет\n"], folder: "my docs/")
    let result = try #require(found.first)
    #expect(result["ruleId"] as? String == "broken-link")
    #expect(result["level"] as? String == "error")
    let message = result["message"] as? [String: String]
    #expect(message == ["text": "no article at 'b.md'\nhint: did you mean 'c'?"])
    let (uri, region) = try place((result["locations"] as? [[String: Any]])?.first)
    #expect(uri == "my%20docs/%D0%BF%20%D0%B0.md")
    #expect(region == ["startLine": 2, "startColumn": 2, "endLine": 2, "endColumn": 3])
    #expect(try run([finding])["columnKind"] as? String == "unicodeCodePoints")
  }

  @Test
  func `rules stand once each, sorted, with the level of the table, and results point at them`()
    throws
  {
    var loud = Diagnostic(.rawHTML, "a", file: "a.md")
    loud.level = .error
    var wanted = Diagnostic(.orphanArticle, "b", file: "a.md")
    wanted.level = .warning
    let findings = [loud, wanted, Diagnostic(.brokenLink, "c", file: "a.md"), loud]
    let tool = try run(findings)["tool"] as? [String: [String: Any]]
    let rules = try #require(tool?["driver"]?["rules"] as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids == ["broken-link", "orphan-article", "raw-html"])
    let levels = rules.map { ($0["defaultConfiguration"] as? [String: Any])?["level"] as? String }
    #expect(levels == ["error", "none", "warning"])
    for result in try results(findings) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == result["ruleId"] as? String)
    }
    #expect(try results(findings).first?["level"] as? String == "error")
  }

  @Test func `a fingerprint stays when lines come above it, and equal findings have their own`()
    throws
  {
    let before = [
      Diagnostic(.rawHTML, "x", file: "a.md", range: 0..<1),
      Diagnostic(.rawHTML, "x", file: "a.md", range: 2..<3),
    ]
    let after = [
      Diagnostic(.rawHTML, "x", file: "a.md", range: 4..<5),
      Diagnostic(.rawHTML, "x", file: "a.md", range: 8..<9),
    ]
    let first = try fingerprints(before, "a\nb\n")
    #expect(Set(first).count == 2)
    #expect(try fingerprints(after, "new\na\n\nb\n") == first)
    let other = Diagnostic(.rawHTML, "y", file: "a.md", range: 0..<1)
    #expect(try Set(fingerprints([other], "a")).isDisjoint(with: first))
  }

  @Test func `what has no line is at the first one, and what has no file at site.yml`() throws {
    let found = try results([
      Diagnostic(.missingStrings, "a", file: ""), Diagnostic(.rawHTML, "b", file: "a.md"),
    ])
    let places = try found.map { try place(($0["locations"] as? [[String: Any]])?.first) }
    #expect(places.map(\.uri) == ["content/site.yml", "a.md"])
    #expect(places.map(\.region) == [["startLine": 1], ["startLine": 1]])
  }

  @Test func `a finding in a snippet names the article that includes it`() throws {
    let place = Diagnostic.Place(file: "a.md", range: 2..<4)
    let finding = Diagnostic(.rawHTML, "x", file: "s.md", includedAt: place)
    let found = try results([finding], ["a.md": "a\nbc"])
    let related = try #require(found.first?["relatedLocations"] as? [[String: Any]])
    let (uri, region) = try self.place(related.first)
    #expect(uri == "a.md")
    #expect(region == ["startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 3])
    #expect(related.first?["message"] as? [String: String] == ["text": "included here"])
  }

  @Test func `every finding has a line that says what it means`() {
    for id in DiagnosticID.allCases {
      let summary = DiagnosticID.summaries[id] ?? ""
      #expect(summary.count > 10 && summary.count < 100 && !summary.hasSuffix("."), "\(id)")
    }
    #expect(Set(DiagnosticID.summaries.values).count == DiagnosticID.summaries.count)
  }
}
