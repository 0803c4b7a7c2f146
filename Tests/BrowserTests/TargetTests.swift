import Foundation
import Testing

/// Whatever can be pressed is at least 24 by 24 CSS pixels (WCAG 2.2, «target size (minimum)»);
/// links in running text are excepted there too.
struct TargetTests {
  @Test(arguments: [390, 1280])
  func `whatever can be pressed is large enough for a finger`(width: Int) async throws {
    try await withGallery { desk, browser in
      try await browser.setColorScheme("light")
      try await browser.setViewport(width: width, height: 844)
      for page in Gallery.kinds {
        try await browser.open(try desk.address(page))
        try await browser.run("document.querySelector('[name=vote][value=no]')?.click()")
        let small: [String] = try await browser.evaluate(
          "const within = document.body; \(Self.small)")
        #expect(small == [], "\(page)")
      }
    }
  }

  @Test func `in the drawer too`() async throws {
    try await withGallery { desk, browser in
      try await browser.setColorScheme("light")
      try await browser.setViewport(width: 390, height: 844)
      for page in Gallery.kinds {
        try await browser.open(try desk.address(page))
        try await browser.run("document.getElementById('_tree').showPopover()")
        let small: [String] = try await browser.evaluate(
          "const within = document.getElementById('_tree'); \(Self.small)")
        #expect(small == [], "\(page)")
      }
    }
  }

  /// A press eleven pixels from the middle, to each side, must still be a press on the thing.
  private static let small = """
    const things = within.querySelectorAll('a[href], button, input, textarea, summary, [tabindex="0"]');
    const isInText = thing => thing.localName === 'a' && thing.closest('.text')
      && !thing.closest('.card')
      || thing.closest('.panel .question, .other-edition, .sheet:not(.list) > p');
    for (const details of within.querySelectorAll('details')) details.open = true;
    const small = [];
    for (const thing of things) {
      const target = thing.closest('label') ?? thing;
      if (thing.matches('.skip, :disabled') || isInText(thing) || !target.checkVisibility()) continue;
      target.scrollIntoView({ block: 'center', inline: 'center' });
      const box = target.getClientRects()[0];
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const misses = [[0, 11], [0, -11], [11, 0], [-11, 0]].filter(([dx, dy]) => {
        const hit = document.elementFromPoint(x + dx, y + dy);
        return !hit || !(target.contains(hit) || hit.closest('label') === target);
      });
      if (misses.length) {
        small.push(`${Math.round(box.width)} × ${Math.round(box.height)} `
          + `${thing.parentElement.closest('[class]').className} ${thing.outerHTML.slice(0, 90)}`);
      }
    }
    return small
    """
}
