import Foundation
import Testing

@testable import SpravkaKit

/// The cases that the browser's analysis must pass as well (BrowserTests/SearchAnalysisTests.swift).
struct SearchAnalysisTests {
  private static let cases = Result { try AnalysisCases.read() }

  @Test func `a text falls into the units of the cases`() throws {
    for one in try Self.cases.get().units {
      #expect(described(one.text) == one.units, "\(one.text)")
    }
  }

  /// Each unit as what it covers, its parts, and its whole behind an equals sign.
  private func described(_ text: String) -> [[String]] {
    let bytes = Array(text.utf8)
    return searchUnits(of: text).map { unit in
      [String(decoding: bytes[unit.range], as: UTF8.self)] + unit.parts
        + (unit.whole.map { ["=" + $0] } ?? [])
    }
  }

  @Test func `of a long word the beginning is taken`() throws {
    for long in try Self.cases.get().longWords {
      let text = String(repeating: long.piece, count: long.times)
      let word = String(repeating: long.folded, count: long.length)
      let unit = SearchUnit(range: 0..<text.utf8.count, parts: [word], whole: nil)
      #expect(searchUnits(of: text) == [unit])
    }
  }

  @Test func `words have the stems and roots of the cases`() throws {
    var stemmer = Stemmer()
    for expected in try Self.cases.get().stems {
      var stem: [UInt8] = []
      let word = Array(expected[0].utf8)
      stemmer.appendSearchStem(of: word.span, to: &stem)
      let root = String(decoding: rootKey(of: stem), as: UTF8.self)
      #expect([expected[0], String(decoding: stem, as: UTF8.self), root] == expected)
    }
  }

  @Test func `stop words are told from topics`() throws {
    let cases = try Self.cases.get()
    for word in cases.stops + cases.topics {
      let bytes = Array(word.utf8)
      #expect(isStopWord(bytes.span) == cases.stops.contains(word), "\(word)")
    }
  }

  @Test func `layouts and Latin Russian are read as in the cases`() throws {
    let cases = try Self.cases.get()
    for pair in cases.toCyrillicLayout {
      #expect(KeyboardLayout.cyrillic.retyped(pair[0]) == pair[1])
    }
    for pair in cases.toLatinLayout { #expect(KeyboardLayout.latin.retyped(pair[0]) == pair[1]) }
    for pair in cases.transliterated { #expect(transliterated(pair[0]) == pair[1]) }
  }

  @Test func `names are spelt by ear`() throws {
    for pair in try Self.cases.get().aliases {
      let alias = phoneticAlias(of: pair[0] ?? "").map { String(decoding: $0, as: UTF8.self) }
      #expect(alias == pair[1], "\(pair)")
    }
  }

  @Test func `bytes that are no UTF-8 part words and harm nothing`() {
    #expect(words([0x61, 0xFF, 0x62, 0x80, 0x63, 0xD0]) == ["a", "b", "c"])
    #expect(words([0x61, 0xE2, 0x82]) == ["a"])
    #expect(words([0x61, 0xE2, 0x80, 0x90]) == ["a"])
    #expect(words([0x61, 0xF4, 0xFF, 0xFF, 0xFF, 0x62]).last == "b")
    #expect(words([]) == [])
  }

  @Test func `one reader reads one text after another`() {
    var reader = SearchWordReader()
    var words: [String] = []
    for text in ["wi-", "fi", "e-mail", "a.", "b c++", "-d"] {
      let bytes = Array(text.utf8)
      reader.read(bytes.span) { word in
        var letters: [UInt8] = []
        letters.append(copying: word)
        words.append(String(decoding: letters, as: UTF8.self))
      }
    }
    #expect(words == ["wi", "fi", "e", "mail", "email", "a", "b", "c", "c++", "d"])
  }

  private func words(_ text: [UInt8]) -> [String] {
    var reader = SearchWordReader()
    var words: [String] = []
    reader.read(text.span) { word in
      var letters: [UInt8] = []
      letters.append(copying: word)
      words.append(String(decoding: letters, as: UTF8.self))
    }
    return words
  }
}
