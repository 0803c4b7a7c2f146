import Foundation
import Testing

@testable import SpravkaKit

/// The table of states: against the manual, and against what builds come to.
struct ArticleStateTests {
  private static let states: KeyValuePairs<ArticleState, String> = [
    .draft: "Черновик", .scheduled: "Ждёт своего дня", .published: "Опубликована",
    .unlisted: "Не в списках", .expired: "Устарела",
  ]

  private static let surfaces: KeyValuePairs<Surface, String> = [
    .page: "Страница", .links: "Ссылки из статей", .navigation: "Списки",
    .languageSwitch: "Переключатель языка", .alternates: "hreflang", .search: "Поиск",
    .feeds: "Ленты", .sitemap: "sitemap.xml", .llms: "llms.txt", .manifest: "manifest.json",
    .copy: "Копия в Markdown", .api: "/api/",
    .permalink: "/open/ и старые адреса",
  ]

  @Test func `the manual prints the table as it is`() throws {
    let file = URL(filePath: #filePath)
      .appending(path: "../../../../docs/content/ru/writing/states.md").standardized
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("|") && !$0.hasPrefix("|-") }.map(cells)
    #expect(rows.first == ["Состояние"] + Self.surfaces.map(\.value))
    #expect(Self.surfaces.map(\.key) == Surface.allCases)
    #expect(Self.states.map(\.key) == ArticleState.allCases)
    let table = Self.states.map { state, name in
      [name] + Surface.allCases.map { word(for: state.presence(on: $0)) }
    }
    #expect(Array(rows.dropFirst()) == table)
  }

  private func cells(_ row: Substring) -> [String] {
    row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private func word(for presence: Presence) -> String {
    switch presence {
    case .itself: "да"
    case .notice: "заметка"
    case .text: "текст"
    case .nothing: "нет"
    }
  }

  /// Front matter, a day, and the state that comes of them.
  struct Instance: Sendable, CustomTestStringConvertible {
    let state: ArticleState
    let keys: String
    var day = "2026-11-20"

    var testDescription: String { "\(keys) on \(day)" }
  }

  static let instances: [Instance] = [
    .init(state: .published, keys: ""),
    .init(state: .draft, keys: "draft: true"),
    .init(state: .draft, keys: "draft: true\npublish: 2026-01-01\nexpire: 2026-02-01"),
    .init(state: .draft, keys: "draft: true\nunlisted: true"),
    .init(state: .scheduled, keys: "publish: 2026-11-20", day: "2026-11-19"),
    .init(state: .published, keys: "publish: 2026-11-20", day: "2026-11-20"),
    .init(state: .published, keys: "publish: 2026-11-20", day: "2026-11-21"),
    .init(state: .scheduled, keys: "publish: 2026-11-20\nunlisted: true", day: "2026-11-19"),
    .init(state: .unlisted, keys: "publish: 2026-11-20\nunlisted: true", day: "2026-11-20"),
    .init(state: .published, keys: "expire: 2026-11-20", day: "2026-11-19"),
    .init(state: .expired, keys: "expire: 2026-11-20", day: "2026-11-20"),
    .init(state: .expired, keys: "expire: 2026-11-20", day: "2026-11-21"),
    .init(state: .unlisted, keys: "unlisted: true"),
    .init(state: .unlisted, keys: "unlisted: true\nexpire: 2026-11-21"),
    .init(state: .expired, keys: "unlisted: true\nexpire: 2026-11-20"),
  ]

  @Test(arguments: instances)
  func `a build shows an article where the table says, and nowhere else`(
    instance: Instance
  ) async throws {
    let site = try await StateSite(keys: instance.keys, day: instance.day)
    #expect(site.findings(.error) == [])
    for surface in Surface.allCases {
      guard let found = site.presence(on: surface) else { continue }
      #expect(found == instance.state.presence(on: surface), "\(surface)")
    }
    #expect(site.isHiddenFromEngines == (instance.state == .unlisted || instance.state == .expired))
    // The article itself, its category, its home and the pages that name it, in both languages.
    let isSeen = instance.state != .draft && instance.state != .scheduled
    #expect(site.pages.keys.contains("a/x/index.html") == isSeen)
    if instance.state == .draft || instance.state == .scheduled {
      #expect(site.pages.values.allSatisfy { !$0.contains("Испытуемая") }, "nothing leaks")
    }
  }

  @Test(arguments: ["draft: true", "publish: 2026-11-21", "draft: true\nexpire: 2027-01-01"])
  func `a preview shows what is not public yet as it will be`(keys: String) async throws {
    let site = try await StateSite(keys: keys, day: "2026-11-20", includesDrafts: true)
    #expect(site.findings(.warning) == [])
    for surface in Surface.allCases {
      guard let found = site.presence(on: surface) else { continue }
      #expect(found == .itself, "\(surface)")
    }
  }

  @Test func `a preview shows an unlisted draft as unlisted and a late one as expired`()
    async throws
  {
    for (keys, state) in [
      ("draft: true\nunlisted: true", ArticleState.unlisted),
      ("draft: true\nexpire: 2026-01-01", .expired),
    ] {
      let site = try await StateSite(keys: keys, day: "2026-11-20", includesDrafts: true)
      #expect(site.presence(on: .page) == state.presence(on: .page))
      #expect(site.presence(on: .navigation) == .nothing)
    }
  }

  @Test func `a replacement that is public in time is no finding`() async throws {
    let after = ["content/ru/a/new.md": "---\ntitle: Новая\npublish: 2026-12-01\n---\n"]
    let keys = "expire: 2026-12-01\nreplacement: new.md"
    let before = try await StateSite(keys: keys, day: "2026-11-20", adding: after)
    #expect(before.findings(.warning) == [])
    let then = try await StateSite(keys: keys, day: "2026-12-01", adding: after)
    #expect(then.pages["a/x/index.html"]?.contains("<a href=\"../new/\">Новая</a>") == true)
    let late = try await StateSite(
      keys: "expire: 2026-11-30\nreplacement: new.md", day: "2026-11-20", adding: after)
    #expect(
      late.findings(.warning) == [
        "'new.md' is not published: readers are led to the category"
      ])
  }
}
