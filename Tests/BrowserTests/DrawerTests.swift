import Foundation
import Testing

/// On a small screen the tree is a drawer, which needs no script.
struct DrawerTests {
  private static let article = "registration/account/recover-password/"

  @Test(arguments: [true, false])
  func `the menu opens a drawer, and Escape closes it`(scripts: Bool) async throws {
    try await withHelpDesk { desk, browser in
      try await browser.setViewport(width: 390, height: 844)
      try await browser.setScripts(on: scripts)
      try await browser.open(try desk.address(Self.article))
      #expect(try await !browser.shows(".tree"))
      try await browser.run("document.querySelector('.menu').focus()")
      try await browser.press(.enter)
      try await browser.wait(until: "document.querySelector('.tree').matches(':popover-open')")
      #expect(try await browser.shows(".tree .tree-title"))
      // The next stop is in the drawer, though it stands elsewhere in the page.
      try await browser.press(.tab)
      #expect(try await browser.focuses(".tree *"))
      try await browser.press(.escape)
      #expect(try await !browser.shows(".tree"))
      #expect(try await browser.focuses(".menu"), "the focus is where it was")
    }
  }

  @Test func `the drawer closes by its button and by a tap beside it`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.setViewport(width: 390, height: 844)
      try await browser.open(try desk.address(Self.article))
      for way in [".tree .close", "beside"] {
        try await browser.click(".menu")
        #expect(try await browser.shows(".tree"))
        #expect(
          try await browser.evaluate(
            """
            return getComputedStyle(document.querySelector('.tree'), '::backdrop')
              .backgroundColor !== 'rgba(0, 0, 0, 0)'
            """))
        if way == "beside" {
          try await browser.tap(x: 10, y: 400)
        } else {
          try await browser.click(way)
        }
        #expect(try await !browser.shows(".tree"), "\(way)")
      }
    }
  }

  @Test func `the drawer holds what the header has no room for`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.setViewport(width: 390, height: 844)
      try await browser.open(try desk.address(Self.article))
      try await browser.click(".menu")
      for part in [
        ".editions [value=cloud]", ".theme", "a[hreflang=en]", "a[href$='/login']",
        "a[href$='/features']", ".button[href$='/support']",
      ] {
        #expect(try await browser.shows(".drawer " + part), "\(part)")
        #expect(try await !browser.shows(".header " + part), "\(part)")
      }
      try await browser.click(".drawer [value=on-premise]")
      #expect(
        try await browser.attribute("aria-pressed", of: ".drawer [value=on-premise]") == "true")
      #expect(
        try await browser.evaluate("return document.documentElement.dataset.edition")
          == "on-premise")
      try await browser.click(".drawer .theme")
      #expect(try await browser.evaluate("return document.documentElement.dataset.theme") == "dark")
      try await browser.click(".tree a[href$='security/'] + .fold")
      try await browser.wait(until: "document.querySelector('.tree a[href$=\"lost-phone/\"]')")
      try await browser.click(".drawer .language")
      #expect(try await browser.address() == desk.url.absoluteString + "en/" + Self.article)
    }
  }

  @Test func `on a wide screen the tree stands beside the text`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.setScripts(on: false)
      try await browser.open(try desk.address(Self.article))
      #expect(try await browser.shows(".tree"))
      for part in [".menu", ".tree > .close", ".drawer"] {
        #expect(try await !browser.shows(part), "\(part)")
      }
      #expect(
        try await browser.evaluate(
          """
          const box = selector => document.querySelector(selector).getBoundingClientRect();
          return box('.tree').right <= box('main').left
          """))
    }
  }
}
