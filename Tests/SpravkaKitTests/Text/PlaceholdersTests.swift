import Testing

@testable import SpravkaKit

struct PlaceholdersTests {
  @Test(arguments: [
    ("{day} {month} {year} г.", "18 августа 2025 г."),
    ("{month} {day}", "августа 18"),
    ("без имён", "без имён"),
    ("{unknown} {day", "{unknown} {day"),
    ("}{day}{", "}18{"),
    ("", ""),
  ])
  func `names in braces are replaced`(pattern: String, expected: String) {
    #expect(filled(pattern, ["day": "18", "month": "августа", "year": "2025"]) == expected)
  }
}
