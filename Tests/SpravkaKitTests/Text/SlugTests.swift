import Testing

@testable import SpravkaKit

struct SlugTests {
  @Test(arguments: [
    ("Если забыли логин", "esli-zabyli-login"),
    ("Объявление щукой: съешь ещё!", "obyavlenie-shchukoy-sesh-eshche"),
    ("Юля, Яна и Жучка — за чаем", "yulya-yana-i-zhuchka-za-chaem"),
    ("ERR-1024: 10.2.1", "err-1024-10-2-1"),
    ("C++ / C#", "c-c"),
    ("  Пробелы\u{A0}и\u{AD}переносы  ", "probely-iperenosy"),
    ("Київ, ґанок, їжак, Ўрад", "kiiv-ganok-izhak-urad"),
    ("日本語", ""),
    ("🎉", ""),
    ("", ""),
  ])
  func `a text becomes an anchor in plain ASCII`(text: String, expected: String) {
    #expect(slug(of: text) == expected)
  }
}
