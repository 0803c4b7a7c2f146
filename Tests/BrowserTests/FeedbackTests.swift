import Foundation
import Testing

/// «Статья помогла?»: an answer is a request that stands in the server's log.
struct FeedbackTests {
  private static let article = "registration/account/forgot-login/"
  /// How an answer names the article: by its path on the site, wherever the site stands.
  private static let page = "/" + article
  private static let form = "document.querySelector('.feedback')"

  @Test(arguments: HelpDesk.basePaths)
  func `without JavaScript the form asks for a page that thanks`(basePath: String) async throws {
    try await withHelpDesk(at: basePath) { desk, browser in
      try await browser.setScripts(on: false)
      try await browser.open(try desk.address(Self.article))
      try await browser.run("document.querySelector('[value=yes]').focus()")
      try await browser.press(.space)
      try await browser.run("document.querySelector('.feedback .send .main').focus()")
      try await browser.press(.enter)
      try await browser.wait(until: "location.search")
      let address = try await browser.address()
      #expect(address.hasPrefix(desk.url.absoluteString + "feedback/?page="))
      #expect(address.contains("&vote=yes"))
      #expect(try fields(of: address)["page"] == Self.page)
      #expect(try await browser.text(of: "h1") == "Спасибо за ответ")
      try await browser.run("document.querySelector('main .button').focus()")
      try await browser.press(.enter)
      try await browser.wait(until: "location.href === \(quoted(desk.url.absoluteString))")
    }
  }

  @Test(arguments: HelpDesk.basePaths)
  func `a yes is thanked for in its place`(basePath: String) async throws {
    try await withHelpDesk(at: basePath) { desk, browser in
      let address = try desk.address(Self.article)
      try await browser.open(address)
      let height: Double = try await browser.evaluate("return \(Self.form).offsetHeight")
      try await browser.click(".feedback label:has([value=yes])")
      try await browser.wait(until: "document.querySelector('.feedback .thanks')")
      #expect(try await browser.text(of: ".thanks").hasPrefix("Спасибо"))
      #expect(try await browser.focuses(".thanks[role=status]"))
      #expect(try await browser.evaluate("return \(Self.form).offsetHeight") == height)
      #expect(try await browser.address() == address.absoluteString)
      let answers = answers(desk, basePath)
      #expect(answers.count == 1)
      let sent = try fields(of: answers.first ?? "")
      #expect(sent["vote"] == "yes")
      #expect(sent["page"] == Self.page)
      #expect(try await browser.consoleMessages().map(\.description) == [])
    }
  }

  @Test func `a no asks why and sends the reason and the words`() async throws {
    try await withHelpDesk(at: "/help/") { desk, browser in
      try await browser.open(try desk.address(Self.article))
      for part in [".why", ".feedback .send"] {
        #expect(try await !browser.shows(part), "\(part)")
      }
      try await browser.click(".feedback label:has([value=no])")
      for part in [".why", ".why legend", ".feedback .send .main", "textarea"] {
        #expect(try await browser.shows(part), "\(part)")
      }
      #expect(answers(desk, "/help/") == [], "nothing is sent before the reader says so")
      try await browser.click(".why label:nth-of-type(2)")
      let reason = try await browser.evaluate(
        "return \(Self.form).reason.value", as: String.self)
      #expect(!reason.isEmpty)
      try await browser.type("Нет шага & «кнопки»", into: "textarea")
      try await browser.click(".feedback .send .main")
      try await browser.wait(until: "document.querySelector('.feedback .thanks')")
      let sent = try fields(of: answers(desk, "/help/").first ?? "")
      #expect(sent["vote"] == "no")
      #expect(sent["reason"] == reason)
      #expect(sent["comment"] == "Нет шага & «кнопки»")
      #expect(sent["page"] == Self.page)
    }
  }

  @Test func `an answer that cannot be sent in place is sent by the form`() async throws {
    // What a script asks for fails, what the browser itself goes to is there.
    let broken = "if ($http_sec_fetch_mode = cors) { return 503; }"
    try await withHelpDesk(configuration: broken) { desk, browser in
      try await browser.open(try desk.address(Self.article))
      try await browser.click(".feedback label:has([value=yes])")
      try await browser.wait(until: "location.search")
      let address = try await browser.address()
      #expect(address.hasPrefix(desk.url.absoluteString + "feedback/?page="))
      #expect(try fields(of: address)["vote"] == "yes")
      #expect(try await browser.text(of: "h1") == "Спасибо за ответ")
    }
  }

  @Test func `the question is answered by keys alone`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(try desk.address(Self.article))
      try await browser.run("document.querySelector('.feedback [value=yes]').focus()")
      try await browser.press(.right)
      #expect(try await browser.shows(".why"))
      try await browser.press(.tab)
      #expect(try await browser.focuses(".why [name=reason]"))
      try await browser.press(.space)
      try await browser.press(.tab)
      #expect(try await browser.focuses("textarea"))
      try await browser.press(.tab)
      #expect(try await browser.focuses(".feedback .send .main"))
    }
  }

  /// The requests for the page that thanks, as the log has them.
  private func answers(_ desk: HelpDesk, _ basePath: String) -> [String] {
    desk.server.requests()
      .compactMap { $0.firstMatch(of: #/"GET (\S+) /#).map { String($0.output.1) } }
      .filter { $0.hasPrefix(basePath + "feedback/") }
  }

  private func fields(of address: String) throws -> [String: String] {
    let query = address.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    var fields: [String: String] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.last?.replacing("+", with: " ") ?? ""
      fields[String(parts[0])] = value.removingPercentEncoding
    }
    return fields
  }
}
