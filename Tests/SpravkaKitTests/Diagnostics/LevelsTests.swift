import Testing

@testable import SpravkaKit

@Suite struct LevelsTests {
  private let findings = [
    Diagnostic(.brokenLink, "a", file: "a.md"), Diagnostic(.rawHTML, "b", file: "a.md"),
    Diagnostic(.duplicateURL, "c", file: "a.md"), Diagnostic(.unknownKey, "d", file: "a.md"),
  ]

  private func levels(_ levels: Levels) -> [String] {
    levels.apply(to: findings).map { "\($0.id.rawValue) \($0.level.rawValue)" }
  }

  @Test func `without a word from site yml the table's own levels hold`() {
    let expected = [
      "broken-link error", "raw-html warning", "duplicate-url error", "unknown-key warning",
    ]
    #expect(levels(Levels()) == expected)
  }

  @Test func `a level can be raised, lowered and switched off`() {
    let changes: [DiagnosticID: Level] = [
      .brokenLink: .warning, .rawHTML: .error, .unknownKey: .off,
    ]
    let expected = ["broken-link warning", "raw-html error", "duplicate-url error"]
    #expect(levels(Levels(changes)) == expected)
  }

  @Test func `a fixed level stays`() {
    #expect(levels(Levels([.duplicateURL: .off])).contains("duplicate-url error"))
  }

  @Test func `strict makes errors of warnings, but brings back nothing that is off`() {
    let expected = ["broken-link error", "duplicate-url error", "unknown-key error"]
    let changes: [DiagnosticID: Level] = [.brokenLink: .warning, .rawHTML: .off]
    #expect(levels(Levels(changes, strict: true)) == expected)
  }
}
