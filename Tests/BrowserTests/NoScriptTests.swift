import Foundation
import Testing

/// What a reader without JavaScript reads: all that there is, under its name.
struct NoScriptTests {
  @Test func `without JavaScript every page says the same`() async throws {
    try await withGallery { desk, browser in
      for page in desk.pages where !page.hasPrefix("specimen/many/n") {
        let address = try desk.address(page)
        try await browser.setScripts(on: true)
        try await browser.open(address)
        let usual: [String] = try await browser.evaluate(
          texts(butOf: ".theme, .editions, .tab-list, .search kbd"))
        try await browser.setScripts(on: false)
        try await browser.open(address)
        // What another tab or another edition holds is shown besides, with the names of all.
        let bare: [String] = try await browser.evaluate(
          texts(
            butOf: """
              .tab-name, .edition-name, .tabs > .tab ~ .tab, \
              :is(.edition, .other-edition):not([data-edition~=cloud])
              """))
        #expect(!usual.isEmpty)
        #expect(usual.difference(from: bare).isEmpty, "\(page)")
      }
    }
  }

  @Test func `without JavaScript nothing is hidden and no switch is shown`() async throws {
    try await withGallery { desk, browser in
      try await browser.setScripts(on: false)
      for page in Gallery.kinds {
        try await browser.open(try desk.address(page))
        #expect(
          try await browser.evaluate(
            """
            return [...document.querySelectorAll('.theme, .editions, [role=tablist], .fold, .copy')]
              .filter(element => element.checkVisibility()).map(element => element.outerHTML)
            """) == [String](), "\(page)")
        #expect(
          try await browser.evaluate(
            """
            return [...document.querySelectorAll('.tab, .tab-name, .edition, .edition-name, .other-edition')]
              .filter(element => !element.checkVisibility()).map(element => element.outerHTML)
            """) == [String](), "\(page)")
      }
      try await browser.open(try desk.address(Gallery.everything))
      #expect(try await browser.evaluate("return document.querySelectorAll('.tab').length") == 7)
      #expect(
        try await browser.evaluate("return document.querySelectorAll('.edition').length") == 2)
      #expect(try await browser.text(of: ".edition-name") == "Облако")
      #expect(try await browser.text(of: ".tab-name") == "Windows")
    }
  }

  /// The pieces of text that are shown, but for those in what the selector matches.
  private func texts(butOf selector: String) -> String {
    """
    const pieces = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (node.data.trim() && element.checkVisibility() && !element.closest(\(quoted(selector)))) {
        pieces.push(node.data.trim());
      }
    }
    return pieces
    """
  }
}
