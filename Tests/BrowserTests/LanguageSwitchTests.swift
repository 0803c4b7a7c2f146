import Foundation
import Testing

/// The switch between languages, as readers use it.
struct LanguageSwitchTests {
  @Test(arguments: HelpDesk.basePaths)
  func `by keyboard and without scripts the switch leads to the translation`(
    basePath: String
  ) async throws {
    try await withHelpDesk(at: basePath) { desk, browser in
      try await browser.setScripts(on: false)
      let article = "registration/account/recover-password/"
      try await browser.open(try desk.address(article))
      try await followSwitch(to: "en", browser)
      #expect(try await browser.address() == desk.url.absoluteString + "en/" + article)
      #expect(try await explanation(browser) == "")
      try await followSwitch(to: "ru", browser)
      #expect(try await browser.address() == desk.url.absoluteString + article)
    }
  }

  @Test(arguments: HelpDesk.basePaths)
  func `an article that is not translated leads to its category, which says so`(
    basePath: String
  ) async throws {
    try await withHelpDesk(at: basePath) { desk, browser in
      try await browser.setScripts(on: false)
      try await browser.open(try desk.address("registration/account/forgot-login/"))
      try await followSwitch(to: "en", browser)
      let category = desk.url.absoluteString + "en/registration/account/"
      #expect(try await browser.address() == category + "#_untranslated")
      let words =
        "The page you were reading has not been translated yet. Here is the closest we have."
      #expect(try await explanation(browser) == words)
      let top: Double = try await browser.evaluate("return window.scrollY")
      #expect(top == 0, "the page begins at its top")
      try await browser.open(try desk.address("en/registration/account/"))
      #expect(try await explanation(browser) == "", "others have not asked")
    }
  }

  @Test func `a switch that explains itself fits a small screen`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.setViewport(width: 320, height: 640)
      try await browser.open(try desk.address("en/registration/account/#_untranslated"))
      #expect(try await explanation(browser) != "")
      let overflow: Double = try await browser.evaluate(
        "return document.documentElement.scrollWidth - window.innerWidth")
      #expect(overflow <= 0)
    }
  }

  @Test func `search engines are told of a translation by both pages alike`() async throws {
    try await withHelpDesk(at: "/help/") { desk, browser in
      var told: [String: [String]] = [:]
      for page in desk.pages {
        try await browser.open(try desk.address(page))
        told[desk.baseURL + "/" + page] = try await browser.evaluate(
          """
          return [...document.querySelectorAll('link[rel=alternate][hreflang]')]
            .map(link => link.hreflang + ' ' + link.getAttribute('href'));
          """)
      }
      let article = desk.baseURL + "/registration/account/recover-password/"
      let translation = desk.baseURL + "/en/registration/account/recover-password/"
      #expect(
        told[article] == ["ru \(article)", "en \(translation)", "x-default \(article)"])
      #expect(told[article] == told[translation])
      #expect(told[desk.baseURL + "/registration/account/forgot-login/"] == [])
    }
  }

  /// Goes to the link of a language as a reader without a mouse does.
  private func followSwitch(to language: String, _ browser: Browser) async throws {
    for _ in 0..<10 {
      try await browser.press(.tab)
      let focused: String = try await browser.evaluate(
        "return document.activeElement.matches('.tools .language') ? document.activeElement.lang : ''"
      )
      if focused == language { return try await browser.press(.enter) }
    }
    Issue.record("the switch cannot be reached by keyboard")
  }

  /// The explanation that is shown; empty when none is.
  private func explanation(_ browser: Browser) async throws -> String {
    try await browser.evaluate(
      """
      const said = document.getElementById('_untranslated');
      return said?.checkVisibility() ? said.innerText : '';
      """)
  }
}
