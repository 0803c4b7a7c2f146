import Testing

@testable import SpravkaKit

@Suite struct WebAddressTests {
  @Test(
    arguments: [
      ("https://help.example", "https://help.example", ""),
      ("HTTP://Help.Example:8080/A?b=c#d", "http://help.example:8080", "/A?b=c#d"),
      ("https://xn--e1afmkfd.xn--p1ai/", "https://xn--e1afmkfd.xn--p1ai", "/"),
      ("http://localhost", "http://localhost", ""),
      ("https://a.example?x", "https://a.example", "?x"),
    ])
  func `an address is taken apart`(text: String, origin: String, rest: String) throws {
    let address = try WebAddress(text)
    #expect(address.origin == origin)
    #expect(address.rest == rest)
  }

  @Test(
    arguments: [
      ("help.example", WebAddressProblem.scheme), ("javascript://x", .scheme),
      ("//help.example", .scheme), ("https://", .host), ("https:///x", .host),
      ("https://a b", .host), ("https://a..b", .host), ("https://-a.b", .host),
      ("https://a:0", .host), ("https://a:", .host), ("https://a:99999", .host),
      ("https://a:+80", .host), ("https://user:word@a", .user),
      ("https://пример.рф", .nonASCIIHost),
      ("https://a/б", .characters), ("https://a/;b", .characters), ("https://a/\"", .characters),
    ])
  func `what is unsafe to write somewhere is none`(text: String, problem: WebAddressProblem) {
    #expect(throws: problem) { try WebAddress(text) }
  }
}
