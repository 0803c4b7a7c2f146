import Foundation
import SpravkaKit
import Testing

// A case is a folder: a site, and `expected.txt` with what a build of it comes to. The findings come
// first, as people read them, then the paths of all outputs, then the pages: `<main>` of each, or,
// where the case has a file `whole-pages`, all of it; where it has a file `data`, also the JSON; where
// it has a file `machines`, what servers and machines read instead of the pages. A case lies in the repository of this project and does not ask git: what a file `history` says is known
// instead.
//
// `UPDATE_GOLDEN=1 swift test --filter GoldenTests` rewrites the expected texts, and fails, so that
// nobody takes a rewritten text for a passed test.

struct GoldenTests {
  private static let cases = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Cases")

  private static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil

  @Test func `there are cases`() {
    #expect(Self.names.count > 5)
  }

  @Test(arguments: names)
  func `a site becomes what is expected`(name: String) async throws {
    let folder = Self.cases.appending(path: name)
    let made = try await build(folder)
    let file = folder.appending(path: "expected.txt")
    guard !Self.isUpdating else {
      try made.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(name)/expected.txt was rewritten: read the difference before you commit it")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    if made != expected { Issue.record(Comment(rawValue: firstDifference(made, expected))) }
  }

  @Test func `the jobs that share the work do not change what comes of it`() async throws {
    for name in Self.names {
      let folder = Self.cases.appending(path: name)
      let alone = try await build(folder, jobs: 1)
      let shared = try await build(folder, jobs: 7)
      #expect(alone == shared)
    }
  }

  @Test func `every finding is held against its whole text somewhere`() throws {
    // Known to site.yml already; nothing reports them yet.
    let notReported: Set<DiagnosticID> = []
    let tests = Self.cases.appending(path: "../..").standardized
    let files = try FileManager.default.subpathsOfDirectory(atPath: tests.path)
      .filter { $0.hasSuffix("Tests.swift") || $0.hasSuffix("/expected.txt") }
    let texts = try files.map { try String(contentsOf: tests.appending(path: $0), encoding: .utf8) }
    for id in DiagnosticID.allCases {
      let isHeld = texts.contains { $0.contains("[\(id.rawValue)]") }
      #expect(isHeld != notReported.contains(id), "\(id.rawValue)")
    }
  }

  private func build(_ folder: URL, jobs: Int = 2) async throws -> String {
    var scanned = try await scan(folder.path, jobs: jobs)
    scanned.tree.history = try history(folder)
    var options = BuildOptions(today: try #require(CalendarDate("2026-11-20")))
    options.jobs = jobs
    let result = await SpravkaKit.build(scanned.tree, scanned: scanned.diagnostics, options)
    let report = TextReport(file: scanned.tree.file(at:)).render(result.diagnostics)
    let has: (String) -> Bool = {
      FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
    }
    let showsAll = has("whole-pages")
    let kinds = has("data") ? [".html", ".json"] : [".html"]
    let machines = [
      ".xml", ".txt", ".md", ".map", ".conf", "_redirects", "_headers", "manifest.json",
    ]
    let isShown = { (path: String) in
      guard has("machines") else { return kinds.contains(where: path.hasSuffix) }
      return machines.contains(where: path.hasSuffix) || path.contains("api/")
    }
    var text = section("findings", String(decoding: report, as: UTF8.self))
    // Sorted without fingerprints, which say nothing of the case.
    let paths = Set(result.outputs.map { masked($0.path) + "\n" })
    text += section("outputs", paths.sorted().joined())
    for output in result.outputs where isShown(output.path) {
      let bytes: [UInt8]
      switch output.content {
      case .made(let make): bytes = make()
      case .bytes(let known): bytes = known
      case .copy: continue
      }
      let page = String(decoding: bytes, as: UTF8.self)
      text += section("/" + output.path, showsAll ? page : main(of: page))
    }
    return masked(text)
  }

  /// A change of the theme's assets, or of how words are weighed, is not one of every case.
  private func masked(_ text: String) -> String {
    text.replacing(/((?:assets|search)\/[\w.-]*)\.[0-9a-f]{10}\./) { "\($0.output.1).#." }
      .replacing(/(search\/[\w-]+)\/[a-z2-7]{6}\.bin/) { "\($0.output.1)/#.bin" }
  }

  /// Lines like `content/ru/a.md 2025-08-18 3f2a91c4`; `-` stands for a commit that a shallow clone
  /// lacks.
  private func history(_ folder: URL) throws -> History {
    let file = folder.appending(path: "history")
    guard FileManager.default.fileExists(atPath: file.path) else { return History() }
    var history = History()
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if words[1] == "-" {
        history.changes[words[0]] = .beyondClone
      } else {
        let date = try #require(CalendarDate(words[1]))
        history.changes[words[0]] = .known(.init(date: date, revision: words[2]))
      }
    }
    return history
  }

  private func section(_ title: String, _ text: String) -> String {
    "---------- \(title) ----------\n\(text)" + (text.hasSuffix("\n") || text.isEmpty ? "" : "\n")
  }

  private func main(of page: String) -> String {
    guard let start = page.range(of: "<main id=\"_main\">\n"), let end = page.range(of: "</main>")
    else { return page }
    return String(page[start.upperBound..<end.lowerBound])
  }

  private func firstDifference(_ made: String, _ expected: String) -> String {
    let made = made.components(separatedBy: "\n")
    let expected = expected.components(separatedBy: "\n")
    let index = zip(made, expected).prefix { $0 == $1 }.count
    let line = { (lines: [String]) in index < lines.count ? lines[index] : "(end)" }
    return "line \(index + 1):\n  expected: \(line(expected))\n  made:     \(line(made))"
  }
}
