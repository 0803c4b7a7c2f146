import Foundation
import Testing

@testable import SpravkaKit

/// What counts as lost, and what does not: decided by what the site publishes now.
struct LostAddressTests {
  private static let one = markdown("title: Один\nid: 1", "\n## Шаг {#step}\n\n[Файл](f.pdf)\n")
  private static let two = markdown("title: Два\nid: 2\naliases: [old/two]\ntags: [вход]")
  static let files = [
    "ru/_index.md": markdown("title: Справка"), "en/_index.md": markdown("title: Help"),
    "ru/a/f.pdf": "", "ru/a/one.md": one, "ru/a/two.md": two,
    "ru/b/three.md": markdown("title: Три\nid: 3"),
    "en/a/one.md": markdown("title: One\nid: 1"),
  ]

  private func report(
    _ changes: [String: String?] = [:], before: [String: String?] = [:], settings: String = ""
  ) async throws -> String {
    var (old, new) = (Self.files, Self.files)
    for (path, text) in before { (old[path], new[path]) = (text, text) }
    for (path, text) in changes { new[path] = text }
    return try await PublishedSite(new, settings, after: try await PublishedSite(old)).report
  }

  @Test func `nothing is lost of a site that stays`() async throws {
    #expect(try await !report().contains("lost-"))
  }

  @Test func `an id that only the translation keeps is lost`() async throws {
    let said = try await report(["ru/a/one.md": Self.one.replacing("id: 1", with: "id: 11")])
    #expect(said.contains("'/open/1/' was published"), "\(said)")
    #expect(said.contains("put 'id: 1' back in the place of 'id: 11'"))
    #expect(!said.contains("/en/open/1/"))
  }

  @Test func `an article that is renamed and drops its id loses both addresses`() async throws {
    let said = try await report([
      "ru/a/one.md": nil, "ru/a/uno-one.md": Self.one.replacing("\nid: 1", with: ""),
    ])
    #expect(said.contains("'/open/1/' was published") && said.contains("'/a/one/' was published"))
  }

  @Test func `a draft keeps no id, whoever takes its address`() async throws {
    let taker = markdown(
      "title: Два\nid: 2\naliases: [old/two, a/one]\ntags: [вход]",
      "\n## Шаг {#step}\n\n[Файл](f.pdf)\n")
    let draft = Self.one.replacing("id: 1", with: "id: 1\ndraft: true")
    let said = try await report(["ru/a/one.md": draft, "ru/a/two.md": taker])
    #expect(said.contains("'/open/1/' was published"), "\(said)")
    #expect(
      said.contains(
        "let 'content/ru/a/one.md' expire in the place of 'draft' or 'publish': "
          + "'expire: 2026-11-20' and 'replacement: two.md', and take 'a/one' out of the"),
      "\(said)")
    let mended = draft.replacing("draft: true", with: "expire: 2026-11-20\nreplacement: two.md")
    let then = try await report([
      "ru/a/one.md": mended, "ru/a/two.md": taker.replacing(", a/one", with: ""),
    ])
    #expect(!then.contains("lost-"), "\(then)")
  }

  @Test func `ids and aliases that two articles exchange lead elsewhere`() async throws {
    let alone: [String: String?] = ["en/a/one.md": nil]
    let swapped: [String: String?] = [
      "ru/a/one.md": Self.one.replacing("id: 1", with: "id: 2\naliases: [old/two]"),
      "ru/a/two.md": Self.two.replacing("id: 2\naliases: [old/two]", with: "id: 1"),
    ]
    let said = try await report(swapped, before: alone)
    for url in ["open/1", "open/2", "old/two"] {
      #expect(said.contains("'/\(url)/' was published, and leads to another article now"), "\(url)")
    }
    #expect(said.contains("content/ru/a/one.md: error: '/open/1/'"), "\(said)")
    #expect(said.contains("hint: put 'id: 1' back into the front matter"))
  }

  @Test func `an id that follows its article to a new address is not lost`() async throws {
    let said = try await report([
      "ru/a/one.md": markdown("title: Иное", "\n## Шаг {#step}\n\n[Файл](f.pdf)\n"),
      "ru/a/uno.md": markdown("title: Один\nid: 1"), "en/a/one.md": nil,
      "en/a/uno.md": markdown("title: One\nid: 1\naliases: [en/a/one]"),
    ])
    #expect(!said.contains("another article"), "\(said)")
  }

  @Test func `an unlisted article and its files are still there`() async throws {
    let hidden = Self.one.replacing("id: 1", with: "id: 1\nunlisted: true")
    #expect(try await !report(["ru/a/one.md": hidden]).contains("lost-"))
  }

  @Test func `without redirects in any form all of them are lost`() async throws {
    let said = try await report(settings: "outputs: {redirects: []}\n")
    for url in ["open/1", "en/open/1", "open/2", "open/3", "old/two"] {
      #expect(said.contains("'/\(url)/' was published, and nothing answers there now"), "\(url)")
    }
    #expect(said.contains("'redirects: [html]' under 'outputs' in content/site.yml"))
    #expect(try await !report(settings: "outputs: {redirects: [nginx]}\n").contains("lost-"))
  }

  @Test func `an article that cannot be read has not lost what it may hold`() async throws {
    let broken = Self.two.replacing("title: Два", with: "title: [Два")
    let said = try await report(["ru/a/two.md": broken, "ru/b/three.md": nil])
    #expect(said.contains("invalid-yaml") && !said.contains("/open/2/"), "\(said)")
    #expect(!said.contains("old/two") && !said.contains("/tags/"), "\(said)")
    #expect(said.contains("'/b/three/' was published"))
    // Where it has moved at the same time, it may hold any address.
    let moved = try await report(["ru/a/two.md": nil, "ru/b/dva.md": broken])
    #expect(moved.contains("invalid-yaml") && !moved.contains("lost-"), "\(moved)")
  }

  @Test func `another path of the site is said once`() async throws {
    let said = try await report(settings: "baseURL: https://help.example/\n")
    #expect(
      said.contains(
        """
        content/site.yml: error: the site was published under '/help/', and would stand under '/' \
        now [lost-url]
          hint: put the path in 'baseURL' back, or let the server lead everything under '/help/' to '/'
        """), "\(said)")
    #expect(said.components(separatedBy: "lost-url").count == 2)
    #expect(
      try await !report(settings: "baseURL: https://other.example/help/\n").contains("lost-url"))
  }
}
