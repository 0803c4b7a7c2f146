import Testing

@testable import SpravkaKit

@Suite struct LinkQuestionTests {
  @Test(
    arguments: [
      "127.0.0.1", "0.0.0.0", "10.1.2.3", "100.64.0.1", "169.254.169.254", "172.16.0.1",
      "172.31.255.255", "192.168.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "[::1]",
      "[::]",
      "[fe80::1]", "[fc00::1]", "[fd12::1]", "[ff02::1]", "[::ffff:10.0.0.1]", "[::ffff:7f00:1]",
      "[64:ff9b::a00:1]", "[2002:7f00:1::]", "[2001:db8::1]", "[2001::1]", "[::127.0.0.1]",
      "[100::1]", "2130706433", "0x7f000001", "017700000001", "127.1", "localhost",
    ])
  func `an address that is not for everybody is private`(host: String) throws {
    guard case .found(let addresses) = lookUp(host) else {
      // A machine without IPv6 or a name for itself has nothing to be kept off.
      #expect(host.hasPrefix("[") || host == "localhost")
      return
    }
    #expect(addresses.allSatisfy { $0.isPrivate }, "\(addresses)")
  }

  @Test(
    arguments: [
      "1.1.1.1", "172.32.0.1", "100.128.0.1", "192.169.0.1", "9.255.255.255", "223.255.255.255",
      "[2606:4700::1]", "[2a02:6b8::1]", "[::ffff:1.1.1.1]", "[64:ff9b::101:101]",
      "[2002:101:101::]",
    ])
  func `an address of the world is not`(host: String) throws {
    guard case .found(let addresses) = lookUp(host) else { return #expect(host.hasPrefix("[")) }
    #expect(!addresses.contains { $0.isPrivate }, "\(addresses)")
  }

  @Test func `a redirection to a private address is not followed`() throws {
    var question = LinkQuestion(try LinkAddress("http://1.1.1.1/"))
    let head = try #require(
      HTTPHead(Array("HTTP/1.1 302 Found\r\nlocation: http://169.254.169.254/x\r\n\r\n".utf8)))
    guard case .again = question.take(head) else {
      Issue.record("the redirection was not taken")
      return
    }
    // A program that would not do any harm, were it run.
    let curl = CurlProgram(path: "/bin/true", environment: [])
    guard case .done(let answer) = question.step(curl, asksPrivate: false) else {
      Issue.record("the private address was asked")
      return
    }
    #expect(answer == .unknown(reason: "is at a private address, at 'http://169.254.169.254/x'"))
  }

  @Test func `where no host is known it is the machine that has no network`() throws {
    let (one, other) = (try LinkAddress("https://a.example"), try LinkAddress("https://b.example"))
    let unknown = LinkQuestion.nobodyKnows
    let offline = withoutNetwork([one: unknown, other: unknown])
    #expect(offline.count == 2)
    #expect(offline.values.allSatisfy { if case .unknown = $0 { true } else { false } })
    #expect(withoutNetwork([one: unknown]) == [one: unknown])
    #expect(withoutNetwork([one: unknown, other: .fine]) == [one: unknown, other: .fine])
  }

  @Test func `heads are read when they are whole, and announcements are passed over`() {
    func head(_ text: String) -> HTTPHead? { HTTPHead(Array(text.utf8)) }
    #expect(head("HTTP/1.1 200 OK\r\nA: b\r\n") == nil)
    #expect(head("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n") == nil)
    let whole =
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/2 301 \r\nLOCATION:  /x y \r\nretry-after: 7\r\n\r\nbody"
    #expect(head(whole)?.status == 301)
    #expect(head(whole)?.location == "/x y ")
    #expect(head(whole)?.retryAfter == 7)
    #expect(
      head("HTTP/1.1 503 x\nRetry-After: Fri, 31 Dec 1999 23:59:59 GMT\n\n")?.retryAfter == nil)
    #expect(head("not HTTP\r\n\r\n") == nil)
  }

  @Test func `the cache comes back as it was, and forgets what nobody asks for`() throws {
    var cache = LinkCache()
    let now = 2_000_000_000
    let answers: [LinkAnswer] = [
      .fine, .moved(to: "https://b.example/'\"п"), .dead(reason: "answers 404"),
      .unknown(reason: "answers 403"),
    ]
    let addresses = try (0..<4).map { try LinkAddress("https://a.example/\($0)") }
    for (address, answer) in zip(addresses, answers) {
      cache[address] = .init(asked: now, answer: answer)
    }
    #expect(try LinkCache(parsing: cache.encoded) == cache)
    let week = 7 * 86400
    #expect(addresses.map { cache.isFresh($0, now: now + week - 1) } == [true, true, false, false])
    #expect(!addresses.contains { cache.isFresh($0, now: now + week) })
    #expect(!addresses.contains { cache.isFresh($0, now: now - 1) })
    cache.forgetOld(now: now + 31 * 86400)
    #expect(cache == LinkCache())
  }
}
