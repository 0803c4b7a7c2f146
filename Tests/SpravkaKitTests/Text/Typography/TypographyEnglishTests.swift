import Testing

@testable import SpravkaKit

struct TypographyEnglishTests {
  private func check(_ text: String, _ expected: String) {
    let typography = Typography(language: "en")
    #expect(shownTypography(typography.markup(text)) == expected)
    let plain = typography.plain(text)
    #expect(typography.plain(plain) == plain)
  }

  @Test(arguments: [
    ("\"word\"", "“word”"),
    ("He said \"it's 'fine'\".", "He said “it’s ‘fine’”."),
    ("\"'Fine', he said\"", "“‘Fine’, he said”"),
    ("don't, dogs' and '90s, 'tis", "don’t, dogs’ and ’90s, ’tis"),
    ("5'10\"", "5'10&quot;"),
    ("rel=\"a\"", "rel=&quot;a&quot;"),
    ("“set”", "“set”"),
  ])
  func `quotes and apostrophes are curly`(text: String, expected: String) {
    check(text, expected)
  }

  @Test(arguments: [
    ("one - two", "one—two"),
    ("one -- two", "one—two"),
    ("one--two", "one—two"),
    ("one — two", "one — two"),
    ("5 - 3", "5 - 3"),
    ("run --force", "run --force"),
    ("pages 5-10", "pages 5–10"),
    ("Wait...", "Wait…"),
  ])
  func `dashes stand without spaces`(text: String, expected: String) {
    check(text, expected)
  }

  @Test(arguments: [
    ("5 MB and 10 px", "5~MB and 10~px"), ("5 minutes", "5 minutes"), ("10 000 MB", "10~000~MB"),
    ("in a portal", "in a portal"), ("Step 5 A", "Step 5 A"), ("a QR-code", "a ⟦QR-code⟧"),
  ])
  func `units stay with their numbers`(text: String, expected: String) {
    check(text, expected)
  }

  @Test func `other languages have no rules`() {
    let text = "«A» - \"b\" ... e-mail 5 MB"
    #expect(Typography(language: "de").plain(text) == text)
    #expect(
      Typography(language: "").markup(text)
        == Array("«A» - &quot;b&quot; ... e-mail 5 MB".utf8))
    #expect(Typography(language: "en-GB").plain("it's") == "it’s")
  }
}
