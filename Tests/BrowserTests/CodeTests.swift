import Foundation
import Testing

/// Code can be copied, and scrolled without a mouse.
struct CodeTests {
  @Test func `code is copied as it is written`() async throws {
    try await withGallery { desk, browser in
      try await browser.devTools(
        "Browser.grantPermissions",
        ["permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]])
      try await browser.open(try desk.address(Gallery.everything))
      #expect(try await browser.attribute("aria-label", of: ".copy") == "Скопировать")
      try await browser.run("document.querySelector('.copy').focus()")
      #expect(
        try await browser.evaluate("return getComputedStyle(document.activeElement).opacity") == "1"
      )
      try await browser.press(.enter)
      try await browser.wait(until: "document.querySelector('.copy').ariaLabel === 'Скопировано'")
      let copied: String = try await browser.evaluate("return navigator.clipboard.readText()")
      #expect(copied == "spravka build\n")
      try await browser.wait(until: "document.querySelector('.copy').ariaLabel === 'Скопировать'")
      #expect(try await browser.consoleMessages().map(\.description) == [])
    }
  }

  @Test func `long lines are scrolled by keys`() async throws {
    try await withGallery { desk, browser in
      try await browser.open(try desk.address(Gallery.everything))
      let stops: [Int] = try await browser.evaluate(
        "return [...document.querySelectorAll('.text pre')].map(code => code.tabIndex)")
      #expect(stops == [-1, 0], "what fits is no stop")
      try await browser.run("document.querySelector('pre[tabindex]').focus()")
      try await browser.press(.right)
      try await browser.wait(until: "document.activeElement.scrollLeft > 0")
    }
  }
}
