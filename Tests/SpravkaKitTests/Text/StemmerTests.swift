import Foundation
import Testing

@testable import SpravkaKit

struct StemmerTests {
  private struct Pair: Equatable {
    let word: String
    let stem: String
  }

  private static func stem(_ words: [String], _ alphabets: Alphabets) -> [String] {
    var stemmer = Stemmer()
    return words.map { word in
      var stem: [UInt8] = []
      let bytes = Array(word.utf8)
      stemmer.append(stemOf: bytes.span, alphabets, to: &stem)
      return String(decoding: stem, as: UTF8.self)
    }
  }

  private static let examples: [(String, String, Alphabets)] = [
    ("пароли", "парол", .cyrillic), ("файлы", "файл", .cyrillic), ("passwords", "password", .latin),
    ("qrкодами", "qrкод", [.latin, .cyrillic]), ("1024", "1024", .digits),
    ("語s", "語s", [.other, .latin]), ("", "", .cyrillic),
  ]

  @Test(arguments: examples)
  func `a word is taken apart by its alphabet`(word: String, stem: String, alphabets: Alphabets) {
    #expect(Self.stem([word], alphabets) == [stem])
  }

  @Test(.needsSharedMaterial)
  func `all Russian words of the published list have the stems that it gives`() throws {
    let pairs = try Self.published("russian")
    #expect(pairs.count == 49_785)
    #expect(Self.differences(from: pairs, .cyrillic) == [])
  }

  /// The list was made by a later version of the English algorithm.
  @Test(.needsSharedMaterial)
  func `all English words have the published stems but for those listed`() throws {
    let pairs = try Self.published("english")
    #expect(pairs.count > 40_000)
    let found = Self.differences(from: pairs, .latin)
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/english-differences.tsv")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      let note = try Self.lines(of: file).prefix { $0.hasPrefix("#") }
      let lines = note + found.map { "\($0.word)\t\($0.stem)" }
      try (lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
      Issue.record("the list of differences was rewritten: read it before you commit it")
    }
    #expect(found == Self.pairs(in: try Self.lines(of: file)))
  }

  /// Where we differ, with our stems.
  private static func differences(from pairs: [Pair], _ alphabets: Alphabets) -> [Pair] {
    let ours = stem(pairs.map(\.word), alphabets)
    return zip(pairs, ours).filter { $0.stem != $1 }.map { Pair(word: $0.word, stem: $1) }
  }

  private static func published(_ language: String) throws -> [Pair] {
    let data = try SharedMaterial.data("material/snowball/\(language)/pairs.tsv")
    return pairs(in: String(decoding: data, as: UTF8.self).components(separatedBy: "\n"))
  }

  private static func lines(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
  }

  private static func pairs(in lines: [String]) -> [Pair] {
    lines.filter { !$0.hasPrefix("#") && !$0.isEmpty }.map { line in
      let parts = line.components(separatedBy: "\t")
      return Pair(word: parts[0], stem: parts.count > 1 ? parts[1] : "")
    }
  }
}
