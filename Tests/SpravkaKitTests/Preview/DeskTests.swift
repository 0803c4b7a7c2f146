import Foundation
import Testing

@testable import SpravkaKit

/// The lists of the writer's desk, as its script gets them.
struct DeskTests {
  private static let long = String(repeating: "Слово за словом. ", count: 40)

  @Test func `every list holds what waits and nothing else`() async throws {
    let desk = try await LaidDesk(of: [
      "content/ru/_index.md": "---\ntitle: Дом\n---\n",
      "content/en/_index.md": "---\ntitle: Home\n---\n",
      "content/ru/good.md": """
      ---
      title: Хорошая
      reviewed: 2026-11-01
      recommended: [linked.md]
      ---

      ## Коротко

      [Ссылка на другую](linked.md).
      """,
      "content/en/good.md":
        "---\ntitle: Good\nreviewed: 2026-11-01\n---\n\n[The other](linked.md)\n",
      "content/ru/linked.md": "---\ntitle: Другая\nupdated: 2025-01-01\n---\n\n\(Self.long)\n",
      "content/ru/draft.md": "---\ntitle: Черновик\ndraft: true\n---\n\n![](qr.png)\n",
      "content/ru/later.md": "---\ntitle: Потом\npublish: 2026-12-01\n---\n\nТекст.\n",
    ])
    #expect(try desk.files("states") == ["content/ru/draft.md", "content/ru/later.md"])
    #expect(try desk.files("stale") == ["content/ru/linked.md"])
    #expect(try desk.files("summaries") == ["content/ru/linked.md"])
    #expect(try !desk.files("links").contains("content/ru/linked.md"))
    #expect(try desk.files("links").contains("content/ru/good.md"))
    #expect(
      try desk.files("translations") == [
        "content/ru/draft.md", "content/ru/later.md", "content/ru/linked.md",
      ])
    #expect(try desk.files("pictures") == ["content/ru/draft.md"])
    #expect(
      try desk.files("findings").first == "content/en/good.md", "errors come before warnings")
    let later = try #require(try desk.list("states").last)
    #expect(later["state"] as? String == "scheduled" && later["day"] as? String == "2026-12-01")
  }

  @Test func `the counts are those of the lists`() async throws {
    let desk = try await LaidDesk(of: [
      "content/ru/_index.md": "---\ntitle: Дом\n---\n",
      "content/ru/a.md": "---\ntitle: А\ndraft: true\n---\n\n[Туда](nowhere.md)\n",
    ])
    let said = try LaidDesk.record(desk.snapshot.desk())
    #expect(said["errors"] as? Int == 1 && said["site"] as? String == "Пробы")
    let sections = try #require(said["sections"] as? [String: [String: Any]])
    for section in DeskSection.allCases where section != .readers {
      let count = try desk.list(section.rawValue).count
      #expect(sections[section.rawValue]?["count"] as? Int == count, "\(section)")
    }
  }

  @Test func `an article has its backlinks and the paths of the nearest`() async throws {
    let words = "Пароль восстанавливают по почте, ссылка из письма живёт час."
    var files = ["content/ru/_index.md": "---\ntitle: Дом\n---\n"]
    for name in ["a/recover", "a/change", "b/social"] {
      files["content/ru/\(name).md"] = "---\ntitle: Пароль \(name)\n---\n\n\(words)\n"
    }
    for number in 0..<12 {
      files["content/ru/c/other\(number).md"] =
        "---\ntitle: Прочее \(number)\n---\n\nСчёт номер\(number) за услуги\(number).\n"
    }
    files["content/ru/b/social.md", default: ""] += "\n[Как сменить](../a/change.md)\n"
    let desk = try await LaidDesk(of: files)
    let article = try #require(await desk.article(at: "a/change/"))
    let said = try LaidDesk.record(article)
    let backlinks = try #require(said["backlinks"] as? [[String: Any]])
    #expect(backlinks.map { $0["page"] as? String } == ["/b/social/"])
    let nearest = try #require(said["nearest"] as? [[String: Any]])
    #expect(Set(nearest.compactMap { $0["path"] as? String }) == ["recover.md", "../b/social.md"])
    #expect(await desk.article(at: "nowhere/") == nil)
  }

  @Test func `questions are asked when the site has settled, and forgotten with the article`()
    async throws
  {
    let site = try ScratchFolder()
    try site.write("content/site.yml", "title: Пробы\nbaseURL: https://help.example\n")
    try site.write("content/ru/_index.md", "---\ntitle: Дом\n---\n")
    try site.write("content/ru/a.md", "---\ntitle: А\nquestions: [бегемот]\n---\n\nТекст.\n")
    let preview = Preview(site: site.path, try LaidDesk.options())
    await preview.start(git: nil)
    #expect(preview.board.snapshot.findings.isEmpty)
    await preview.askQuestions()
    #expect(preview.board.snapshot.findings.map(\.id) == [.questionMissed])
    try site.write("content/ru/a.md", "---\ntitle: А\nquestions: [бегемот]\n---\n\nДругой.\n")
    await preview.take(["content/ru/a.md"])
    #expect(preview.board.snapshot.findings.map(\.id) == [.questionMissed], "until asked again")
    try site.write("content/ru/a.md", "---\ntitle: А\n---\n\nДругой.\n")
    await preview.take(["content/ru/a.md"])
    await preview.settle()
    #expect(preview.board.snapshot.findings.isEmpty)
  }

  @Test func `an article that takes the question of another hears of it`() async throws {
    let site = try ScratchFolder()
    try site.write("content/site.yml", "title: Пробы\nbaseURL: https://help.example\n")
    try site.write("content/ru/_index.md", "---\ntitle: Дом\n---\n")
    try site.write("content/ru/robbed.md", "---\ntitle: А\nquestions: [бегемот]\n---\n\nТекст.\n")
    try site.write("content/ru/taker.md", "---\ntitle: Бегемот\n---\n\nТекст.\n")
    let preview = Preview(site: site.path, try LaidDesk.options())
    await preview.start(git: nil)
    await preview.askQuestions()
    for page in ["taker/", "robbed/"] {
      let said = try LaidDesk.record(preview.board.snapshot.report(on: page))
      let findings = try #require(said["findings"] as? [[String: Any]])
      #expect(findings.map { $0["file"] as? String } == ["content/ru/robbed.md"], "\(page)")
    }
    let home = try LaidDesk.record(preview.board.snapshot.report(on: ""))
    #expect((home["findings"] as? [Any])?.isEmpty == true)
  }

  @Test func `what readers say stands at the articles that it concerns`() async throws {
    let desk = try await LaidDesk(of: [
      "content/ru/_index.md": "---\ntitle: Дом\n---\n",
      "content/ru/a.md": "---\ntitle: А\n---\n\nТекст.\n",
      "content/ru/b.md": "---\ntitle: Б\n---\n\nТекст.\n",
      "readers.json": """
      {"from": "2026-10-01", "to": "2026-10-31", "articles": [
        {"page": "/b/", "helped": 2, "failed": 1},
        {"page": "/a/", "helped": 2, "failed": 5, "reasons": [{"reason": "outdated", "count": 5}]},
        {"page": "/good/", "helped": 9, "failed": 0}],
       "searches": [{"query": "деньги", "count": 3}], "missing": [{"page": "/old/", "count": "x"}]}
      """,
    ])
    let said = try LaidDesk.record(desk.snapshot.desk(.readers))
    let articles = try #require(said["articles"] as? [[String: Any]])
    #expect(
      articles.map { $0["title"] as? String } == ["А", "Б"], "those who fail most come first")
    let article = try LaidDesk.record(try #require(await desk.article(at: "a/")))
    #expect((article["votes"] as? [String: Any])?["failed"] as? Int == 5)
    let findings = desk.snapshot.findings
    #expect(findings.map(\.file) == ["readers.json"] && findings[0].id == .invalidValue)
  }
}

