import Foundation
import Testing

/// Pages on paper: black on white, everything open, nothing to press.
struct PrintTests {
  @Test(arguments: [true, false])
  func `on paper there is the text alone, and all of it`(scripts: Bool) async throws {
    try await withGallery { desk, browser in
      try await browser.setScripts(on: scripts)
      try await browser.open(try desk.address(Gallery.everything))
      try await browser.setColorScheme("light", media: "print")
      for part in [
        ".header", ".tree", ".crumbs", ".contents", ".feedback", ".neighbours", ".calls", ".next",
        ".footer", ".skip", ".copy", ".tab-list", ".zoom .icon",
      ] {
        #expect(try await !browser.shows(part), "\(part)")
      }
      let hidden: [String] = try await browser.evaluate(
        """
        return [...document.querySelectorAll('.text *, article h1')]
          .filter(part => !part.closest('svg, .copy, .tab-list, .other-edition, summary')
            && !part.getClientRects().length).map(part => part.outerHTML.slice(0, 100))
        """)
      #expect(hidden == [])
      #expect(
        try await browser.evaluate(
          """
          const text = document.getElementById('inside').closest('details').lastElementChild;
          return text.checkVisibility({ contentVisibilityAuto: true }) && text.offsetHeight > 10
          """))
    }
  }

  @Test func `printing opens what is closed, and closes it again`() async throws {
    try await withGallery { desk, browser in
      try await browser.open(try desk.address(Gallery.everything))
      try await browser.run(
        """
        const count = () => document.querySelectorAll('details[open]').length;
        addEventListener('beforeprint', () => { window.before = count(); });
        addEventListener('afterprint', () => { window.after = count(); });
        window.all = document.querySelectorAll('details').length;
        """)
      struct PDF: Decodable { let data: String }
      let pdf: PDF = try await browser.devTools("Page.printToPDF")
      #expect(pdf.data.hasPrefix("JVBERi"), "%PDF")
      try await browser.wait(until: "window.after !== undefined")
      #expect(try await browser.evaluate("return all > 1 && before === all && after === 0"))
    }
  }

  @Test func `from a dark page a white one is printed`() async throws {
    try await withGallery { desk, browser in
      try await browser.setColorScheme("dark")
      for chosen in ["", "dark"] {
        try await browser.open(try desk.address(Gallery.everything))
        if !chosen.isEmpty {
          try await browser.run("document.documentElement.dataset.theme = 'dark'")
        }
        try await browser.setColorScheme("dark", media: "print")
        let faults: [String] = try await browser.evaluate(
          """
          const light = color => {
            const [r, g, b, a = 1] = color.match(/[\\d.]+/g).map(Number);
            return a === 0 ? 255 : (r + g + b) / 3;
          };
          const style = element => getComputedStyle(element);
          const faults = [document.body, ...document.querySelectorAll('article, article *')]
            .filter(element => element.getClientRects().length && !element.closest('svg'))
            .filter(element => light(style(element).color) > 140
              || light(style(element).backgroundColor) < 200)
            .map(element => element.outerHTML.slice(0, 80));
          if (style(document.documentElement).colorScheme.includes('dark')) faults.push('scheme');
          return faults
          """)
        #expect(faults == [])
        try await browser.setColorScheme("dark")
      }
    }
  }
}
