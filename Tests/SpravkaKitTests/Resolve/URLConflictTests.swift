import Testing

@testable import SpravkaKit

/// Addresses that two want, or that disks and servers take for one.
struct URLConflictTests {
  private func findings(
    _ files: [String: String], others: [String] = []
  ) async throws -> [String] {
    let homes = ["ru/_index.md": markdown("title: Дом"), "en/_index.md": markdown("title: Home")]
    return try await SmallSite(files.merging(homes) { file, _ in file }, others: others).findings
  }

  @Test func `an article cannot have an alias that differs from its own URL by case only`()
    async throws
  {
    #expect(
      try await findings(["ru/a/two.md": markdown("title: Два\naliases: [A/Two]")]) == [
        "content/ru/a/two.md: the URL '/A/Two/' differs only by case from '/a/two/'"
          + " of 'content/ru/a/two.md' [case-twins]"
      ])
  }

  @Test func `nor two aliases that differ by case only`() async throws {
    let front = "title: Два\naliases: [old/Page.html, old/page.html]"
    #expect(
      try await findings(["ru/a.md": markdown(front)]) == [
        "content/ru/a.md: the URL '/old/page.html' differs only by case from '/old/Page.html'"
          + " of 'content/ru/a.md' [case-twins]"
      ])
  }

  @Test(arguments: [".spravka", ".spravka/q.html", ".spravka-new/a"])
  func `the names of Spravka's own files are reserved`(alias: String) async throws {
    let found = try await findings(["ru/a.md": markdown("title: А\naliases: ['\(alias)']")])
    #expect(found.count == 1 && found[0].hasSuffix("[reserved-url]"), "\(found)")
  }

  @Test func `an alias over a published file is what is told of`() async throws {
    let files = [
      "ru/a/_index.md": markdown("title: Раздел"),
      "ru/a/x.md": markdown("title: Файл", "[Файл](f.pdf)."),
      "ru/b.md": markdown("title: Другая\naliases: [a/f.pdf]"),
    ]
    #expect(
      try await findings(files, others: ["content/ru/a/f.pdf"]) == [
        "content/ru/b.md: the URL '/a/f.pdf/' is taken by 'content/ru/a/f.pdf' [duplicate-url]"
      ])
  }

  @Test func `of an article and its translation the one of the same language has the id`()
    async throws
  {
    let files = [
      "ru/a/one.md": markdown("title: Раз\nid: 1"), "en/a/one.md": markdown("title: One\nid: 1"),
      "ru/b/three.md": markdown("title: Три\nid: 1"),
    ]
    let found = try await findings(files).filter { $0.hasSuffix("[duplicate-id]") }
    let pair = ["content/ru/a/one.md", "content/ru/b/three.md"]
    #expect(found.count == 1 && pair.allSatisfy { found[0].contains($0) }, "\(found)")
  }
}
