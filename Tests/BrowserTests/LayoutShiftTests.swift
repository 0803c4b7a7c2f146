import Foundation
import Testing

/// Nothing that a reader has begun to read moves away.
struct LayoutShiftTests {
  /// What has moved, by how much, most of all first; the sum is what browsers report.
  private static let shifts = """
    return new Promise(done => {
      const moved = [];
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) {
          for (const source of entry.sources) {
            const name = source.node?.outerHTML ?? source.node?.textContent ?? '';
            moved.push(entry.value.toFixed(4) + ' ' + name.slice(0, 80));
          }
        }
      }).observe({ type: 'layout-shift', buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(moved), 100)));
    })
    """

  @Test(arguments: [390, 1280])
  func `nothing moves while a page comes`(width: Int) async throws {
    try await withGallery { desk, browser in
      try await browser.setViewport(width: width, height: 900)
      for page in desk.pages + ["no/such/page"] where !page.hasPrefix("specimen/many/n") {
        try await browser.open(try desk.address(page))
        let moved: [String] = try await browser.evaluate(Self.shifts)
        #expect(moved == [], "\(page)")
      }
    }
  }

  @Test(arguments: [390, 1280])
  func `nothing moves because of what a reader has chosen before`(width: Int) async throws {
    try await withGallery { desk, browser in
      try await browser.setViewport(width: width, height: 900)
      try await browser.open(try desk.address(Gallery.everything))
      try await choose(browser)
      for page in Gallery.kinds {
        try await browser.open(try desk.address(page))
        let moved: [String] = try await browser.evaluate(Self.shifts)
        #expect(moved == [], "\(page)")
      }
    }
  }

  /// What is painted before the script has come stands where it will stand: each piece of text has
  /// the same place with the script and without it, once the page knows that there will be one.
  @Test(arguments: [390, 1280])
  func `nothing moves when the script comes late`(width: Int) async throws {
    let script = #"location ~ /assets/site\..*\.js$ { return 404; }"#
    var places: [[String: [[Int]]]] = []
    for configuration in [script, ""] {
      var found: [String: [[Int]]] = [:]
      try await withGallery(configuration: configuration) { desk, browser in
        try await browser.setViewport(width: width, height: 900)
        for page in Gallery.kinds {
          try await browser.open(try desk.address(page))
          // What is nearest to a missing page comes by itself.
          try await browser.wait(until: "!document.querySelector('#_nearest:not([data-found])')")
          found[page] = try await browser.evaluate(Self.places)
        }
      }
      places.append(found)
    }
    // Names of tabs that take several lines are one line of tabs afterwards.
    for page in Gallery.kinds where page != "specimen/wide/" {
      #expect((places[0][page] ?? []).count > 5, "\(page)")
      #expect(places[0][page] == places[1][page], "\(page)")
    }
  }

  /// Where each piece of text begins, but for the names that tabs take the place of.
  private static let places = """
    const places = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !element.checkVisibility()) continue;
      if (element.closest('.tab-name, .tab-list')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      places.push([Math.round(box.left), Math.round(box.top + scrollY)]);
    }
    return places
    """

  /// Another theme, edition and tab than the first, and an open branch of the tree.
  private func choose(_ browser: Browser) async throws {
    try await browser.run(
      """
      document.querySelector('.theme').click();
      document.querySelector('.editions [value=on-premise]').click();
      document.querySelector('[role=tab]:nth-child(2)').click();
      document.querySelector('.tree .fold[aria-expanded=false]').click();
      """)
    try await browser.wait(
      until: "document.querySelectorAll('.tree .fold[aria-expanded=true]').length > 1")
    #expect(
      try await browser.evaluate("return localStorage['spravka-tab-os']", as: String.self)
        == "macOS")
  }
}
