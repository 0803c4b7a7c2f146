import Foundation
import Testing

@testable import SpravkaKit

/// The site that readers know, held against the next one.
struct PublishedCheckTests {
  private static let home = ["ru/_index.md": markdown("title: Справка")]
  private static let words =
    "\n## По телефону {#phone}\n\nСлова.\n\n## По почте {#mail}\n\nСлова.\n"

  /// What is found when a site of some files becomes one of others.
  private func report(
    from old: [String: String], to new: [String: String], settings: String = ""
  ) async throws -> String {
    let old = try await PublishedSite(old.merging(Self.home) { own, _ in own })
    return try await PublishedSite(
      new.merging(Self.home) { own, _ in own }, settings, after: old
    ).report
  }

  @Test func `a site that has lost nothing has no finding`() async throws {
    let file = markdown("title: Вход\nid: 7\ntags: [вход]", Self.words)
    #expect(try await report(from: ["ru/a.md": file], to: ["ru/a.md": file]) == "")
  }

  @Test func `a renamed article is found by its number, with the line to paste`() async throws {
    let file = markdown("title: Вход\nid: 7", Self.words)
    let said = try await report(from: ["ru/a/login.md": file], to: ["ru/b/other.md": file])
    #expect(
      said.contains(
        """
        content/ru/b/other.md: error: '/a/login/' was published, and nothing answers there now \
        [lost-url]
          hint: if its text is in 'content/ru/b/other.md' now, add there 'aliases: [a/login]'
        """))
    let mended = markdown("title: Вход\nid: 7\naliases: [a/login, a]", Self.words)
    #expect(
      try await report(from: ["ru/a/login.md": file], to: ["ru/b/other.md": mended]) == "")
  }

  @Test func `without a number a new article of a like name is the likeliest place`()
    async throws
  {
    let file = markdown("title: Вход", Self.words)
    let said = try await report(
      from: ["ru/forgot-login.md": file],
      to: ["ru/account/forgot-login.md": markdown("title: Вход\naliases: [x]", Self.words)])
    #expect(
      said.contains("let its 'aliases' be 'aliases: [x, forgot-login]'"), "\(said)")
  }

  @Test func `what has no likely place says what would do`() async throws {
    let said = try await report(from: ["ru/zebra.md": markdown("title: Зебра")], to: [:])
    #expect(
      said.contains("add 'aliases: [zebra]' to the article that says now what stood there"))
  }

  @Test func `an anchor that is gone names the one that has come`() async throws {
    let old = markdown("title: Вход", Self.words)
    let new = markdown("title: Вход", Self.words.replacing("#phone", with: "#by-phone"))
    let said = try await report(from: ["ru/a.md": old], to: ["ru/a.md": new])
    #expect(
      said.contains(
        """
        content/ru/a.md: error: '/a/#phone' was published, and the page has no such anchor now \
        [lost-anchor]
          hint: say where it stands now: add 'anchors: {phone: by-phone}' to the front matter
        """))
    let mended = new.replacing("title: Вход", with: "title: Вход\nanchors: {phone: by-phone}")
    #expect(try await report(from: ["ru/a.md": old], to: ["ru/a.md": mended]) == "")
  }

  @Test func `an anchor that has moved to another article is found there`() async throws {
    let old = markdown("title: Вход", Self.words)
    let said = try await report(
      from: ["ru/a.md": old],
      to: [
        "ru/a.md": markdown("title: Вход", "\n## По почте {#mail}\n\nСлова.\n"),
        "ru/b/phone.md": markdown("title: Телефон", "\n## По телефону {#phone}\n\nСлова.\n"),
      ])
    #expect(said.contains("add 'anchors: {phone: b/phone.md#phone}'"), "\(said)")
  }

  @Test func `anchors of a page that has moved must be at its new address`() async throws {
    let old = markdown("title: Вход", Self.words)
    let new = markdown("title: Вход\naliases: [a]", "\n## По почте {#mail}\n\nСлова.\n")
    let said = try await report(from: ["ru/a.md": old], to: ["ru/b.md": new])
    #expect(said.contains("'/a/#phone' was published") && !said.contains("lost-url"), "\(said)")
  }

  @Test func `an expired article answers, anchors included`() async throws {
    let old = markdown("title: Вход", Self.words)
    let new = markdown("title: Вход\nexpire: 2026-11-01", Self.words)
    #expect(try await report(from: ["ru/a.md": old], to: ["ru/a.md": new]) == "")
  }

  @Test func `old redirects must go on answering`() async throws {
    let said = try await report(
      from: ["ru/a.md": markdown("title: А\nid: 7\naliases: [old/a.html]")],
      to: ["ru/a.md": markdown("title: А")])
    #expect(said.contains("'/old/a.html' was published"))
    #expect(
      said.contains(
        """
        content/ru/a.md: error: '/open/7/' was published, and nothing answers there now [lost-url]
          hint: put 'id: 7' back into the front matter
        """))
  }

  @Test func `a list that has become shorter has lost nothing`() async throws {
    var files: [String: String] = [:]
    for number in 0..<150 { files["ru/a/n\(number).md"] = markdown("title: Номер \(number)") }
    let fewer = files.filter { $0.key < "ru/a/n15" || $0.key.count < 10 }
    let lost = files.count - fewer.count
    let said = try await report(from: files, to: fewer)
    #expect(said.components(separatedBy: "[lost-url]").count - 1 == lost)
    #expect(!said.contains("page-2"))
  }

  @Test func `a feed that is switched off is missed`() async throws {
    let file = markdown("title: А\ncreated: 2026-11-01")
    let said = try await report(
      from: ["ru/a.md": file], to: ["ru/a.md": file], settings: "outputs: {feeds: false}\n")
    #expect(said.contains("'/new/feed.xml' was published") && said.contains("'feeds' is on"))
  }
}
