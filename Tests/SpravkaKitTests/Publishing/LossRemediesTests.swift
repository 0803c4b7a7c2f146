import Foundation
import Testing

@testable import SpravkaKit

/// Hints about what is lost: each can be followed, and then the loss is mended.
struct LossRemediesTests {
  private func report(
    from old: [String: String], to new: [String: String]
  ) async throws -> String {
    let home = ["ru/_index.md": markdown("title: Справка")]
    let before = try await PublishedSite(old.merging(home) { own, _ in own })
    return try await PublishedSite(new.merging(home) { own, _ in own }, after: before).report
  }

  @Test func `for places of Spravka's own no alias is proposed`() async throws {
    let said = try await report(
      from: ["ru/a.md": markdown("title: А\ntags: [выход]\ncreated: 2026-11-01")],
      to: ["ru/a.md": markdown("title: А")])
    for url in ["tags/vykhod", "tags", "new"] {
      #expect(said.contains("'/\(url)/' was published"), "\(url)")
    }
    #expect(!said.contains("aliases"), "\(said)")
    #expect(said.contains("or let it go: by '--write-baseline', or 'lost-url: warning'"))
  }

  @Test func `a name of which only the case has changed gets no alias`() async throws {
    let said = try await report(
      from: ["ru/three.md": markdown("title: Три")], to: ["ru/Three.md": markdown("title: Три")])
    #expect(
      said.contains("hint: '/Three/' differs from it by case only, so no alias can lead there"))
    #expect(!said.contains("aliases:"), "\(said)")
  }

  @Test func `merged articles leave a notice with the other id`() async throws {
    let one = markdown("title: Один\nid: 1\naliases: [two]")
    let said = try await report(
      from: [
        "ru/one.md": markdown("title: Один\nid: 1"), "ru/two.md": markdown("title: Два\nid: 2"),
      ],
      to: ["ru/one.md": one])
    #expect(
      said.contains(
        "leave 'content/ru/two.md' as a notice, with a title, 'id: 2', 'expire: 2026-11-20' and "
          + "'replacement: one.md', and take 'two' out of the 'aliases' of 'content/ru/one.md'"),
      "\(said)")
    let then = try await report(
      from: [
        "ru/one.md": markdown("title: Один\nid: 1"), "ru/two.md": markdown("title: Два\nid: 2"),
      ],
      to: [
        "ru/one.md": one.replacing("\naliases: [two]", with: ""),
        "ru/two.md": markdown("title: Два\nid: 2\nexpire: 2026-11-20\nreplacement: one.md"),
      ])
    #expect(!then.contains("lost-"), "\(then)")
  }

  @Test func `a category that has lost its own page gets its id back there`() async throws {
    let page = markdown("title: Страница")
    let said = try await report(
      from: ["ru/a/_index.md": markdown("title: Раздел\nid: 5"), "ru/a/b.md": page],
      to: ["ru/a/b.md": page])
    #expect(said.contains("put 'id: 5' into 'content/ru/a/_index.md'"), "\(said)")
  }

  @Test func `what no alias can spell is not proposed as one`() async throws {
    let said = try await report(
      from: ["ru/b/Как войти?.md": markdown("title: Вход\nid: 7")],
      to: ["ru/b/enter.md": markdown("title: Вход\nid: 7")])
    #expect(said.contains("'/b/Как войти?/' was published") && !said.contains("aliases"), "\(said)")
    #expect(said.contains("no alias can be written so"))
  }

  @Test func `lines to paste are YAML, whatever they hold`() async throws {
    #expect(
      pastedLine("aliases", ["a/b", "b/a, b", "no", "1e3", "в/год-2", "[1] c", "7/a", "12"])
        == #"aliases: [a/b, "b/a, b", "no", "1e3", в/год-2, "[1] c", 7/a, "12"]"#)
    #expect(
      pastedLine("anchors", [(key: "1", value: "../a.md#b"), (key: "c#: x*", value: "#d")])
        == ##"anchors: {"1": ../a.md#b, "c#: x*": "#d"}"##)
    let old = ["ru/b/a, b.md": markdown("title: Вход\nid: 7")]
    let said = try await report(from: old, to: ["ru/enter.md": markdown("title: Вход\nid: 7")])
    let line = #"aliases: ["b/a, b", b]"#
    #expect(said.contains(#"["b/a, b""#) || said.contains(#", "b/a, b"]"#), "\(said)")
    let then = try await report(
      from: old, to: ["ru/enter.md": markdown("title: Вход\nid: 7\n\(line)")])
    #expect(!then.contains("lost-"), "\(then)")
  }

  @Test func `one paste mends all that an article has lost`() async throws {
    let old = markdown(
      "title: Вход\nid: 7\naliases: [x, z]\nanchors: {old: one}",
      "\n## Раз {#one}\n\n## Два {#two}\n\n## Три {#three}\n")
    let new = markdown(
      "title: Вход\nid: 7\nanchors: {old: one}",
      "\n## Раз {#one}\n\n## Два {#twos}\n\n## Три {#threes}\n")
    let said = try await report(from: ["ru/a.md": old], to: ["ru/a.md": new])
    let aliases = "'aliases: [x, z]'"
    let anchors = "'anchors: {old: one, three: threes, two: twos}'"
    #expect(said.components(separatedBy: aliases).count == 3, "\(said)")
    #expect(said.components(separatedBy: anchors).count == 3, "\(said)")
  }

  @Test func `a dropped alias goes back to the page to which it led`() async throws {
    let said = try await report(
      from: ["ru/a.md": markdown("title: А\naliases: [old/zebra]")],
      to: ["ru/a.md": markdown("title: А"), "ru/zebra.md": markdown("title: Зебра")])
    #expect(
      said.contains("if its text is in 'content/ru/a.md' now, add there 'aliases: [old/zebra]'"),
      "\(said)")
  }
}
