import Testing

@testable import SpravkaServer

@Suite struct RequestGuardTests {
  private let guardian = RequestGuard(port: 8024, address: "127.0.0.1")

  private func refusal(_ headers: [String: String]) -> String? {
    guardian.refusal(of: HTTPRequest(method: "GET", path: [0x2F], headers: headers))
  }

  @Test(arguments: ["127.0.0.1:8024", "localhost:8024", "LOCALHOST:8024", "[::1]:8024"])
  func `the preview answers to its own names`(host: String) {
    #expect(refusal(["host": host]) == nil)
    #expect(refusal(["host": host, "origin": "http://\(host.lowercased())"]) == nil)
  }

  @Test(arguments: [
    "evil.example", "evil.example:8024", "127.0.0.1", "127.0.0.1:8025", "localhost.evil:8024", "",
    "127.0.0.1:8024.evil", "0.0.0.0:8024",
  ])
  func `a name that somebody else may own is refused`(host: String) {
    #expect(refusal(["host": host]) != nil)
  }

  @Test func `a request without a host is refused`() { #expect(refusal([:]) != nil) }

  @Test(arguments: [
    "http://evil.example", "null", "http://127.0.0.1:9000", "https://127.0.0.1:8024",
  ])
  func `other origins may not read`(origin: String) {
    #expect(refusal(["host": "127.0.0.1:8024", "origin": origin]) != nil)
  }

  @Test(arguments: [
    ("same-origin", "cors", "empty", true), ("none", "navigate", "document", true),
    ("cross-site", "navigate", "document", true), ("cross-site", "navigate", "iframe", false),
    ("cross-site", "no-cors", "image", false), ("cross-site", "no-cors", "script", false),
    ("same-site", "cors", "empty", false), ("same-site", "no-cors", "image", false),
  ])
  func `pages of other sites may lead here and do nothing else`(
    site: String, mode: String, destination: String, isFine: Bool
  ) {
    let headers = [
      "host": "127.0.0.1:8024", "sec-fetch-site": site, "sec-fetch-mode": mode,
      "sec-fetch-dest": destination,
    ]
    #expect((refusal(headers) == nil) == isFine)
  }

  @Test func `a preview at another loopback address answers to that one`() {
    let other = RequestGuard(port: 8024, address: "127.0.0.2")
    let request = HTTPRequest(method: "GET", path: [0x2F], headers: ["host": "127.0.0.2:8024"])
    #expect(other.refusal(of: request) == nil)
  }

  @Test func `a preview for others is known by any name`() {
    let open = RequestGuard(port: 8024, address: "0.0.0.0")
    let request = HTTPRequest(method: "GET", path: [0x2F], headers: ["host": "desk.example:8024"])
    #expect(open.refusal(of: request) == nil)
  }
}
