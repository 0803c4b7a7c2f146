import Foundation
import Testing

/// One switch between the editions of the product for the whole site.
struct EditionSwitchTests {
  private let cloud = "[data-edition~=cloud].edition"
  private let box = "[data-edition~=on-premise].edition"

  @Test func `the first edition is shown until a reader chooses another`() async throws {
    try await withGallery { desk, browser in
      let page = try desk.address(Gallery.everything)
      try await browser.open(page)
      try await expect("cloud", browser)
      try await browser.click(".bar .editions [value=on-premise]")
      try await expect("on-premise", browser)
      // Remembered on the next page, whatever it is.
      try await browser.open(try desk.address("registration/account/recover-password/"))
      try await expect("on-premise", browser)
      try await browser.open(page)
      try await expect("on-premise", browser)
    }
  }

  @Test func `a link may ask for an edition, which is remembered`() async throws {
    try await withGallery { desk, browser in
      try await browser.open(try desk.address(Gallery.everything + "?edition=on-premise"))
      try await expect("on-premise", browser)
      try await browser.open(try desk.address(Gallery.everything))
      try await expect("on-premise", browser)
      for unknown in ["nonsense", "", "on-premise-2", "%3Cb%3E"] {
        try await browser.open(try desk.address(Gallery.everything + "?edition=\(unknown)"))
        try await expect("on-premise", browser)
      }
      #expect(try await browser.consoleMessages().map(\.description) == [])
    }
  }

  @Test func `a link into a hidden edition switches to it`() async throws {
    try await withGallery { desk, browser in
      try await browser.open(try desk.address(Gallery.everything))
      try await browser.click("[href='#in-box']")
      try await browser.wait(until: "document.getElementById('in-box').checkVisibility()")
      try await expect("on-premise", browser)
      try await browser.open(try desk.address(""))
      try await browser.open(try desk.address(Gallery.everything + "#in-cloud"))
      try await expect("cloud", browser)
      #expect(
        try await browser.evaluate(
          """
          const box = document.getElementById('in-cloud').getBoundingClientRect();
          return box.top > 0 && box.top < innerHeight
          """))
    }
  }

  @Test func `an article for another edition says so to its readers alone`() async throws {
    try await withGallery { desk, browser in
      try await browser.open(try desk.address("specimen/on-premise-only/"))
      #expect(try await browser.shows(".other-edition"))
      #expect(try await browser.attribute("href", of: ".other-edition a") == "../everything/")
      try await browser.click(".bar .editions [value=on-premise]")
      #expect(try await !browser.shows(".other-edition"))
    }
  }

  @Test func `on paper every edition stands under its name`() async throws {
    try await withGallery { desk, browser in
      try await browser.open(try desk.address(Gallery.everything))
      try await browser.setColorScheme("light", media: "print")
      for part in [cloud, box, cloud + " .edition-name", box + " .edition-name"] {
        #expect(try await browser.shows(part), "\(part)")
      }
      #expect(try await !browser.shows(".editions"))
    }
  }

  /// What is shown, and what the switches say.
  private func expect(_ edition: String, _ browser: Browser) async throws {
    let isCloud = edition == "cloud"
    #expect(try await browser.shows(cloud) == isCloud)
    #expect(try await browser.shows(box) == !isCloud)
    #expect(try await !browser.shows(".edition-name"))
    for place in [".bar", ".drawer"] {
      let pressed = try await browser.evaluate(
        """
        return [...document.querySelectorAll('\(place) .editions [aria-pressed=true]')]
          .map(button => button.value)
        """, as: [String].self)
      #expect(pressed == [edition])
    }
  }
}
