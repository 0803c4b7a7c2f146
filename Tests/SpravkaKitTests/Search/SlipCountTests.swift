import Testing

@testable import SpravkaKit

struct SlipCountTests {
  @Test(arguments: [
    ("пароль", "пароль", 0), ("пароль", "парль", 1), ("пароль", "парооль", 1),
    ("пароль", "пороль", 1), ("пароль", "паорль", 1), ("пароль", "", 3), ("", "", 0), ("а", "", 1),
    ("аб", "", 2), ("", "аб", 2), ("абв", "в", 2), ("пароль", "паоль", 1), ("пароль", "пролоь", 2),
    ("регистрация", "ригестрация", 2), ("абвг", "бавг", 1), ("абвг", "багв", 2),
    ("абвг", "гвба", 3),
    ("вход", "выход", 1), ("код", "ключ", 3), ("абв", "где", 3),
  ])
  func `slips are counted up to two`(left: String, right: String, count: Int) {
    let (left, right) = (Letters(of: left), Letters(of: right))
    #expect(slips(left, right, limit: 2) == count)
    #expect(slips(right, left, limit: 2) == count)
    #expect(slips(left, right, limit: 1) == min(count, 2))
  }
}
