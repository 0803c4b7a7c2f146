import Testing

@testable import SpravkaKit

struct CollationTests {
  @Test func `Russian titles stand as in a dictionary and numbers by value`() {
    let titles = ["яблоко", "Ёлка", "жук", "Ель", "Шаг 10", "Шаг 9", "ёж", "Елка 2", "1С"]
    let collation = Collation(language: "ru")
    let sorted = titles.sorted { collation.precedes($0, $1) ?? false }
    #expect(
      sorted == ["1С", "ёж", "Ёлка", "Елка 2", "Ель", "жук", "Шаг 9", "Шаг 10", "яблоко"])
  }

  @Test func `case alone makes no difference`() {
    #expect(Collation(language: "ru").precedes("Вход", "вход") == nil)
  }
}
