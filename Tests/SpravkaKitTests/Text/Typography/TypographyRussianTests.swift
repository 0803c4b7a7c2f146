import Testing

@testable import SpravkaKit

// In expected texts `~` is a no-break space, and brackets like ⟦these⟧ stand for the element around
// a word that must not be broken.
struct TypographyRussianTests {
  private func check(_ text: String, _ expected: String) {
    let shown = shownTypography(Typography(language: "ru").markup(text))
    #expect(shown == expected)
    // A text that is set already stays as it is.
    let plain = Typography(language: "ru").plain(text)
    #expect(Typography(language: "ru").plain(plain) == plain)
  }

  @Test(arguments: [
    ("в портале", "в~портале"),
    ("В портале и на сайте", "В~портале и~на~сайте"),
    ("(в портале)", "(в~портале)"),
    ("«в портале", "«в~портале"),
    ("через минуту, если что-то", "через~минуту, если~⟦что-то⟧"),
    ("Он её не видит", "Он~её~не~видит"),
    ("ты нас видишь", "ты нас видишь"),
    ("в  портале", "в  портале"),
    ("в\u{A0}портале", "в~портале"),
    ("назов в портале", "назов в~портале"),
    ("ПО для склада", "ПО для~склада"),
    ("в-третьих он", "⟦в-третьих⟧ он"),
    ("в, на", "в, на"),
    ("в", "в"),
    ("Под «Настройками»", "Под~«Настройками»"),
  ])
  func `short words stay with the next one`(text: String, expected: String) {
    check(text, expected)
  }

  @Test(arguments: [
    ("сказал бы", "сказал~бы"),
    ("тот же самый", "тот~же~самый"),
    ("знаете ли вы", "знаете~ли~вы"),
    ("сказал бык", "сказал бык"),
    ("тот жест", "тот жест"),
    ("один лист", "один лист"),
    ("если бы, то", "если~бы, то"),
  ])
  func `particles stay with the word before them`(text: String, expected: String) {
    check(text, expected)
  }

  @Test(arguments: [
    ("Москва — столица", "Москва~— столица"),
    ("Москва - столица", "Москва~— столица"),
    ("Москва -- столица", "Москва~— столица"),
    ("Москва\u{A0}- столица", "Москва~— столица"),
    ("«Москва» – столица", "«Москва»~– столица"),
    ("Москва -столица", "Москва -столица"),
    ("Москва  - столица", "Москва  - столица"),
    ("10 - 5", "10 - 5"),
    ("10 - мало", "10~— мало"),
    ("- пункт", "- пункт"),
    (" - ", " - "),
    ("а - ", "а~- "),
    ("а --- б", "а~--- б"),
    ("--force и -f", "--force и~-f"),
  ])
  func `hyphens between spaces are dashes`(text: String, expected: String) {
    check(text, expected)
  }

  @Test(arguments: [
    ("5 минут", "5~минут"),
    ("5 МБ", "5~МБ"),
    ("5 px", "5~px"),
    ("5 %", "5~%"),
    ("5 °C", "5~°C"),
    ("5 ₽", "5~₽"),
    ("3,5 часа", "3,5~часа"),
    ("10 000 статей", "10~000~статей"),
    ("8 800 555 35 35", "8~800~555 35 35"),
    ("шаги 1000 200", "шаги 1000 200"),
    ("18 августа 2025 г.", "18~августа 2025~г."),
    ("2025 г. Портал", "2025~г. Портал"),
    ("№ 5", "№~5"),
    ("§ 5", "§~5"),
    ("№ пять", "№ пять"),
    ("рис. 5, стр. 7", "рис.~5, стр.~7"),
    ("10 и 12", "10 и~12"),
    ("5 Нажмите", "5 Нажмите"),
    ("5 px2", "5 px2"),
    ("IPv6 нужен", "IPv6 нужен"),
    ("5) минут", "5) минут"),
  ])
  func `numbers stay with their words`(text: String, expected: String) {
    check(text, expected)
  }

