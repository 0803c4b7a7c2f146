import Testing

@testable import SpravkaKit

// Git's bytes without git: how they are cut into portions must not matter, and what is not git's is
// not taken for a history.

@Suite struct GitLogTests {
  private static let first = String(repeating: "1", count: 40)
  private static let second = String(repeating: "2", count: 64)
  private static let third = String(repeating: "3", count: 40)

  /// A merge that names a path, one that names none, an ordinary commit with a rename, the first.
  private static let log = bytes([
    "", "\(first) 2026-04-01", "", "MM", "a.md", "", "\(third) 2026-03-31", "", "",
    "\(second) 2026-03-01", "\nD", "x.md", "R100", "old.md", "b.md", "R100", "b.md", "c.md", "",
    "\(third) 2026-02-01", "\nA", "a.md", "A", "old.md", "A", "b.md",
  ])

  private static func bytes(_ words: [String]) -> [UInt8] {
    Array(words.map { $0 + "\0" }.joined().utf8)
  }

  @Test(arguments: [1, 2, 3, 7, 40, 1000])
  func `portions of any size come to the same`(size: Int) {
    var log = GitLog(paths: ["a.md", "b.md", "c.md", "none.md"].map { RawPath($0) })
    for start in stride(from: 0, to: Self.log.count, by: size) {
      #expect(log.read(Self.log[start..<min(start + size, Self.log.count)]) == .unfinished)
    }
    #expect(log.isWhole)
    let words = log.changes.map { change in
      if case .known(let commit) = change { "\(commit.date) \(commit.revision)" } else { "" }
    }
    // b.md was old.md and c.md was b.md, both renamed by one commit.
    #expect(words == ["2026-04-01 11111111", "2026-02-01 33333333", "2026-02-01 33333333", ""])
  }

  @Test func `nothing more is read when all is known`() {
    var log = GitLog(paths: [RawPath("a.md"), RawPath("a.md")])
    #expect(log.read(Self.log[...]) == .complete)
    #expect(log.changes.allSatisfy { $0 != nil })
  }

  @Test(
    arguments: [
      ["hello"], ["", "", "", ""], ["", "hello"], ["", "M", "a.md"], ["", "\(first) 2026-13-01"],
      ["", "\(first)0 2026-01-01"], ["", "\(first)"], ["", "\(first) 2026-01-01", "a.md"],
      ["", "\(first) 2026-01-01", "\nM10x", "a.md"], ["", "fatal: no 2026-01-01"],
    ])
  func `what git does not write is strange`(words: [String]) {
    var log = GitLog(paths: [RawPath("a.md")])
    #expect(log.read(Self.bytes(words)[...]) == .strange)
  }

  @Test func `a word without an end is strange`() {
    var log = GitLog(paths: [RawPath("a.md")])
    let noise = [UInt8](repeating: 0x61, count: 1 << 17)
    #expect(log.read(noise[...]) == .strange)
  }

  @Test(
    arguments: [
      ["", "\(first) 2026-01-01", "\nM"], ["", "\(first) 2026-01-01", "\nR100", "old.md"],
    ])
  func `a history that breaks off is not whole`(words: [String]) {
    var log = GitLog(paths: [RawPath("a.md")])
    #expect(log.read(Self.bytes(words)[...]) == .unfinished)
    #expect(!log.isWhole)
    var cut = GitLog(paths: [RawPath("a.md")])
    #expect(cut.read(Self.bytes(["", "\(Self.first) 2026-01-01"]).dropLast(3)) == .unfinished)
    #expect(!cut.isWhole)
  }
}