/// A site laid out by a preview.
private struct LaidDesk {
  let snapshot: PreviewSnapshot

  static func options() throws -> BuildOptions {
    var options = BuildOptions(today: try #require(CalendarDate("2026-11-20")))
    options.includesDrafts = true
    options.jobs = 2
    return options
  }

  init(of files: [String: String]) async throws {
    let site = try ScratchFolder()
    let languages = files.keys.contains { $0.hasPrefix("content/en/") } ? "[ru, en]" : "[ru]"
    try site.write(
      "content/site.yml",
      "title: Пробы\nbaseURL: https://help.example\nlanguages: \(languages)\n"
        + "reviewAfter: 6 months\n")
    for (path, text) in files { try site.write(path, text) }
    let preview = Preview(site: site.path, try Self.options())
    await preview.start(git: nil)
    snapshot = preview.board.snapshot
  }

  static func record(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// On a thread of its own, as the server asks: it may wait for the work of others.
  func article(at path: String) async -> [UInt8]? {
    await withCheckedContinuation { answer in
      Thread.detachNewThread { answer.resume(returning: snapshot.desk(articleAt: path)) }
    }
  }

  func list(_ name: String) throws -> [[String: Any]] {
    let section = try #require(DeskSection(rawValue: name))
    return try #require(try Self.record(snapshot.desk(section))["files"] as? [[String: Any]])
  }

  func files(_ name: String) throws -> [String] {
    try list(name).map { try #require($0["file"] as? String) }
  }
}
