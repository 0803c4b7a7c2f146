import Foundation
import Testing

/// Pictures that are shown smaller than they are can be looked at whole.
struct ZoomTests {
  @Test(arguments: HelpDesk.basePaths)
  func `a picture wider than its column opens in its own size`(basePath: String) async throws {
    try await withGallery(at: basePath) { desk, browser in
      try await browser.open(try desk.address(Gallery.everything))
      let zoomed: [String] = try await browser.evaluate(
        "return [...document.querySelectorAll('.zoom img')].map(picture => picture.alt)")
      #expect(zoomed == ["Широкая картинка"])
      #expect(try await browser.shows("img[alt='Небольшая картинка']"))
      // What few readers do is loaded when they do it.
      let zoomScript =
        "performance.getEntriesByType('resource').some(e => e.name.includes('/zoom.'))"
      #expect(try await browser.evaluate("return !\(zoomScript)"))
      try await browser.run("document.querySelector('.zoom').focus()")
      try await browser.press(.enter)
      try await browser.wait(until: "document.querySelector('dialog')?.open")
      #expect(try await browser.evaluate("return \(zoomScript)"))
      try await browser.wait(until: "document.querySelector('dialog img').complete")
      #expect(
        try await browser.evaluate("return document.querySelector('dialog img').offsetWidth")
          == 3000)
      #expect(try await browser.attribute("aria-label", of: "dialog") == "Широкая картинка")
      #expect(try await browser.focuses("dialog .close"))
      #expect(try await browser.attribute("aria-label", of: "dialog .close") == "Закрыть")
      try await browser.press(.escape)
      #expect(try await !browser.shows("dialog"))
      #expect(try await browser.focuses(".zoom"))
      try await browser.press(.space)
      try await browser.wait(until: "document.querySelector('dialog').open")
      try await browser.click("dialog .close")
      #expect(try await !browser.shows("dialog"))
      #expect(try await browser.evaluate("return document.querySelectorAll('dialog').length") == 1)
      #expect(try await browser.consoleMessages().map(\.description) == [])
    }
  }
}
