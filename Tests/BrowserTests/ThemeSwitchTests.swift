import Foundation
import Testing

/// Light and dark: the system's choice until the reader makes one.
struct ThemeSwitchTests {
  private static let ground = "return getComputedStyle(document.body).backgroundColor"

  /// Notes how the page is when there is something to paint for the first time.
  private static let noteFirstPaint = """
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      const root = document.documentElement;
      window.atFirstPaint = root.dataset.theme + ' ' + getComputedStyle(root).colorScheme;
    }).observe(document, { childList: true, subtree: true });
    """

  @Test func `a page is as light as the system until a reader decides`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(desk.url)
      try await browser.setColorScheme("light")
      let light: String = try await browser.evaluate(Self.ground)
      #expect(try await browser.attribute("aria-pressed", of: ".utility .theme") == "false")
      try await browser.setColorScheme("dark")
      let dark: String = try await browser.evaluate(Self.ground)
      #expect(light != dark)
      try await browser.wait(until: "document.querySelector('.theme').ariaPressed === 'true'")

      try await browser.click(".utility .theme")
      #expect(try await browser.evaluate(Self.ground) == light)
      for place in [".utility .theme", ".drawer .theme"] {
        #expect(try await browser.attribute("aria-pressed", of: place) == "false")
      }
      try await browser.setColorScheme("light")
      try await browser.click(".utility .theme")
      #expect(try await browser.evaluate(Self.ground) == dark)
      #expect(try await browser.attribute("aria-pressed", of: ".utility .theme") == "true")
    }
  }

  @Test func `what a reader has decided holds on the next page from its first paint`()
    async throws
  {
    try await withHelpDesk { desk, browser in
      try await browser.setColorScheme("light")
      try await browser.runFirst(Self.noteFirstPaint)
      try await browser.open(desk.url)
      #expect(try await browser.evaluate("return atFirstPaint") == "undefined light")
      try await browser.click(".utility .theme")
      for page in ["registration/account/forgot-login/", "en/", "no/such/page"] {
        try await browser.open(try desk.address(page))
        #expect(try await browser.evaluate("return atFirstPaint") == "dark dark")
        #expect(try await browser.attribute("aria-pressed", of: ".utility .theme") == "true")
      }
      try await browser.reload()
      #expect(try await browser.evaluate("return atFirstPaint") == "dark dark")
      try await browser.click(".utility .theme")
      try await browser.setColorScheme("dark")
      try await browser.reload()
      #expect(try await browser.evaluate("return atFirstPaint") == "light light")
    }
  }
}
