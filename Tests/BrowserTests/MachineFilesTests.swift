import Foundation
import Testing

/// Feeds, site map, JSON-LD, llms.txt, manifest and redirects, read by Python's own parsers.
struct MachineFilesTests {
  private func opinion(of folder: URL, _ baseURL: String) async throws -> (
    wrong: [Substring], counts: [Int]
  ) {
    let script = checkout.appending(path: "Tests/BrowserTests/Readers/machines.py")
    let said = try await output(of: "python3", [script.path, folder.path, baseURL], in: folder)
      .split(separator: "\n")
    return (
      said.filter { $0.hasPrefix("wrong: ") },
      said.last?.split(separator: " ").compactMap { Int($0) } ?? []
    )
  }

  @Test(arguments: ["https://help.example", "https://example.org/help"])
  func `what the help desk says to machines is well formed and leads somewhere`(
    baseURL: String
  ) async throws {
    try await withScratch { site in
      try copyHelpDesk(to: site, baseURL: baseURL)
      let settings = site.appending(path: "content/site.yml")
      let text = try String(contentsOf: settings, encoding: .utf8)
      try (text + "\noutputs: {api: true}\n").write(
        to: settings, atomically: true, encoding: .utf8)
      try site.write([
        "content/ru/strange.md": """
        ---
        title: Конец </script> & «кавычки»  "x" <!-- ]]>
        id: 990001
        author: О'Нил </script>
        created: 2026-11-01
        updated: 2026-11-02
        aliases: [старое/имя с пробелом, "old/a&b;$c.html"]
        changes: [{date: 2026-11-02, text: "Знак ]]> и &amp;"}]
        ---

        Слова\u{1} и `код`.
        """
      ])
      let output = site.appending(path: "public")
      try await buildSite(in: site, to: output)
      let (wrong, counts) = try await opinion(of: output, baseURL)
      #expect(wrong.isEmpty)
      #expect(counts.count == 6)
      #expect(counts.allSatisfy { $0 > 2 }, "\(counts)")
    }
  }
}
