import Foundation
import Testing

/// What readers who hear a page, or walk it by its parts, are told of it.
struct AccessibilityTests {
  @Test func `headings are in order, names are unique, references lead somewhere`() async throws {
    try await withGallery { desk, browser in
      for page in desk.pages + ["no/such/page"] where !page.hasPrefix("specimen/many/n") {
        try await browser.open(try desk.address(page))
        let faults: [String] = try await browser.evaluate(Self.faults)
        #expect(faults == [], "\(page)")
      }
    }
  }

  @Test(arguments: [390, 1280])
  func `each part of a page and whatever can be used has a name`(width: Int) async throws {
    try await withGallery { desk, browser in
      try await browser.setViewport(width: width, height: 844)
      for page in Gallery.kinds {
        try await browser.open(try desk.address(page))
        if width < 1024 { try await browser.run("document.getElementById('_tree').showPopover()") }
        let parts = try await parts(of: browser)
        for role in Self.named {
          let nameless = parts.count { $0.role == role && $0.name.isEmpty }
          #expect(nameless == 0, "\(page): \(role)")
        }
        for landmark in ["banner", "main", "contentinfo"] {
          #expect(parts.count { $0.role == landmark } == 1, "\(page): \(landmark)")
        }
        let navigations = parts.filter { $0.role == "navigation" }.map(\.name)
        #expect(Set(navigations).count == navigations.count, "\(page): \(navigations)")
        #expect(parts.contains { $0.role == "search" }, "\(page)")
      }
    }
  }

  private static let named = [
    "button", "link", "textbox", "searchbox", "radio", "checkbox", "tab", "tabpanel", "image",
    "navigation", "dialog",
  ]

  private func parts(of browser: Browser) async throws -> [Part] {
    let tree: AccessibilityTree = try await browser.devTools("Accessibility.getFullAXTree")
    return tree.nodes.filter { !$0.ignored }.map {
      let name = ($0.name?.value ?? "").trimmingCharacters(in: .whitespaces)
      return Part(role: $0.role?.value ?? "", name: name)
    }
  }

  private static let faults = """
    const all = selector => [...document.querySelectorAll(selector)];
    const faults = [];
    if (all('h1').length !== 1) faults.push('h1: ' + all('h1').length);
    let level = 0;
    for (const head of all('main :is(h1, h2, h3, h4, h5, h6)')) {
      const own = Number(head.localName[1]);
      if (own > level + 1) faults.push(`h${level} then ` + head.outerHTML);
      level = own;
    }
    const ids = all('[id]').map(element => element.id);
    faults.push(...ids.filter((id, index) => ids.indexOf(id) !== index));
    for (const name of ['aria-controls', 'aria-labelledby', 'aria-describedby', 'for', 'popovertarget']) {
      for (const element of all(`[${name}]`)) {
        for (const id of element.getAttribute(name).split(' ')) {
          if (!document.getElementById(id)) faults.push(`${name}=${id}`);
        }
      }
    }
    faults.push(...all('img:not([alt])').map(picture => picture.outerHTML));
    faults.push(...all('use').map(use => use.getAttribute('href'))
      .filter(href => !document.querySelector(href)));
    faults.push(...all('fieldset:not(:has(> legend)), [role=group]:not([aria-label])')
      .map(group => group.outerHTML));
    faults.push(...all('main a a, button a, a button, [aria-hidden=true] :is(a, button, input)')
      .map(element => element.outerHTML));
    return faults
    """
}

private struct Part {
  let role: String
  let name: String
}

private struct AccessibilityTree: Decodable {
  struct Node: Decodable {
    let ignored: Bool
    let role: Words?
    let name: Words?
  }
  struct Words: Decodable {
    let value: String

    /// Other kinds of values are not looked at.
    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Keys.self)
      value = (try? container.decode(String.self, forKey: .value)) ?? ""
    }

    enum Keys: CodingKey { case value }
  }
  let nodes: [Node]
}
