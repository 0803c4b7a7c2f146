import Foundation
import Testing

/// A site that is opened from a folder, without a server.
struct FolderTests {
  @Test func `links of a page opened from a folder name files`() async throws {
    try await withGallery { desk, browser in
      for page in Gallery.kinds where page != "no/such/page" {
        try await browser.open(desk.folder.appending(path: page + "index.html"))
        let wrong: [String] = try await browser.evaluate(
          """
          return [...document.querySelectorAll('a[href]')].map(link => link.href)
            .filter(href => href.startsWith('file:') && new URL(href).pathname.endsWith('/'))
          """)
        #expect(wrong == [], "\(page)")
        #expect(try await browser.consoleMessages().map(\.description) == [], "\(page)")
        #expect(try await !browser.shows(".fold"), "nothing can be loaded")
      }
      try await browser.open(desk.folder.appending(path: "index.html"))
      try await browser.click(".cards a")
      try await browser.wait(until: "location.pathname.endsWith('/registration/index.html')")
      try await browser.open(desk.folder.appending(path: Gallery.everything + "index.html"))
      try await browser.click("[href='#in-box']")
      try await browser.wait(until: "document.getElementById('in-box').checkVisibility()")
      try await browser.run("scrollTo(0, 0)")
      try await browser.click(".utility .theme")
      #expect(try await browser.consoleMessages().map(\.description) == [])
    }
  }
}
