import Foundation
import Testing

/// Permanent and old addresses, and anchors of old, as readers come upon them.
struct LeadingOnTests {
  private func withOldAddresses(_ body: (URL, Browser) async throws -> Void) async throws {
    try await withScratch { site in
      try site.write([
        "content/site.yml":
          "title: Справка\nbaseURL: http://127.0.0.1/help\neditions: {cloud: Облако, box: Коробка}\n",
        "content/ru/_index.md": "---\ntitle: Справка\n---\n",
        "content/ru/a/_index.md": "---\ntitle: Раздел\n---\n",
        "content/ru/a/x.md": """
        ---
        title: Икс
        id: 7
        aliases: [старое имя, old/x.html]
        anchors: {former: by-mail, left: y.md#code, gone: y.md}
        ---

        \(String(repeating: "Длинный текст.\n\n", count: 60))
        ## По почте {#by-mail}

        Слова.
        """,
        "content/ru/a/y.md": "---\ntitle: Игрек\n---\n\n## Код {#code}\n\nСлова.\n",
      ])
      let output = site.appending(path: "public")
      try await buildSite(in: site, to: output)
      try await withSite(at: output, basePath: "/help/") { url in
        try await withBrowser { try await body(url, $0) }
      }
    }
  }

  @Test(arguments: [
    "open/7/", "%D1%81%D1%82%D0%B0%D1%80%D0%BE%D0%B5%20%D0%B8%D0%BC%D1%8F/", "old/x.html",
  ])
  func `an old address leads to the article with query and anchor`(address: String) async throws {
    try await withOldAddresses { url, browser in
      let asked = try #require(URL(string: address + "?edition=box#by-mail", relativeTo: url))
      try await browser.open(asked.absoluteURL)
      try await browser.wait(until: "document.title.startsWith('Икс ·')")
      #expect(try await browser.address() == url.absoluteString + "a/x/?edition=box#by-mail")
      let edition: String = try await browser.evaluate(
        "return document.documentElement.dataset.edition")
      #expect(edition == "box")
      #expect(try await browser.consoleMessages().isEmpty)
      // The way back is not barred by the page that led here.
      try await browser.setScripts(on: false)
      try await browser.open(asked.absoluteURL)
      try await browser.wait(until: "document.title.startsWith('Икс ·')")
      #expect(try await browser.address().hasPrefix(url.absoluteString + "a/x/"))
    }
  }

  @Test func `an anchor of old leads to where it has gone`() async throws {
    try await withOldAddresses { url, browser in
      let page = url.absoluteString + "a/x/"
      let open = { (anchor: String) in
        try await browser.open(url)
        try await browser.open(try #require(URL(string: page + anchor)))
      }
      try await open("#left")
      try await browser.wait(until: "document.title.startsWith('Игрек ·')")
      #expect(try await browser.address() == url.absoluteString + "a/y/#code")
      try await open("?q=1&edition=box#left")
      try await browser.wait(until: "document.title.startsWith('Игрек ·')")
      let kept = url.absoluteString + "a/y/?q=1&edition=box#code"
      #expect(try await browser.address() == kept)
      try await open("#gone")
      try await browser.wait(until: "document.title.startsWith('Игрек ·')")
      try await open("#former")
      let isThere: Bool = try await browser.evaluate(
        """
        const { top, bottom } = document.getElementById('by-mail').getBoundingClientRect();
        return scrollY > 300 && top >= 0 && bottom <= innerHeight
        """)
      #expect(isThere)
      #expect(try await browser.shows(".moved > li") == false)
      #expect(try await browser.consoleMessages().isEmpty)
    }
  }

  @Test func `without JavaScript a line says where the anchor has gone`() async throws {
    try await withOldAddresses { url, browser in
      try await browser.setScripts(on: false)
      try await browser.open(try #require(URL(string: url.absoluteString + "a/x/#left")))
      #expect(try await browser.shows("#left"))
      #expect(try await browser.shows("#gone") == false)
      #expect(try await browser.text(of: "#left") == "Этот раздел переехал: Код")
      try await browser.click("#left a")
      try await browser.wait(until: "document.title.startsWith('Игрек ·')")
    }
  }
}
