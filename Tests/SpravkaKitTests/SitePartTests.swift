import Testing

@testable import SpravkaKit

@Suite struct SitePartTests {
  private func part(_ number: Int, _ count: Int) throws -> SitePart {
    try #require(SitePart(number, of: count))
  }

  @Test(arguments: ["1/1", "2/7", "1000/1000", "01/2"])
  func `two numbers with a slash name a part`(text: String) {
    #expect(SitePart(text) != nil)
  }

  @Test(
    arguments: [
      "", "x", "1", "1/", "/2", "0/3", "4/3", "1/0", "0/0", "-1/2", "+1/2", "1/2/3", "1 /2",
      "1/1001",
      "1.0/2", "99999999999999999999/99999999999999999999", "１/２", "1/2 ",
    ])
  func `anything else names none`(text: String) {
    #expect(SitePart(text) == nil)
  }

  @Test(arguments: [1, 2, 3, 7, 1000])
  func `every file is in just one part, and the parts are about as large`(count: Int) throws {
    let paths = (0..<2000).map { "razdel-\($0 % 40)/statya-\($0)/index.html" }
    let parts = try (1...count).map { number in try paths.filter(part(number, count).holds) }
    #expect(parts.flatMap(\.self).sorted() == paths.sorted())
    guard count < 10 else { return }
    let mean = paths.count / count
    #expect(parts.allSatisfy { abs($0.count - mean) < mean / 4 }, "\(parts.map(\.count))")
  }

  @Test(arguments: Way.allCases)
  func `a part leaves its own files and a mark that names all`(way: Way) async throws {
    var disk = try EmitScratch()
    let pages: KeyValuePairs = ["a.html": "a", "b/c.html": "c", "d.html": "d", "e.html": "e"]
    disk.target.part = try part(1, 2)
    let own = try pages.map(\.key).filter(part(1, 2).holds)
    #expect(try await way.emit(outputs(pages), to: disk.target).written == own.count)
    #expect(try mark(of: disk).files.map(\.path.shown) == pages.map(\.key))
    #expect(try mark(of: disk).inputs == nil)
    #expect(await unchangedBuild(disk.target) == nil)
    let again = try await way.emit(outputs(pages), to: disk.target)
    #expect(again.written == 0 && again.unchanged == own.count && again.exchange == .none)
    // One page of this part goes, one of the other comes.
    let rest = outputs(pages).filter { $0.path != own[0] } + outputs(["f.html": "f"])
    let later = try await way.emit(rest, to: disk.target)
    #expect(later.dropped == 1)
    #expect(try mark(of: disk).files.map(\.path.shown) == rest.map(\.path).sorted())
  }

  @Test func `the mark of an unfinished part can be read by the next build`() async throws {
    var disk = try EmitScratch()
    try await disk.emit(["a.html": "a", "gone.html": "x"])
    try disk.scratch.remove("site/public/a.html")
    try disk.scratch.remove("site/public/gone.html")
    disk.target.part = try part(1, 2)
    let emission = try Emission(
      outputs(["a.html": "a", "b.html": "b", "c.html": "c"]), disk.target)
    let site = StagedSite(
      outputs: emission.outputs,
      files: emission.outputs.paths.map { _ in
        StagedFile(size: 1, isUnchanged: false, source: nil)
      })
    let mark = Mark(parsing: emission.unfinishedMark(site).encoded)
    #expect(mark?.files.map(\.path.shown) == ["a.html", "b.html", "c.html", "gone.html"])
  }

  private func mark(of disk: EmitScratch) throws -> Mark {
    let (bytes, _) = try Folder(disk.scratch.at("site/public")).contents(.mark, limit: 1 << 20)
    return try #require(Mark(parsing: bytes ?? []))
  }

  @Test func `a part does not take the place of a whole site`() async throws {
    var disk = try EmitScratch()
    let pages: KeyValuePairs = ["a.html": "a", "b.html": "b", "c.html": "c", "d.html": "d"]
    try await disk.emit(pages)
    let before = try disk.site()
    disk.target.part = try part(1, 2)
    let other = try #require(pages.map(\.key).first { !(disk.target.part?.holds($0) ?? true) })
    let folder = disk.target.output
    #expect(
      await disk.refusal(outputs(pages))
        == .refused(
          "the folder '\(folder)' holds '\(other)', which is of another part of the site:"
            + " give each part a folder of its own"))
    #expect(try disk.site() == before)
  }
}
