import Foundation
import Testing

@testable import SpravkaKit

/// What programs that read feeds know entries by, and when.
struct FeedTests {
  private func feed(_ name: String, _ front: String) async throws -> [(id: String, text: String)] {
    let site = try await PublishedSite([
      "ru/_index.md": markdown("title: Дом"), "ru/a.md": markdown("title: А\nid: 3\n" + front),
    ])
    let entries = (site.files[name] ?? "").components(separatedBy: "<entry>").dropFirst()
    return entries.map { entry in
      let part = { (name: String) in
        entry.components(separatedBy: "<\(name)>").dropFirst().first?
          .components(separatedBy: "</").first ?? ""
      }
      return (part("id"), part("summary") + part("published"))
    }
  }

  private func ids(_ changes: String...) async throws -> [String: String] {
    let lines = changes.map { "  - \($0)\n" }.joined()
    let entries = try await feed("changes/feed.xml", "changes:\n" + lines)
    return Dictionary(uniqueKeysWithValues: entries.map { ($0.text, $0.id) })
  }

  @Test func `a second change of a day does not take the id of the first`() async throws {
    let (first, second) = ("{date: 2026-05-05, text: Раз}", "{date: 2026-05-05, text: Два}")
    let id = "https://help.example/help/open/3/#2026-05-05"
    #expect(try await ids(first) == ["Раз": id])
    #expect(try await ids(second, first) == ["Раз": id, "Два": id + "-2"])
    let older = "{date: 2026-05-01, text: Нуль}"
    for list in [(second, first, older), (older, first, second)] {
      let found = try await ids(list.0, list.1, list.2)
      #expect(found["Раз"] == id && found["Два"] == id + "-2", "\(list)")
    }
  }

  @Test func `an article that waited for its day is new on that day`() async throws {
    let front = "created: 2026-02-03\npublish: 2026-11-19"
    let entries = try await feed("new/feed.xml", front)
    #expect(entries.map(\.text) == ["2026-11-19T00:00:00Z"])
  }
}
