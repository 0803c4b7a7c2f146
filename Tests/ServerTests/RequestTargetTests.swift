import Testing

@testable import SpravkaServer

@Suite struct RequestTargetTests {
  @Test(arguments: [
    ("/", ""), ("/a/", "a/"), ("/a/b.png", "a/b.png"), ("/%D1%8F/", "я/"), ("/a%20b/", "a b/"),
    ("/a/index.html", "a/index.html"), ("/.well-known/a.txt", ".well-known/a.txt"),
    ("/help/.well-known/a", "help/.well-known/a"),
  ])
  func `a path of a site is decoded once`(raw: String, path: String) {
    #expect(RequestTarget(Array(raw.utf8))?.path == path)
  }

  @Test(arguments: [
    "", "a", "//", "//host/a", "/a//b", "/.", "/..", "/../etc/passwd", "/a/../b", "/a/./b", "/a/..",
    "/%2e%2e/etc/passwd", "/a/%2E%2E/b", "/.git/config", "/a/.env", "/%2egit/config", "/a%00b",
    "/.well-known", "/a/.well-known", "/.well-known/.git/b", "/.well-known/../a",
    "/a\\b", "/a%5Cb", "/%", "/%2", "/%zz", "/a%0d%0aSet-Cookie:x", "/%ff%fe", "/%c0%ae%c0%ae/",
    "/a%7f", "/%C2%85",
  ])
  func `what no page has as its address is refused`(raw: String) {
    #expect(RequestTarget(Array(raw.utf8)) == nil)
  }

  @Test func `what is encoded twice is decoded once`() {
    #expect(RequestTarget(Array("/%252e%252e/a".utf8))?.path == "%2e%2e/a")
  }

  @Test func `a very long path is refused`() {
    #expect(RequestTarget([UInt8](repeating: UInt8(ascii: "/"), count: 1)) != nil)
    let long = "/" + String(repeating: "a", count: 5000)
    #expect(RequestTarget(Array(long.utf8)) == nil)
  }
}
