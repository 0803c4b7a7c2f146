import Testing

@testable import SpravkaKit

struct SentenceTests {
  @Test(arguments: [
    ("Раз. Два.", "Раз."),
    ("Раз! Два", "Раз!"),
    ("Раз", "Раз"),
    ("", ""),
    (" Раз. Два", " Раз."),
    ("Т. е. так и надо. Иначе нет.", "Т. е. так и надо."),
    ("Версия 10.2 готова. Ура.", "Версия 10.2 готова."),
    ("А. С. Пушкин писал. Много.", "А. С. Пушкин писал."),
    ("Как войти? Просто.", "Как войти?"),
    ("Нажмите «Да». Готово.", "Нажмите «Да»."),
  ])
  func `the first sentence ends where a reader would say`(paragraph: String, expected: String) {
    #expect(firstSentence(of: paragraph) == expected)
  }

  @Test func `a long sentence is cut at a word`() {
    let cut = firstSentence(of: String(repeating: "слово ", count: 100))
    #expect(cut.hasSuffix("слово…"))
    #expect(cut.count <= 201)
  }
}
