import Testing

@testable import SpravkaKit

struct YAMLTextTests {
  @Test(arguments: [
    ("Как узнать логин?", "Как узнать логин?"), ("«Да» — нет", "«Да» — нет"),
    ("Шаг 1. Вход", "Шаг 1. Вход"), ("Вход: QR", "\"Вход: QR\""), ("№ 5", "\"№ 5\""),
    ("да #1", "\"да #1\""), ("a \"b\" \\c", "\"a \\\"b\\\" \\\\c\""), ("No", "\"No\""),
    ("2026", "\"2026\""), ("", "\"\""), ("a\u{FEFF}b", "\"a\\uFEFFb\""),
  ])
  func `quotes stand only where something would be misread`(text: String, written: String) {
    #expect(yamlText(text) == written)
  }

  @Test func `a line has single spaces between its words and no control characters`() {
    #expect(oneLine(" a\u{0}\n\tb  c\u{2029}d\u{85}") == "a b c d")
    #expect(oneLine("a\u{A0}b") == "a\u{A0}b")
    #expect(oneLine(" \n ") == "")
  }
}
