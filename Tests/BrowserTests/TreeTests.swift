import Foundation
import Testing

/// The tree of sections beside the text opens in place.
struct TreeTests {
  private let security = ".tree a[href$='security/'] + .fold"
  private let inner = "document.querySelector('.tree a[href$=\"security/lost-phone/\"]')"

  @Test(arguments: HelpDesk.basePaths)
  func `a section opens in place, closes, and stays open on the next page`(
    basePath: String
  ) async throws {
    try await withHelpDesk(at: basePath) { desk, browser in
      let page = try desk.address("registration/account/forgot-login/")
      try await browser.open(page)
      #expect(try await browser.attribute("aria-expanded", of: security) == "false")
      try await browser.click(security)
      try await browser.wait(until: inner + "?.checkVisibility()")
      #expect(try await browser.attribute("aria-expanded", of: security) == "true")
      #expect(try await browser.address() == page.absoluteString)
      try await browser.click(security)
      #expect(try await browser.evaluate("return !\(inner).checkVisibility()"))
      #expect(try await browser.attribute("aria-expanded", of: security) == "false")

      try await browser.click(security)
      try await browser.open(try desk.address("getting-started/support/"))
      #expect(try await browser.evaluate("return \(inner).checkVisibility()"))
      #expect(try await browser.attribute("aria-expanded", of: security) == "true")
      try await browser.click(".tree a[href$='security/lost-phone/']")
      #expect(try await browser.address() == desk.url.absoluteString + "security/lost-phone/")
      #expect(try await browser.consoleMessages().map(\.description) == [])
    }
  }

  @Test func `a section within a section opens too`() async throws {
    try await withHelpDesk(at: "/help/") { desk, browser in
      for (page, below) in [("security/", ""), ("en/security/", "en/"), ("no/such/page", "")] {
        try await browser.open(try desk.address(page))
        try await unfold("/registration/", browser)
        let account = ".tree a[href$='registration/account/']"
        try await browser.wait(until: "document.querySelector(\"\(account)\")?.checkVisibility()")
        try await unfold("registration/account/", browser)
        let article = "a[href$='registration/account/passport/']"
        try await browser.wait(
          until: "document.querySelector(\".tree \(article)\")?.checkVisibility()")
        try await browser.click(".tree " + article)
        #expect(
          try await browser.address()
            == desk.url.absoluteString + below + "registration/account/passport/")
        #expect(
          try await browser.evaluate(
            "return /[а-я]/.test(document.querySelector('.tree > ul').textContent)")
            == below.isEmpty, "each language has titles of its own")
      }
    }
  }

  /// Opens a section, unless it is open: on a page before, in the same language.
  private func unfold(_ section: String, _ browser: Browser) async throws {
    let fold = ".tree a[href$='\(section)'] + .fold"
    if try await browser.attribute("aria-expanded", of: fold) == "false" {
      try await browser.click(fold)
    }
  }

  @Test func `the tree can be opened by keys`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(try desk.address("registration/account/forgot-login/"))
      try await browser.run("document.querySelector(\".tree a[href$='security/']\").focus()")
      try await browser.press(.tab)
      #expect(try await browser.focuses(security))
      #expect(try await browser.attribute("aria-label", of: security).contains("Безопасность"))
      try await browser.press(.enter)
      try await browser.wait(until: inner + "?.checkVisibility()")
      #expect(try await browser.focuses(security))
      try await browser.press(.tab)
      #expect(try await browser.focuses(".tree a[href*='security/']"))
      try await browser.press(.tab, with: .shift)
      try await browser.press(.space)
      try await browser.wait(until: "!\(inner).checkVisibility()")
    }
  }

  @Test func `what cannot be loaded is gone to`() async throws {
    let broken = "location ~ /nav/ { return 503; }"
    try await withHelpDesk(at: "/help/", configuration: broken) { desk, browser in
      try await browser.open(try desk.address("registration/account/forgot-login/"))
      try await browser.click(security)
      try await browser.wait(until: "location.pathname === '/help/security/'")
    }
  }

  @Test func `the page that is shown can be seen in the tree`() async throws {
    try await withGallery { desk, browser in
      try await browser.setViewport(width: 1280, height: 600)
      for page in ["registration/account/unlink-email/", "specimen/many/n60/"] {
        try await browser.open(try desk.address(page))
        #expect(
          try await browser.evaluate(
            """
            const box = document.querySelector('.tree [aria-current=page]').getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight
            """), "\(page)")
        #expect(try await browser.evaluate("return scrollY") == 0)
      }
    }
  }
}
