import Foundation
import Testing

/// Tabs, made by the script of blocks that stand under their names.
struct TabsTests {
  /// The names of the chosen tabs, in the order of the page.
  private static let chosen = """
    return [...document.querySelectorAll('[role=tab][aria-selected=true]')].map(tab => tab.textContent)
    """

  @Test func `tabs say what they are`() async throws {
    try await withGallery { desk, browser in
      try await browser.open(try desk.address(Gallery.everything))
      #expect(try await browser.evaluate(Self.chosen) == ["Windows", "macOS", "Телефон"])
      #expect(
        try await browser.evaluate(
          """
          return [...document.querySelectorAll('[role=tab]')].filter(tab => {
            const panel = document.getElementById(tab.getAttribute('aria-controls'));
            const isChosen = tab.ariaSelected === 'true';
            return !tab.id || panel.role !== 'tabpanel' || panel.hidden === isChosen
              || panel.checkVisibility() !== isChosen || tab.tabIndex !== (isChosen ? 0 : -1)
              || panel.getAttribute('aria-labelledby') !== tab.id
              || tab.parentElement.role !== 'tablist' || tab.closest('[role=tabpanel]')
              || panel.querySelector('.tab-name').checkVisibility();
          }).map(tab => tab.outerHTML)
          """) == [String]())
    }
  }

  @Test func `tabs are walked by keys, and those of a group go together`() async throws {
    try await withGallery { desk, browser in
      try await browser.open(try desk.address(Gallery.everything))
      try await browser.click(".tabs:nth-of-type(1) [role=tab]")
      let walk: [(Key, [String])] = [
        (.right, ["macOS", "macOS", "Телефон"]), (.end, ["Linux", "macOS", "Телефон"]),
        (.right, ["Windows", "Windows", "Телефон"]), (.left, ["Linux", "Windows", "Телефон"]),
        (.home, ["Windows", "Windows", "Телефон"]), (.right, ["macOS", "macOS", "Телефон"]),
      ]
      for (key, names) in walk {
        try await browser.press(key)
        #expect(try await browser.evaluate(Self.chosen) == names)
        let focused: String = try await browser.evaluate(
          "return document.activeElement.textContent")
        #expect(focused == names[0])
      }
      try await browser.reload()
      #expect(try await browser.evaluate(Self.chosen) == ["macOS", "macOS", "Телефон"])
      // From the chosen tab on, the next stop is what its panel holds.
      try await browser.click("[role=tab][aria-selected=true]")
      try await browser.press(.tab)
      #expect(try await !browser.focuses("[role=tab]:not([aria-selected=true])"))
    }
  }

  @Test func `a link into a hidden tab opens it`() async throws {
    try await withGallery { desk, browser in
      try await browser.open(try desk.address(Gallery.everything))
      try await browser.click("[href='#on-linux']")
      try await browser.wait(until: "document.getElementById('on-linux').checkVisibility()")
      #expect(try await browser.evaluate(Self.chosen) == ["Linux", "macOS", "Телефон"])
      try await browser.open(try desk.address(""))
      try await browser.open(try desk.address(Gallery.everything + "#on-mac"))
      #expect(try await browser.evaluate(Self.chosen) == ["macOS", "macOS", "Телефон"])
      #expect(
        try await browser.evaluate(
          """
          const box = document.getElementById('on-mac').getBoundingClientRect();
          return box.top > 0 && box.top < innerHeight
          """))
    }
  }

  @Test func `a link into something collapsed opens it`() async throws {
    try await withGallery { desk, browser in
      try await browser.open(try desk.address(Gallery.everything + "#inside"))
      #expect(try await browser.evaluate("return document.querySelector('.text details').open"))
    }
  }

  @Test func `on paper every tab stands under its name`() async throws {
    try await withGallery { desk, browser in
      try await browser.open(try desk.address(Gallery.everything))
      try await browser.setColorScheme("light", media: "print")
      #expect(
        try await browser.evaluate(
          """
          return [...document.querySelectorAll('.tab, .tab-name')]
            .filter(part => !part.checkVisibility()).map(part => part.outerHTML)
          """) == [String]())
      #expect(try await !browser.shows(".tab-list"))
    }
  }
}
