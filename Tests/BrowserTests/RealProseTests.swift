import Foundation
import Testing

@testable import SpravkaKit

/// Real texts that know nothing of Spravka: no colon, brace or bracket in them may fail a build.
struct RealProseTests {
  /// What an article is told that uses directives, callouts, footnotes or tables wrongly.
  private static let ofDialect: Set<DiagnosticID> = [
    .cyclicInclude, .duplicateFootnote, .invalidCallout, .invalidDirective, .misplacedDirective,
    .missingFootnote, .missingSnippet, .nestedTooDeep, .raggedTable, .strayDirective,
    .tooManyIncludes, .unclosedDirective, .unknownDirective, .unknownEdition, .unusedFootnote,
  ]

  /// The archive as its authors left it: with the directives of another program, `:::image …:::`,
  /// `::: moniker`, `[!INCLUDE …]` and `> [!div class=…]`.
  @Test(.needsCorpora, .timeLimit(.minutes(10)))
  func `no text of another program is taken for one of our own`() async throws {
    try await withScratch { folder in
      let corpora = try #require(Corpora.folder).appending(path: "corpora")
      let archive = corpora.appending(path: "ru-visualstudio-docs.tar.xz").path
      _ = try await output(of: "tar", ["-xJf", archive], in: folder)
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".md") }.sorted()
      #expect(names.count > 1_200)
      var found: [String: Int] = [:]
      for name in names {
        let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
        let file = SourceFile(path: "content/ru/" + name, bytes: bytes)
        let parsed = parseArticle(file, in: Surroundings(language: "ru"))
        for finding in parsed.diagnostics where Self.ofDialect.contains(finding.id) {
          found[finding.id.rawValue, default: 0] += 1
          #expect(finding.level == .warning, "\(name): \(finding.message)")
        }
      }
      // Tables whose rows differ are faults of the articles; so are two lines `::: moniker-end`
      // without a beginning that the article's authors have forgotten.
      #expect(Set(found.keys).isSubset(of: ["ragged-table", "unknown-directive"]), "\(found)")
      #expect(found["unknown-directive", default: 0] < 10, "\(found)")
    }
  }

  /// Prose full of the marks that directives are made of, in every place where a block may begin.
  @Test func `colons and braces and angle brackets in prose never fail a build`() {
    let marks = [
      "::", ":::", "::::", ": :", "{", "}", "{}", "{{", "}}", "{{x}}", "{#", "{#x}", "{%", "%}",
      "<", ">", "<<", ">>", "<>", "</", "/>", "<->", "[^", "[^]", "[!", "[!]", "[", "]", "~", "~~",
      "|", "||", "|-|", ":-:", "std::vector<int>", "a::b", "::before", "::after", ":::", "x ::: y",
      "{file=a.md}", ":smile:", "::smile::", "::: сюрприз", ":::: {.class}", "::: {#id}", "<?",
      "?>",
      "$x$", "@user", "#tag", "a{b}c", "if (a < b) { return c; }", "e::f{g=h}[i]",
    ]
    let shapes: [(String) -> String] = [
      { "\($0)\n" }, { "Слово \($0) слово.\n" }, { "\($0) слово\n" }, { "слово \($0)\n" },
      { "- \($0)\n" }, { "1. \($0)\n" }, { "> \($0)\n" }, { "# \($0)\n" }, { "\($0)\n===\n" },
      { "Слово\n\($0)\nслово\n" }, { "| \($0) | б |\n|---|---|\n| в | \($0) |\n" },
      { "`\($0)`\n" }, { "    \($0)\n" }, { "```\n\($0)\n```\n" }, { "**\($0)**\n" },
      { "- а\n\n  \($0)\n" }, { "> - \($0)\n" }, { "[\($0)](a.md)\n" }, { "![\($0)](a.png)\n" },
    ]
    for mark in marks {
      for shape in shapes {
        let text = "---\ntitle: A\n---\n" + shape(mark)
        let file = SourceFile(path: "content/ru/a.md", bytes: Array(text.utf8))
        let parsed = parseArticle(file, in: Surroundings(language: "ru"))
        let errors = parsed.diagnostics.filter { $0.level == .error }
        #expect(errors.isEmpty, "\(shape(mark)): \(errors.map(\.message))")
      }
    }
  }
}
