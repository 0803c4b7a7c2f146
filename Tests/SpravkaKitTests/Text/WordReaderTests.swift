import Testing

@testable import SpravkaKit

struct WordReaderTests {
  private func words(_ text: [UInt8], isHTML: Bool = false) -> [String] {
    var reader = WordReader()
    var words: [String] = []
    reader.read(text.span, isHTML: isHTML) { word, _ in
      var bytes: [UInt8] = []
      bytes.append(copying: word)
      words.append(String(decoding: bytes, as: UTF8.self))
    }
    return words
  }

  private func words(_ text: String, isHTML: Bool = false) -> [String] {
    words(Array(text.utf8), isHTML: isHTML)
  }

  @Test(arguments: [
    ("", []),
    (" — …«»\u{A0}", []),
    ("Ёлка, ЕЛКА и йод", ["елка", "елка", "и", "йод"]),
    ("АПРЯ апря ЙЁ", ["апря", "апря", "йе"]),
    ("QR-код 10.5", ["qr", "код", "10", "5"]),
    ("1С и ERR-1024_x", ["1с", "и", "err", "1024", "x"]),
    ("па\u{AD}роль\u{A0}мой", ["пароль", "мой"]),
    ("Crème Brûlée", ["crème", "brûlée"]),
    ("ÀÉÖ ÐÞ", ["àéö", "ðþ"]),
    ("Їжак ЎҐ", ["їжак", "ўґ"]),
    ("ΣΊΣΥΦΟΣ", ["σίσυφοσ"]),
    ("日本 語", ["日本", "語"]),
    ("a·b a’b 5½ №7", ["a", "b", "a", "b", "5", "7"]),
    ("😀 ok", ["ok"]),
  ])
  func `a text falls into words`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func `letters with accents of their own are the letters that they make`() {
    #expect(words("и\u{306}од е\u{308}ж за\u{301}мок") == ["йод", "еж", "замок"])
    #expect(words("\u{306}а и\u{301}") == ["а", "и"])
  }

  @Test(arguments: [
    ("<p class=\"x\">Вход &amp; выход</p>", ["вход", "выход"]),
    ("<b>один</b>два &#x27;три&#x27; R&D", ["один", "два", "три", "r", "d"]),
    ("конец <a href=\"", ["конец"]),
    ("a < b", ["a"]),
    ("&", []),
    ("&amp", ["amp"]),
  ])
  func `markup is no word`(html: String, expected: [String]) {
    #expect(words(html, isHTML: true) == expected)
  }

  @Test func `in plain text nothing is markup`() {
    #expect(words("<b> &amp;") == ["b", "amp"])
  }

  @Test func `bytes that are no UTF-8 part words and harm nothing`() {
    #expect(words([0x61, 0xFF, 0x62, 0x80, 0x63, 0xD0]) == ["a", "b", "c"])
    #expect(words([0x61, 0xE2, 0x82]) == ["a"])
    #expect(words([0x61, 0xF4, 0xFF, 0xFF, 0xFF, 0x62]).last == "b")
  }

  @Test func `of an endless word the beginning is taken, in whole letters`() {
    let long = words(String(repeating: "я", count: 500) + " a")
    #expect(long == [String(repeating: "я", count: WordReader.longest / 2), "a"])
    let odd = words("z" + String(repeating: "я", count: 500))
    #expect(odd == ["z" + String(repeating: "я", count: WordReader.longest / 2 - 1)])
  }

  private static let examples: [(String, Alphabets)] = [
    ("abc", .latin), ("где", .cyrillic), ("10", .digits), ("1с", [.digits, .cyrillic]),
    ("apiшный", [.latin, .cyrillic]), ("é", .latin), ("語", .other),
  ]

  @Test(arguments: examples)
  func `a word knows its alphabets`(word: String, expected: Alphabets) {
    var reader = WordReader()
    var found: [Alphabets] = []
    reader.read(word) { found.append($1) }
    #expect(found == [expected])
  }
}