  @Test(arguments: [
    ("т. е. сразу", "т.~е. сразу"),
    ("и т. д.", "и~т.~д."),
    ("т. портал", "т. портал"),
    ("А. С. Пушкин", "А.~С.~Пушкин"),
    ("А.С. Пушкин", "А.С.~Пушкин"),
    ("Пушкин А. С.", "Пушкин~А.~С."),
    ("J. K. Rowling", "J.~K.~Rowling"),
    ("стр. А", "стр. А"),
    ("Готово. Далее", "Готово. Далее"),
    ("А. пушкин", "А. пушкин"),
  ])
  func `abbreviations and names are kept together`(text: String, expected: String) {
    check(text, expected)
  }

  @Test(arguments: [
    ("\"слово\"", "«слово»"),
    ("\"Он сказал: \"да\"\"", "«Он~сказал: „да“»"),
    ("«Он \"там\"»", "«Он~„там“»"),
    ("„Он \"там\"“", "„Он~„там““"),
    ("(\"слово\")", "(«слово»)"),
    ("слово—\"слово\"", "слово—«слово»"),
    ("сказал:\"Да\"", "сказал:«Да»"),
    ("27\" и 32\"", "27&quot; и~32&quot;"),
    ("type=\"text\"", "type=&quot;text&quot;"),
    ("слово\"", "слово&quot;"),
    ("а \" б", "а~&quot; б"),
    ("\"\"слово\" два\"", "«„слово“ два»"),
    ("\"Думал...\" и", "«Думал…» и"),
    ("«слово» “слово”", "«слово» “слово”"),
    ("Don't", "Don't"),
    ("a < b & c", "a &lt; b &amp; c"),
  ])
  func `straight quotes become quotation marks`(text: String, expected: String) {
    check(text, expected)
  }

  @Test(arguments: [
    ("5-10 минут", "5–10~минут"),
    ("(2024-2025)", "(2024–2025)"),
    ("на 5-10%", "на~5–10%"),
    ("10-5", "10-5"),
    ("2025-08-18", "2025-08-18"),
    ("8-800-555", "8-800-555"),
    ("2025-08", "2025-08"),
    ("(495) 555-1234", "(495) 555-1234"),
    ("8 800 555-1234", "8~800 555-1234"),
    ("v5-10", "⟦v5-10⟧"),
    ("1.5-10", "1.5-10"),
    ("5-10.5", "5-10.5"),
    ("5-10.", "5–10."),
    ("a/5-10", "a/5-10"),
    ("5-10/a", "5-10/a"),
    ("12345-12346", "12345-12346"),
  ])
  func `ranges of numbers take a dash`(text: String, expected: String) {
    check(text, expected)
  }

  @Test(arguments: [
    ("что-то", "⟦что-то⟧"),
    ("QR-код, из-за", "⟦QR-код⟧, ⟦из-за⟧"),
    ("«QR-код»", "«⟦QR-код⟧»"),
    ("\"QR-код\"", "«⟦QR-код⟧»"),
    ("5-й этаж", "⟦5-й⟧ этаж"),
    ("бизнес-процесс", "бизнес-процесс"),
    ("https://a.ru/wi-fi", "https://a.ru/wi-fi"),
    ("wi-fi.ru", "wi-fi.ru"),
    ("sign-in_form", "sign-in_form"),
    ("key=sign-in", "key=sign-in"),
    ("a@e-mail.ru", "a@e-mail.ru"),
    ("--no-color", "--no-color"),
    ("что--то", "что--то"),
    ("Из-под стола.", "⟦Из-под⟧ стола."),
    ("государственно-из-за-природоохранный", "государственно-из-за-природоохранный"),
    ("550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000"),
  ])
  func `words with short parts are kept whole`(text: String, expected: String) {
    check(text, expected)
  }

  @Test(arguments: [
    ("Ждите...", "Ждите…"), ("...и так", "…и~так"), ("[...]", "[…]"), ("....", "...."),
    ("..", ".."), ("../...", "../..."), (".../a", ".../a"), ("...args", "...args"),
    ("Ждите... Далее", "Ждите… Далее"),
  ])
  func `three dots are an ellipsis`(text: String, expected: String) {
    check(text, expected)
  }

  @Test func `a plain text holds no elements`() {
    let typography = Typography(language: "ru")
    #expect(typography.plain("Что-то в \"<A>\"") == "Что-то в\u{A0}«<A>»")
  }
}

func shownTypography(_ html: [UInt8]) -> String {
  String(decoding: html, as: UTF8.self).replacing("\u{A0}", with: "~")
    .replacing("<span class=\"whole\">", with: "⟦").replacing("</span>", with: "⟧")
}
