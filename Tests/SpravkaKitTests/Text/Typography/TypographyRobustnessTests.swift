import Testing

@testable import SpravkaKit

struct TypographyRobustnessTests {
  @Test(
    arguments: [
      "\"", "'", " ", "-", " - ", " -- ", ".", "...", "a-", "а-а-", "\"а ", "«", "“", "5 ", "5-",
      "1 000 ", "т. ", "А. ", "№ ", "— ", "(", "\u{A0}", "в ", "«\"", "… ",
    ], ["ru", "en"])
  func `no text takes more than linear time`(piece: String, language: String) {
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let took = processorTime { _ = Typography(language: language).markup(text) }
    #expect(took < .seconds(20))
  }

  private static let parts = [
    "в", "на", " ", " ", " ", " ", "\"", "'", "-", "--", "—", "...", ".", ",", "слово", "Слово",
    "word", "5", "10", "№", "т", "е", "А", "(", ")", "«", "»", "„", "“", "”", "’", "\u{A0}", "МБ",
    "%", "бы", "же", "<", "&", "/", ":", "=", "é", "😀", "\n", "за\u{301}", "›",
  ]

  @Test(arguments: ["ru", "en"])
  func `texts put together by chance keep their letters, however they are cut`(language: String) {
    var random: UInt64 = 1
    func next(_ count: Int) -> Int {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      return Int(random % UInt64(count))
    }
    let typography = Typography(language: language)
    for _ in 0..<3000 {
      let text = (0..<(1 + next(24))).map { _ in Self.parts[next(Self.parts.count)] }.joined()
      let plain = typography.plain(text)
      #expect(Self.bare(plain) == Self.bare(text), "\(text)")
      let html = String(decoding: typography.markup(text), as: UTF8.self)
      #expect(Self.bare(Self.unmarked(html)) == Self.bare(text), "\(text)")
      let pieces = Self.setInPieces(text, typography, next)
      #expect(Self.bare(pieces) == Self.bare(text), "\(text)")
    }
  }

  private static func setInPieces(
    _ text: String, _ typography: Typography, _ next: (Int) -> Int
  ) -> String {
    var typesetter = Typesetter(typography)
    var plain = PlainText()
    var rest = Array(text.unicodeScalars)
    while !rest.isEmpty {
      let piece = Array(rest.prefix(1 + next(5)).map(String.init).joined().utf8)
      rest.removeFirst(min(rest.count, String(decoding: piece, as: UTF8.self).unicodeScalars.count))
      typesetter.ahead = Array(
        Array(rest.map(String.init).joined().utf8).prefix(Typesetter.horizon))
      typesetter.set(piece.span, to: &plain)
    }
    return String(decoding: plain.bytes, as: UTF8.self)
  }

  /// What no rule may change: all but spaces, quotes, hyphens and dots, which become each other.
  private static func bare(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !" \u{A0}\"'«»„“”‘’-–—….".unicodeScalars.contains($0) }
  }

  private static func unmarked(_ html: String) -> String {
    html.replacing("<span class=\"whole\">", with: "").replacing("</span>", with: "")
      .replacing("&lt;", with: "<").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}
