import Testing

@testable import SpravkaKit

@Suite struct PluralTests {
  /// A language, and for each form the numbers that take it: CLDR's samples and their neighbours.
  private static let samples: [(String, [Plural: [Int]])] = [
    (
      "ru",
      [
        .one: [1, 21, 31, 101, 1001, 121], .few: [2, 3, 4, 22, 24, 102, 1002],
        .many: [0, 5, 10, 11, 12, 14, 19, 20, 25, 100, 111, 112, 114, 211, 1011],
      ]
    ),
    ("uk", [.one: [1, 21], .few: [2, 4, 22], .many: [0, 5, 11, 12, 111]]),
    ("be", [.one: [1, 21], .few: [2, 4, 22], .many: [0, 5, 11, 12, 111]]),
    ("en", [.one: [1], .other: [0, 2, 5, 11, 21, 101]]),
    ("en-gb", [.one: [1], .other: [0, 2, 21]]),
    ("de", [.one: [1], .other: [0, 2, 21]]),
    ("kk", [.one: [1], .other: [0, 2, 21]]),
    ("tr", [.one: [1], .other: [0, 2, 21]]),
    ("pl", [.one: [1], .few: [2, 4, 22, 104], .many: [0, 5, 11, 12, 21, 25, 101, 112]]),
    ("cs", [.one: [1], .few: [2, 4], .other: [0, 5, 22]]),
    ("sr", [.one: [1, 21], .few: [2, 24], .other: [0, 5, 11, 12, 112]]),
    ("sl", [.one: [1, 101], .two: [2, 102], .few: [3, 4, 103], .other: [0, 5, 11, 12]]),
    ("lt", [.one: [1, 21], .few: [2, 9, 22], .other: [0, 10, 11, 12, 19, 20]]),
    ("lv", [.zero: [0, 10, 11, 19, 20], .one: [1, 21], .other: [2, 9, 22]]),
    ("is", [.one: [1, 21], .other: [0, 2, 11]]),
    ("ro", [.one: [1], .few: [0, 2, 19, 101, 119], .other: [20, 100, 120]]),
    ("fr", [.one: [0, 1], .many: [1_000_000], .other: [2, 21]]),
    ("pt", [.one: [0, 1], .many: [2_000_000], .other: [2]]),
    ("pt-br", [.one: [0, 1], .other: [2]]),
    ("pt-pt", [.one: [1], .many: [1_000_000], .other: [0, 2]]),
    ("es", [.one: [1], .many: [1_000_000], .other: [0, 2]]),
    ("hy", [.one: [0, 1], .other: [2]]),
    ("he", [.one: [1], .two: [2], .other: [0, 3, 20]]),
    (
      "ar",
      [
        .zero: [0], .one: [1], .two: [2], .few: [3, 10, 103], .many: [11, 99, 111],
        .other: [100, 102, 200],
      ]
    ),
    ("ja", [.other: [0, 1, 2]]), ("zh", [.other: [1]]), ("ko", [.other: [1]]),
    ("xx", [.one: [1], .other: [0, 2]]),
  ]

  @Test(arguments: samples)
  func `a number takes the form of its language`(language: String, forms: [Plural: [Int]]) {
    for (form, counts) in forms {
      for count in counts { #expect(Plural(of: count, in: language) == form, "\(count)") }
    }
  }

  @Test func `the theme counts articles in correct Russian and English`() throws {
    let russian = try strings("ru")
    let words = [0, 1, 2, 5, 11, 12, 21, 22, 25, 101, 111, 112].map {
      russian.counted("articles", $0, in: "ru").replacing("\u{A0}", with: " ")
    }
    #expect(
      words == [
        "0 статей", "1 статья", "2 статьи", "5 статей", "11 статей", "12 статей", "21 статья",
        "22 статьи", "25 статей", "101 статья", "111 статей", "112 статей",
      ])
    let english = try strings("en")
    #expect(
      [0, 1, 2, 21].map { english.counted("articles", $0, in: "en") } == [
        "0\u{A0}articles", "1\u{A0}article", "2\u{A0}articles", "21\u{A0}articles",
      ])
  }

  @Test
  func `a form that the words lack is the other one, and a form of a known noun is no mistake`()
    throws
  {
    let polish = SourceFile(
      "templates/strings/pl.yml", "articles-few: '{count} artykuły'\narticle-few: x\n")
    let (words, findings) = try strings("en").overridden(by: polish)
    #expect(words.counted("articles", 3, in: "pl") == "3 artykuły")
    #expect(words.counted("articles", 5, in: "pl") == "5\u{A0}articles")
    #expect(findings.map(\.message) == ["unknown key 'article-few'"])
  }

  @Test func `the words of a day are put together by the language`() throws {
    let day = try #require(CalendarDate("2025-08-08"))
    #expect(try strings("ru").words(for: day) == "8\u{A0}августа 2025\u{A0}г.")
    #expect(try strings("en").words(for: day) == "August\u{A0}8, 2025")
  }

  private func strings(_ language: String) throws -> Strings {
    let path = "strings/\(language).yml"
    let file = try #require(BuiltinTheme.files().first { $0.path == path })
    return Strings.parse(file).strings
  }
}
