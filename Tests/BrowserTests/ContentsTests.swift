import Foundation
import Testing

/// Finding one's way on a page: the list of its sections, the keys.
struct ContentsTests {
  private static let article = "registration/account/recover-password/"

  @Test func `the list of sections marks the one that is read`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.setColorScheme("light")
      try await browser.open(try desk.address(Self.article))
      let marked = "[...document.querySelectorAll('.contents [aria-current]')].map(a => a.hash)"
      #expect(try await browser.evaluate("return \(marked)") == [String]())
      for section in ["#cloud", "#trouble", "#korotko", "#trouble"] {
        try await browser.run(
          """
          const head = document.querySelector('\(section)');
          scrollTo(0, head.getBoundingClientRect().top + scrollY - 110);
          """)
        try await browser.wait(until: "'\(section)' === String(\(marked))")
      }
      try await browser.run("scrollTo(0, 0)")
      try await browser.wait(until: "\(marked).length === 0")
    }
  }

  @Test func `a link of the list leads to its section, below the header`() async throws {
    try await withGallery { desk, browser in
      try await browser.setColorScheme("light")
      for width in [390, 1280] {
        try await browser.setViewport(width: width, height: 700)
        try await browser.open(try desk.address(Gallery.everything))
        for section in ["#korotko", "#steps", "#callouts"] {
          try await browser.run("scrollTo(0, 0)")
          try await browser.click(".contents [href='\(section)']")
          #expect(
            try await browser.evaluate(
              """
              const head = document.querySelector('\(section)').getBoundingClientRect();
              const header = document.querySelector('.header').getBoundingClientRect();
              return head.top >= header.bottom && head.bottom <= innerHeight
              """), "\(section) at \(width)")
        }
      }
    }
  }

  @Test func `a slash goes to the search field`() async throws {
    try await withHelpDesk { desk, browser in
      for page in ["", Self.article, "search/", "no/such/page"] {
        try await browser.open(try desk.address(page))
        try await browser.press(.slash)
        #expect(try await browser.focuses("input[type=search]"), "\(page)")
        // In the field it is a letter like any other.
        try await browser.press(.slash)
        #expect(try await browser.evaluate("return document.activeElement.value") == "/")
        #expect(
          try await browser.evaluate(
            """
            return [...document.querySelectorAll('input[type=search]')]
              .filter(field => field.checkVisibility()).length
            """) == 1, "\(page)")
      }
    }
  }

  @Test func `the tab key goes through the header, the tree and the text`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(try desk.address(Self.article))
      var places: [String] = []
      while places.last != "FOOTER", places.count < 20 {
        try await browser.press(.tab)
        let place: String = try await browser.evaluate(
          """
          return document.activeElement.closest('.skip, header, .tree, main, footer')?.tagName ?? ''
          """)
        if place != places.last { places.append(place) }
      }
      #expect(places == ["A", "HEADER", "NAV", "MAIN", "FOOTER"])
    }
  }

  @Test(arguments: [[1280, 800], [390, 700]])
  func `nothing that has the focus is under the header`(size: [Int]) async throws {
    try await withGallery { desk, browser in
      try await browser.setColorScheme("light")
      try await browser.setViewport(width: size[0], height: size[1])
      for (page, held) in [(Gallery.everything, nil), (Gallery.everything, Key.shift), ("", nil)] {
        try await browser.open(try desk.address(page))
        var stops = 0
        while stops < 200 {
          try await browser.press(.tab, with: held)
          let fault: String = try await browser.evaluate(Self.hidden)
          if fault == "end" { break }
          #expect(fault == "", "\(page)")
          stops += 1
        }
        #expect((20..<200).contains(stops), "all has been walked")
      }
    }
  }

  /// What has the focus and cannot be seen whole, up to the height of the page.
  private static let hidden = """
    const element = document.activeElement;
    if (element === document.body) return 'end';
    const box = (element.closest('label') ?? element).getBoundingClientRect();
    const header = document.querySelector('.header').getBoundingClientRect();
    const isInside = element.closest('.header, .skip');
    if (!isInside && box.top < header.bottom - 0.5) return 'under the header: ' + element.outerHTML;
    if (box.top < -0.5 || box.top > innerHeight - 10) return 'out of sight: ' + element.outerHTML;
    return ''
    """
}
