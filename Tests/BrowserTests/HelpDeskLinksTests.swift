import Foundation
import Testing

/// Every link of every page, resolved by the browser itself, leads to something that is there.
struct HelpDeskLinksTests {
  /// What a page points at, as the browser resolves it, and what a fragment in it can name.
  private struct Page: Decodable {
    let links: [String]
    let parts: [String]
    let anchors: [String]
  }

  @Test(arguments: HelpDesk.basePaths)
  func `every link and picture leads somewhere`(basePath: String) async throws {
    try await withHelpDesk(at: basePath) { desk, browser in
      let named = try String(
        contentsOf: checkout.appending(path: "content/site.yml"), encoding: .utf8)
      var anchors: [URL: Set<String>] = [:]
      var wanted: [URL: Set<String>] = [:]
      for path in desk.pages + ["no/such/page"] {
        let address = try desk.address(path)
        try await browser.open(address)
        let page = try await read(browser)
        anchors[address] = Set(page.anchors)
        for link in page.links + page.parts {
          guard link.hasPrefix(desk.url.absoluteString) else {
            // Pages lead out only to what the site's owner has named.
            #expect(named.contains("url: \(link)}") || named.contains("url: \(link)\n"), "\(path)")
            continue
          }
          let (file, anchor) = try split(link)
          wanted[file, default: []].formUnion(anchor.map { [$0] } ?? [])
        }
        #expect(page.parts.count >= 2, "\(path) has a stylesheet and an icon")
      }
      #expect(wanted.count > desk.pages.count)
      for (file, names) in wanted where file.path != "/no/such/page" {
        #expect(
          try await get(file).status == 200 || file.path.hasSuffix("/no/such/page"), "\(file)")
        let missing = names.subtracting(anchors[file] ?? [])
        #expect(missing == [], "\(file)")
      }
      // Each page can be reached by following links from the home page alone.
      for path in desk.pages { #expect(wanted[try desk.address(path)] != nil, "\(path)") }
    }
  }

  private func read(_ browser: Browser) async throws -> Page {
    try await browser.evaluate(
      """
      const all = (selector, key) => [...document.querySelectorAll(selector)].map(e => e[key]);
      return {
        links: all('a[href]', 'href').concat(all('form[action]', 'action')),
        parts: all('link:not([rel=canonical], [rel=alternate])', 'href').concat(all('img', 'src'), all('script[src]', 'src')),
        anchors: all('a[href]', 'hash').map(hash => decodeURIComponent(hash.slice(1)))
          .concat(all('[id]', 'id')).filter(name => name && document.getElementById(name)),
      }
      """)
  }

  private func split(_ link: String) throws -> (file: URL, anchor: String?) {
    let parts = link.split(separator: "#", maxSplits: 1)
    let file = try #require(URL(string: String(parts[0])))
    return (file, parts.count > 1 ? String(parts[1]).removingPercentEncoding : nil)
  }
}
