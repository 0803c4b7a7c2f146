import Foundation
import Testing

/// What a browser makes of each page of the help desk.
struct HelpDeskPagesTests {
  @Test(arguments: zip(HelpDesk.basePaths, ["light", "dark"]))
  func `no page has anything to say to the console`(
    basePath: String, scheme: String
  ) async throws {
    try await withGallery(at: basePath) { desk, browser in
      try await browser.setColorScheme(scheme)
      for page in desk.pages where !page.hasPrefix("specimen/many/n") {
        try await browser.open(try desk.address(page))
        #expect(try await browser.consoleMessages().map(\.description) == [], "\(page)")
      }
    }
  }

  @Test func `every page says what it is, in its language`() async throws {
    try await withHelpDesk(at: "/help/") { desk, browser in
      var titles: Set<String> = []
      for page in desk.pages {
        try await browser.open(try desk.address(page))
        let head: [String: String?] = try await browser.evaluate(
          """
          const text = selector => document.querySelector(selector)?.textContent ?? null;
          return {
            title: document.title, heading: text('h1'), headings: String(document.querySelectorAll('h1').length),
            language: document.documentElement.lang, brand: text('.brand'),
            canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
            description: document.querySelector('meta[name=description]')?.content ?? null,
          }
          """)
        let isEnglish = page.hasPrefix("en/")
        let isHome = page == "" || page == "en/"
        let site = isEnglish ? "Support24" : "Поддержка24"
        let heading = try #require(head["heading"] ?? nil).replacing("\u{A0}", with: " ")
        #expect(head["title"] == (isHome ? site : "\(heading) · \(site)"))
        #expect(head["headings"] == "1")
        #expect(head["language"] == (isEnglish ? "en" : "ru"))
        #expect(head["canonical"] == desk.baseURL + "/" + page)
        // Thanks are for nobody who searches.
        let isSilent = page.hasSuffix("feedback/")
        let description = (head["description"] ?? nil) ?? ""
        #expect(description.isEmpty == isSilent, "\(page)")
        titles.insert((isEnglish ? "en " : "ru ") + heading)
      }
      #expect(titles.count == desk.pages.count)
    }
  }

  @Test(arguments: HelpDesk.basePaths)
  func `what is missing is said at any depth`(basePath: String) async throws {
    try await withHelpDesk(at: basePath) { desk, browser in
      for path in ["nothing", "nothing/", "a/b/c/nothing", "registration/account/nothing/x.html"] {
        let address = try desk.address(path)
        #expect(try await get(address).status == 404)
        try await browser.open(address)
        // That the page itself is missing is all that there is to say.
        let messages = try await browser.consoleMessages().map(\.message)
        #expect(messages.allSatisfy { $0.hasPrefix("\(address) ") && $0.contains("404") })
        let heading = try await browser.evaluate(
          "return document.querySelector('h1').textContent", as: String.self)
        #expect(heading == "Такой страницы нет")
        #expect(try await isStyled(browser))
        #expect(
          try await browser.evaluate(
            "return document.querySelector('meta[name=robots]').content") == "noindex")
        try await browser.click(".brand")
        #expect(try await browser.address() == desk.url.absoluteString)
      }
    }
  }

  @Test func `opened from a disk a page can be read`() async throws {
    try await withHelpDesk { desk, browser in
      for page in desk.pages {
        let file = desk.folder.appending(path: page + "index.html")
        try await browser.open(file)
        #expect(try await browser.consoleMessages().map(\.description) == [], "\(page)")
        #expect(try await isStyled(browser), "\(page)")
        let text: String = try await browser.evaluate(
          "return document.querySelector('main').innerText")
        #expect(text.count > 50, "\(page)")
      }
    }
  }

  /// Whether the stylesheet has done its work: without one the skip link would stand in the text.
  private func isStyled(_ browser: Browser) async throws -> Bool {
    try await browser.evaluate(
      "return getComputedStyle(document.querySelector('.skip')).position === 'absolute'")
  }
}
