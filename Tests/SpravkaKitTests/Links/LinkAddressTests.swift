import Testing

@testable import SpravkaKit

@Suite struct LinkAddressTests {
  private func text(_ written: String) -> String? { try? LinkAddress(written).text }

  @Test func `an address is what browsers would ask for`() {
    #expect(text("https://Help.Example") == "https://help.example/")
    #expect(text(" HTTP://a.example:80/x?y#z ") == "http://a.example/x?y")
    #expect(text("http://a.example:8080?q=1") == "http://a.example:8080/?q=1")
    #expect(text("//a.example/b") == "https://a.example/b")
    #expect(text("https:\\\\a.example\\b?c\\d") == "https://a.example/b?c%5Cd")
    #expect(
      text("https://a.example/путь и \"b\"")
        == "https://a.example/%D0%BF%D1%83%D1%82%D1%8C%20%D0%B8%20%22b%22")
    #expect(text("https://a.example/%D0%BF%zz") == "https://a.example/%D0%BF%zz")
    #expect(text("http://[2001:DB8::1]:81/") == "http://[2001:db8::1]:81/")
  }

  /// https://www.rfc-editor.org/rfc/rfc3492 and names that there are.
  @Test(
    arguments: [
      ("https://госуслуги.рф/", "https://xn--c1aapkosapc.xn--p1ai/"),
      ("https://Bücher.example/", "https://xn--bcher-kva.example/"),
      ("https://münchen.de", "https://xn--mnchen-3ya.de/"),
      ("https://пример.испытание", "https://xn--e1afmkfd.xn--80akhbyknj4f/"),
      ("https://例え。テスト/", "https://xn--r8jz45g.xn--zckzah/"),
    ])
  func `names in other alphabets are those of the system of names`(written: String, asked: String) {
    #expect(text(written) == asked)
  }

  @Test func `what is no address says why`() {
    func problem(_ written: String) -> LinkAddress.Problem? {
      do throws(LinkAddress.Problem) {
        _ = try LinkAddress(written)
        return nil
      } catch {
        return error
      }
    }
    for written in ["mailto:a@b", "tel:+7", "ftp://a.example", "http", "a.md", ""] {
      #expect(problem(written) == .otherScheme, "\(written)")
    }
    for written in ["https://user@a.example", "https://u:p@a.example/", "//u:p@a/"] {
      #expect(problem(written) == .user, "\(written)")
    }
    let malformed = [
      "https://", "https://a b/", "https://a..b/", "https://-a/", "https://a:0/", "https://a:x/",
      "https://a:65536", "https://[::1", "https://a%20b/", "https://a\"b/", "https://[a]b/",
    ]
    for written in malformed { #expect(problem(written) == .malformed, "\(written)") }
  }

  @Test func `a redirection leads from where it was met`() throws {
    let here = try LinkAddress("http://a.example:81/b/c?d")
    #expect(try here.leading(to: "/x").text == "http://a.example:81/x")
    #expect(try here.leading(to: "x?y").text == "http://a.example:81/b/x?y")
    #expect(try here.leading(to: "?z").text == "http://a.example:81/b/c?z")
    #expect(try here.leading(to: "//b.example/").text == "http://b.example/")
    #expect(try here.leading(to: "https://b.example/п").text == "https://b.example/%D0%BF")
    #expect(throws: LinkAddress.Problem.user) { try here.leading(to: "http://u:p@b.example/") }
    #expect(throws: LinkAddress.Problem.otherScheme) { try here.leading(to: "file:///etc/passwd") }
  }
}
