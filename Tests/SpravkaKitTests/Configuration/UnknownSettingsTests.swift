import Testing

@testable import SpravkaKit

/// A site.yml that cannot be read hides what only it could tell, and nothing else.
struct UnknownSettingsTests {
  @Test(arguments: [nil, "title: Справка\nlanguages: [ru, en\n"])
  func `what follows from a site yml that is not read is not said of each article`(
    settings: String?
  ) async throws {
    let snippet = "\n::include{file=which.md}\n\n:::edition{only=cloud}\nОблако.\n:::\n"
    let tree = SourceTree(
      configuration: settings.map { SourceFile("content/site.yml", $0) },
      markdown: [
        SourceFile("content/en/_index.md", markdown("title: Home")),
        SourceFile("content/en/a.md", markdown("title: A\neditions: [cloud]") + snippet),
        SourceFile("content/ru/_index.md", markdown("title: Дом")),
        SourceFile("content/ru/b.md", markdown("title: Б\nno-such-key: 1") + snippet),
      ])
    let options = BuildOptions(today: try #require(CalendarDate("2026-11-20")))
    let found = await check(tree, options).diagnostics.filter { $0.level == .error }
    #expect(found.first { $0.file == "content/site.yml" } != nil)
    #expect(!found.contains { $0.file.hasPrefix("content/en/") }, "\(found)")
    let all = await check(tree, options).diagnostics
    #expect(all.contains { $0.file == "content/ru/b.md" && $0.id == .unknownKey })
  }
}
