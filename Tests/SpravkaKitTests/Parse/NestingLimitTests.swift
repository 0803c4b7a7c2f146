import Foundation
import Testing

@testable import SpravkaKit

struct NestingLimitTests {
  private func findings(_ markdown: String) -> [String] {
    let file = SourceFile(path: "content/ru/a.md", bytes: Array(markdown.utf8))
    return renderMarkdown(file, body: 0..<file.bytes.count, dialect: .article(html: false))
      .diagnostics.map(\.id.rawValue)
  }

  @Test(arguments: [
    String(repeating: ">", count: 60) + " x",
    String(repeating: "> ", count: 60) + "x",
    String(repeating: "- ", count: 60) + "x",
    String(repeating: "1. ", count: 60) + "x",
    String(repeating: "- + ", count: 30),
    String(repeating: "1) ", count: 60),
    (0..<60).map { String(repeating: "  ", count: $0) + "- x\n" }.joined(),
    String(repeating: "![[]()", count: 3000),
    String(repeating: "*a **b ", count: 200) + String(repeating: "** c*", count: 200),
  ])
  func `what libcmark takes quadratic time for is refused`(markdown: String) {
    #expect(findings(markdown) == ["nested-too-deep"])
  }

  @Test(arguments: [
    String(repeating: "- ", count: 200),
    String(repeating: "* ", count: 200),
    String(repeating: "-", count: 2000),
    String(repeating: "> ", count: 30) + "x",
    String(repeating: "[x] ", count: 5000),
    String(repeating: "[ open\n\n", count: 5000),
    "    " + String(repeating: " ", count: 200) + "code",
    String(repeating: "**bold** *italic* ", count: 5000),
  ])
  func `what merely looks so is not`(markdown: String) {
    #expect(findings(markdown).isEmpty)
  }

  @Test(.needsSharedMaterial)
  func `the known quadratic inputs are refused and all others are read`() throws {
    let folder = try unpacked("material/commonmark/pathological.tar.xz")
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }.sorted()
    #expect(files.count > 20)
    var refused: [String] = []
    for name in files {
      let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
      // Larger articles are refused by their size before they are read.
      guard bytes.count <= 1 << 20 else { continue }
      if !findings(String(decoding: bytes, as: UTF8.self)).isEmpty {
        refused.append(String(name.split(separator: "/").last ?? ""))
      }
    }
    let quadratic = [
      "10-pattern-repeated.md", "20-empty-lines-in-deeply-nested-lists.md",
      "21-empty-lines-in-deeply-nested-lists-in-blockquote.md", "22-emph-in-deep-blockquote.md",
    ]
    for name in quadratic { #expect(refused.contains(name)) }
    #expect(refused == refused.filter { Self.deep.contains($0) })
  }

  /// Everything in that folder that is nested deeper than an article may be.
  private static let deep: Set = [
    "00-nested-strong-emph.md", "02-many-emph-openers-with-no-closers.md",
    "04-many-link-openers-with-no-closers.md", "06-issue-389.md",
    "08-link-openers-and-emph-closers.md", "10-pattern-repeated.md", "12-nested-brackets.md",
    "13-nested-block-quotes.md", "14-deeply-nested-lists.md", "17-unclosed-links-a.md",
    "18-unclosed-links-b.md", "20-empty-lines-in-deeply-nested-lists.md",
    "21-empty-lines-in-deeply-nested-lists-in-blockquote.md", "22-emph-in-deep-blockquote.md",
    "24-nested-inlines.md",
  ]

  private func unpacked(_ archive: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let tar = Process()
    tar.executableURL = URL(filePath: "/usr/bin/env")
    let source = try #require(SharedMaterial.root).appending(path: archive)
    tar.arguments = ["tar", "-xJf", source.path, "-C", folder.path]
    try tar.run()
    tar.waitUntilExit()
    try #require(tar.terminationStatus == 0)
    return folder
  }
}
