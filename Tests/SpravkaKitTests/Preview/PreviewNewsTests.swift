import Foundation
import Testing

@testable import SpravkaKit

/// What a preview tells browsers of, and how often.
struct PreviewNewsTests {
  private let site: ScratchFolder
  private let preview: Preview
  private static let picture = "content/ru/scheme.svg"

  init() async throws {
    site = try ScratchFolder()
    try site.write("content/site.yml", "title: Пробы\nbaseURL: https://help.example\n")
    try site.write("content/ru/_index.md", "---\ntitle: Дом\n---\n\n![Схема](scheme.svg)\n")
    try site.write(Self.picture, Self.drawing("red"))
    try site.write("readers.json", #"{"missing": [{"page": "/old/", "count": "x"}]}"#)
    preview = Preview(
      site: site.path, BuildOptions(today: try #require(CalendarDate("2026-11-20"))))
    await preview.start(git: nil)
  }

  private static func drawing(_ colour: String) -> String {
    "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='4' fill='\(colour)'/>"
  }

  private var version: Int { preview.board.snapshot.version }

  @Test func `a picture that is drawn anew in its old size is news, once`() async throws {
    let before = version
    // Other bytes of the same number, as when a colour is changed.
    try site.write(Self.picture, Self.drawing("tan"))
    await preview.take([Self.picture])
    #expect(version == before + 1)
    await preview.take([Self.picture])
    await preview.settle()
    #expect(version == before + 1)
  }

  @Test func `where nobody tells which files have changed it is news, too`() async throws {
    let before = version
    await preview.take(nil)
    #expect(version == before)
    try site.write(Self.picture, Self.drawing("tan"))
    await preview.take(nil)
    #expect(version == before + 1)
  }

  @Test(arguments: ["content/ru/big.md", "content/ru/out.txt", "readers.json"])
  func `what is wrong with a file goes with it`(path: String) async throws {
    switch path {
    case "content/ru/big.md": try site.write(path, String(repeating: "a", count: 1 << 21))
    case "content/ru/out.txt": try site.link(path, to: "/etc/passwd")
    default: break
    }
    await preview.take([path])
    await preview.settle()
    #expect(preview.board.snapshot.findings.contains { $0.file == path })
    try FileManager.default.removeItem(atPath: site.at(path))
    await preview.take([path])
    await preview.settle()
    #expect(!preview.board.snapshot.findings.contains { $0.file == path })
  }

  @Test func `a page has its report by the name of its file, too`() {
    let snapshot = preview.board.snapshot
    #expect(snapshot.report(on: "index.html") == snapshot.report(on: ""))
  }

  @Test func `a site that is gone is news once, and its findings are said once`() async throws {
    let before = version
    let findings = preview.board.snapshot.findings
    #expect(findings.contains { $0.file == "readers.json" })
    try FileManager.default.removeItem(atPath: site.path + "/content")
    await preview.take(nil)
    await preview.take(nil)
    #expect(version == before + 1)
    #expect(preview.board.snapshot.findings == findings)
  }
}
