import Testing

@testable import SpravkaKit

struct FoldingTests {
  @Test(arguments: [
    ("Ещё РАЗ", "еще раз"), ("  a \t\n b\u{A0}\u{2009}c  ", "a b c"), ("", ""), (" \u{A0}", ""),
    ("Ё", "е"), ("C++ / C#", "c++ / c#"), ("И\u{306}од", "и\u{306}од"), ("STRASSE ß", "strasse ß"),
  ])
  func `case, ё and gaps do not count, all else does`(text: String, expected: String) {
    #expect(folded(text) == expected)
  }
}

struct FoldingOfAlphabetsTests {
  @Test(arguments: [
    ("Ёлка И ЁЖ", "елка и еж"), ("  Как  войти\u{A0}на\tпортал ", "как войти на портал"),
    ("АЯРПЙЪ апря", "аярпйъ апря"), ("«Портал24»", "«портал24»"), ("ÄÖ ß — Ÿ", "äö ß — ÿ"),
    ("ЇЖАК Ђ", "їжак ђ"), ("İ", "i\u{307}"), ("", ""), (" ", ""), ("A\u{2003}B", "a b"),
  ])
  func `letters of all alphabets are folded alike`(text: String, expected: String) {
    #expect(folded(text) == expected)
  }
}
