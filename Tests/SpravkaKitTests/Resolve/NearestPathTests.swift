import Testing

@testable import SpravkaKit

struct NearestPathTests {
  private let index = NearestPath([
    "content/ru/auth/password.md", "content/ru/auth/qr-code.md", "content/ru/tariffs/password.md",
    "content/ru/tariffs/price-list.md",
  ])

  @Test(arguments: [
    ("content/ru/auth/passwords.md", "content/ru/auth/password.md"),
    ("content/ru/tariff/password.md", "content/ru/tariffs/password.md"),
    ("content/ru/qr-code.md", "content/ru/auth/qr-code.md"),
    ("content/ru/auth/qrcode.md", "content/ru/auth/qr-code.md"),
    ("content/ru/auth/pricelist.md", "content/ru/tariffs/price-list.md"),
    ("content/ru/auth/login.md", nil),
    ("content/ru/x.md", nil),
    ("", nil),
  ])
  func `the path that was meant is found`(wanted: String, expected: String?) {
    #expect(index.nearest(to: wanted) == expected)
  }

  @Test func `a name that nearly every path has does not slow the search down`() {
    let many = NearestPath((0..<20_000).map { "content/ru/article-\($0).md" })
    #expect(many.nearest(to: "content/en/article-7.md") == "content/ru/article-7.md")
    _ = many.nearest(to: "content/ru/artikle-x.md")
  }
}
