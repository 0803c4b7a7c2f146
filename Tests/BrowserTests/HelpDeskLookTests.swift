import Foundation
import Testing

/// What readers with small screens, weak eyes or no mouse meet on the help desk.
struct HelpDeskLookTests {
  @Test func `all text stands out from what is behind it`() async throws {
    try await withGallery { desk, browser in
      for page in desk.pages + ["no/such/page"] where !page.hasPrefix("specimen/many/n") {
        try await browser.open(try desk.address(page))
        for scheme in ["light", "dark"] {
          try await browser.setColorScheme(scheme)
          let texts: [String: Double] = try await browser.evaluate(contrastScript)
          #expect(texts.count > 3, "\(page)")
          #expect(texts.filter { $0.value < 4.5 } == [:], "\(page) in \(scheme) colours")
        }
      }
    }
  }

  @Test func `all text stands out in what opens`() async throws {
    try await withGallery { desk, browser in
      for scheme in ["light", "dark"] {
        try await browser.setColorScheme(scheme)
        try await browser.setViewport(width: 390, height: 844)
        try await browser.open(try desk.address(Gallery.everything))
        try await browser.run("document.querySelector('[name=vote][value=no]').click()")
        try await browser.run("document.getElementById('_tree').showPopover()")
        let texts: [String: Double] = try await browser.evaluate(contrastScript)
        #expect(texts.keys.contains { $0.hasPrefix("LEGEND: Жаль") })
        #expect(texts.keys.contains { $0.hasPrefix("BUTTON: Тёмная") })
        #expect(texts.filter { $0.value < 4.5 } == [:], "\(scheme) colours")
      }
    }
  }

  @Test func `the first key leads past the menu to the text`() async throws {
    try await withHelpDesk { desk, browser in
      for page in desk.pages {
        try await browser.open(try desk.address(page))
        try await browser.press(.tab)
        let place = "return document.activeElement"
        #expect(try await browser.evaluate("\(place).className") == "skip", "\(page)")
        #expect(
          try await browser.evaluate(
            """
            const box = document.activeElement.getBoundingClientRect();
            return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.width > 40
              && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
                === document.activeElement
            """), "\(page)")
        try await browser.press(.enter)
        #expect(
          try await browser.evaluate("return document.querySelector(location.hash).tagName")
            == "MAIN")
        try await browser.press(.tab)
        #expect(try await browser.evaluate("\(place).closest('main') !== null"), "\(page)")
      }
    }
  }

  @Test func `the focus can be seen wherever it goes`() async throws {
    try await withHelpDesk { desk, browser in
      try await browser.open(try desk.address("registration/account/forgot-login/"))
      var stops: Set<String> = []
      while true {
        try await browser.press(.tab)
        let stop: [String: String] = try await browser.evaluate(
          """
          const element = document.activeElement, style = getComputedStyle(element);
          return { name: element.outerHTML.slice(0, 80), tag: element.tagName,
            outline: style.outlineStyle, width: String(parseFloat(style.outlineWidth)) }
          """)
        let name = stop["name"] ?? ""
        guard stop["tag"] != "BODY", stops.insert(name).inserted else { break }
        #expect(stop["outline"] == "solid", "\(name)")
        #expect(Double(stop["width"] ?? "") ?? 0 >= 2, "\(name)")
      }
      #expect(stops.count > 10)
    }
  }
}

/// The contrast of each piece of text by WCAG 2.2, «contrast ratio», by the piece's first words.
private let contrastScript = """
  const parse = color => {
    const numbers = color.match(/^rgba?\\(([^)]*)\\)$/)[1].split(',').map(Number);
    return { rgb: numbers.slice(0, 3), alpha: numbers[3] ?? 1 };
  };
  const over = (top, below) => top.rgb.map((c, i) => c * top.alpha + below[i] * (1 - top.alpha));
  const background = element => {
    if (!element) return parse(getComputedStyle(document.body).colorScheme.includes('dark')
      && matchMedia('(prefers-color-scheme: dark)').matches ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)').rgb;
    const own = parse(getComputedStyle(element).backgroundColor);
    return own.alpha === 1 ? own.rgb : over(own, background(element.parentElement));
  };
  const light = rgb => rgb.map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ratios = {};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.getClientRects().length) continue;
    const behind = background(element);
    const ink = over(parse(getComputedStyle(element).color), behind);
    const [more, less] = [light(ink), light(behind)].sort((a, b) => b - a);
    ratios[element.tagName + ': ' + node.data.trim().slice(0, 60)] = (more + 0.05) / (less + 0.05);
  }
  return ratios
  """
