import Foundation
import Testing

// `check --links` against a server of our own on the loopback, which is why all but one of these
// tests allow private addresses. Nothing here leaves this machine.

@Suite struct LinksTests {
  private let scratch: ScratchFolder
  private let sites: OtherSites

  init() throws {
    scratch = try ScratchFolder()
    try SampleSite.small.write(to: scratch, at: "site")
    sites = try OtherSites(in: scratch)
  }

  private func check(_ words: String..., links: [String], isPrivate: Bool = true) throws -> Ended {
    let body = links.enumerated().map { "[Страница \($0.offset)](<\($0.element)>)\n" }
    try scratch.write("site/content/ru/a/c.md", SampleSite.page("Ц", body.joined(separator: "\n")))
    let program = Program(
      words: [Program.spravka, "check", "--site", "site", "--links"]
        + (isPrivate ? ["--links-private"] : []) + words, folder: scratch.path)
    return try program.run()
  }

  /// `dead-link: … `, without the address.
  private func findings(_ ended: Ended) -> [String] {
    ended.error.split(separator: "\n").compactMap { line in
      guard let words = line.firstMatch(of: /warning: the page '([^']*)' (.*) \[([a-z-]+)\]$/)
      else {
        return nil
      }
      let path = words.output.1.split(separator: "/", maxSplits: 2).last ?? ""
      return "\(path) \(words.output.2) [\(words.output.3)]"
    }
  }

  @Test func `a link to what is not there is told at its place, with what the site says`() throws {
    let ended = try check(links: [sites.url("gone#top"), sites.url("fine", host: 2)])
    #expect(
      ended.error == """
        content/ru/a/c.md:5:1: warning: the page '\(sites.url("gone#top"))' answers 404 [dead-link]
          [Страница 0](<\(sites.url("gone#top"))>)
          ^\(String(repeating: "~", count: sites.url("gone#top").count + 15))
          hint: link to another page, or leave the link out
        1 warning
        Outside links: 2 addresses asked, 0 known from earlier runs.

        """)
    #expect(ended.code == 0)
    #expect(
      try sites.requests().sorted() == [
        "GET 127.0.0.1 /gone", "HEAD 127.0.0.1 /gone", "HEAD 127.0.0.2 /fine",
      ])
    #expect(try check("--strict", links: [sites.url("gone")]).code == 1)
  }

  @Test func `a page that has moved for good is told with its new address`() throws {
    let ended = try check(links: [
      sites.url("moved#part"), sites.url("moved-twice", host: 2), sites.url("away", host: 3),
      sites.url("for-now", host: 4), sites.url("moved-to-nothing", host: 5),
    ])
    #expect(
      findings(ended)
        == [
          "moved#part has moved for good [moved-link]",
          "moved-twice has moved for good [moved-link]",
          "away has moved for good [moved-link]",
          "moved-to-nothing answers 404, at '…' [dead-link]",
        ].map { $0.replacing("'…'", with: "'\(sites.url("gone", host: 5))'") })
    #expect(ended.error.contains("hint: write '\(sites.url("fine?a=b#part"))'"))
    #expect(ended.error.contains("hint: write '\(sites.url("fine?a=b", host: 2))'"))
    #expect(ended.error.contains("hint: write '\(sites.url("there", host: 9))'"))
  }

  @Test func `a site that does not like HEAD is asked by GET, and its text is not waited for`()
    throws
  {
    let ended = try check(links: [
      sites.url("no-head"), sites.url("head-lies", host: 2), sites.url("endless", host: 3),
      sites.url("hangs-up", host: 4), sites.url("broken", host: 5),
    ])
    #expect(
      findings(ended) == [
        "hangs-up gets no answer that makes sense [dead-link]", "broken answers 500 [dead-link]",
      ])
  }

  @Test func `what is closed to machines is neither dead nor fine`() throws {
    let names = ["closed", "login", "linkedin", "tomorrow", "loop"]
    let ended = try check(
      links: names.enumerated().map { sites.url($0.element, host: $0.offset + 1) })
    #expect(findings(ended).isEmpty)
    #expect(
      ended.error == """
        Outside links: 5 addresses asked, 0 known from earlier runs.
        Of 5 links nothing can be said:
          \(sites.url("closed")) answers 403
          \(sites.url("login", host: 2)) answers 401
          \(sites.url("linkedin", host: 3)) answers 999
          \(sites.url("tomorrow", host: 4)) answers 503
          \(sites.url("loop", host: 5)) is redirected more than 10 times
        3 articles: nothing to find fault with

        """)
    #expect(ended.code == 0)
  }

  @Test func `a site that asks for patience gets it, and one at a time comes to each host`() throws
  {
    let ended = try check(links: [
      sites.url("in-a-while"), sites.url("1"), sites.url("2"), sites.url("3", host: 2),
    ])
    #expect(findings(ended).isEmpty)
    #expect(!ended.error.contains("nothing can be said"), "\(ended.error)")
    let requests = try sites.requests()
    #expect(requests.count == 5)
    #expect(!requests.contains { $0.hasSuffix("crowd") })
  }

  @Test func `what was there is not asked again for a week, what was not in every run`() throws {
    let links = [sites.url("fine"), sites.url("moved", host: 2), sites.url("gone", host: 3)]
    let first = try check(links: links)
    let asked = try sites.requests().count
    let second = try check(links: links)
    #expect(findings(second) == findings(first))
    #expect(second.error.contains("Outside links: 1 address asked, 2 known from earlier runs.\n"))
    let again = try sites.requests()[asked...].map { $0 }
    #expect(again == ["HEAD 127.0.0.3 /gone", "GET 127.0.0.3 /gone"])
    let cache = try scratch.text("site/.spravka-links.json")
    let weekAgo = Int(Date.now.timeIntervalSince1970) - 7 * 86400 - 60
    let old = cache.replacing(/"asked": [0-9]+/, with: "\"asked\": \(weekAgo)")
    try scratch.write("cache.json", old)
    let third = try check("--links-cache", "cache.json", links: links)
    #expect(third.error.contains("Outside links: 3 addresses asked, 0 known from earlier runs.\n"))
    #expect(try scratch.text("site/.spravka-links.json") == cache)
  }

  @Test func `only as many are asked as may be, and the others come next time`() throws {
    let links = (1...5).map { sites.url("fine", host: $0) }
    let first = try check("--links-limit", "2", links: links)
    #expect(
      first.error.contains(
        "2 addresses asked, 0 known from earlier runs, 3 left for the next run.\n"))
    let second = try check("--links-limit=2", links: links)
    #expect(
      second.error.contains(
        "2 addresses asked, 2 known from earlier runs, 1 left for the next run.\n"))
    #expect(try Set(sites.requests()).count == 4)
  }

  @Test func `private addresses are not asked, however they are spelt`() throws {
    let port = sites.port
    let links = [
      sites.url("fine"), "http://localhost:\(port)/", "http://[::1]:\(port)/",
      "http://2130706433:\(port)/", "http://0x7f.1:\(port)/", "http://127.1:\(port)/",
      "http://[::ffff:127.0.0.1]:\(port)/", "http://0:\(port)/", "http:/127.0.0.1:\(port)/",
      "http:\\\\127.0.0.1:\(port)/", "//127.0.0.1:\(port)/",
    ]
    let ended = try check(links: links, isPrivate: false)
    #expect(findings(ended).isEmpty, "\(ended.error)")
    #expect(ended.error.contains("Of 10 links nothing can be said:\n"), "\(ended.error)")
    #expect(try sites.requests().isEmpty)
  }

  @Test func `passwords are neither sent nor shown`() throws {
    let secret = sites.url("fine").replacing("//", with: "//user:geheim@")
    let ended = try check(links: [secret, sites.url("moved-to-user", host: 2)])
    #expect(!ended.error.contains("geheim"))
    #expect(
      ended.error.contains(
        "  http://…@127.0.0.1:\(sites.port)/fine names a user and is not asked\n"))
    #expect(ended.error.contains(" is redirected to an address that names a user\n"))
    #expect(try sites.requests() == ["HEAD 127.0.0.2 /moved-to-user"])
    #expect(try !scratch.text("site/.spravka-links.json").contains("geheim"))
  }

  @Test func `hosts that do not answer are told by what is wrong with them`() throws {
    let https = sites.url("fine").replacing("http:", with: "https:")
    let ended = try check(links: [
      "http://127.0.0.7:1/", https, "http://a..b/", "mailto:a@b.example",
    ])
    let found = findings(ended)
    try #require(found.count == 3, "\(ended.error)")
    #expect(found[0].hasSuffix("has a host that refuses to be connected [dead-link]"))
    #expect(found[1].hasSuffix("has a host with which no safe connection can be made [dead-link]"))
    #expect(found[2].hasSuffix("has no valid host [dead-link]"))
  }

  @Test func `without the option nobody is asked, and nothing is asked that nobody wants to know`()
    throws
  {
    _ = try check(links: [sites.url("gone")])
    let count = try sites.requests().count
    #expect(try scratch.spravka("check", "--site", "site", "--strict").code == 0)
    #expect(try scratch.spravka("build", "--site", "site").code == 0)
    var site = SampleSite.small["content/site.yml"] ?? ""
    site += "levels: {dead-link: off, moved-link: off}\n"
    try scratch.write("site/content/site.yml", site)
    #expect(try check(links: [sites.url("gone")]).code == 0)
    #expect(try sites.requests().count == count)
  }

  @Test func `a file that is no cache is refused, and a missing curl is said`() throws {
    try scratch.write("mine.json", "{\"name\": 1}\n")
    let foreign = try check("--links-cache", "mine.json", links: [sites.url("fine")])
    #expect(
      foreign.error == """
        spravka: 'mine.json' is no cache of links: it does not say 'spravka-links'
          hint: remove it, or choose another one with '--links-cache'

        """)
    #expect(foreign.code == 2)
    #expect(try scratch.text("mine.json") == "{\"name\": 1}\n")
    let poor = try scratch.spravka(
      "check", "--site", "site", "--links", environment: ["PATH": scratch.at("none")])
    #expect(poor.code == 3)
    #expect(poor.error.contains("'--links' asks by the program 'curl', which is not on the PATH\n"))
    #expect(try sites.requests().isEmpty)
  }
}
