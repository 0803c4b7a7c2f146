import Foundation
import Testing

/// Pages in all widths, from the smallest phone to a wide screen.
struct LayoutTests {
  private static let widths = [320, 360, 390, 640, 768, 1024, 1280, 1920]

  private static let overflow = """
    const root = document.documentElement;
    return [innerWidth, Math.max(0, root.scrollWidth - root.clientWidth)]
    """

  @Test func `no page is wider than its screen`() async throws {
    try await withGallery { desk, browser in
      for page in desk.pages + ["no/such/page"] where !page.hasPrefix("specimen/many/n") {
        try await browser.open(try desk.address(page))
        for width in Self.widths {
          try await browser.setViewport(width: width, height: 800)
          let widths: [Int] = try await browser.evaluate(Self.overflow)
          #expect(widths == [width, 0], "\(page)")
        }
      }
    }
  }

  @Test func `nothing is wider than the drawer`() async throws {
    try await withGallery { desk, browser in
      for page in Gallery.kinds {
        try await browser.open(try desk.address(page))
        for width in Self.widths where width < 1024 {
          try await browser.setViewport(width: width, height: 800)
          try await browser.run("document.getElementById('_tree').showPopover()")
          let widths: [Int] = try await browser.evaluate(Self.overflow)
          #expect(widths == [width, 0], "\(page)")
          let drawer: [Bool] = try await browser.evaluate(
            """
            const tree = document.getElementById('_tree'), box = tree.getBoundingClientRect();
            return [tree.scrollWidth <= tree.clientWidth, box.right <= innerWidth, box.left >= 16]
            """)
          #expect(drawer == [true, true, true], "\(page) at \(width)")
          try await browser.run("document.getElementById('_tree').hidePopover()")
        }
      }
    }
  }
}
