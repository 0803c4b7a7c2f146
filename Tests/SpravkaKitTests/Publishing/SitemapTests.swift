import Testing

@testable import SpravkaKit

/// Long site maps: their parts, and the estimate on which these rest.
struct SitemapTests {
  private let files = [
    "ru/_index.md": markdown("title: Справка"), "en/_index.md": markdown("title: Help"),
    "ru/ы&x.md": markdown("title: Икс\nupdated: 2026-11-01"), "en/ы&x.md": markdown("title: X"),
    "ru/only.md": markdown("title: Одна"),
  ]

  private func entries(_ count: Int) -> [SitemapEntry] {
    (0..<count).map { SitemapEntry(href: "a/\($0)/", page: nil) }
  }

  @Test func `parts hold at most fifty thousand addresses, and all of them`() async throws {
    let site = try await SmallSite(files).site
    let parts = sitemapParts(of: entries(120_001), on: site)
    #expect(parts == [0..<50_000, 50_000..<100_000, 100_000..<120_001])
    #expect(sitemapParts(of: [], on: site) == [0..<0])
    #expect(sitemapParts(of: entries(50_000), on: site) == [0..<50_000])
  }

  @Test func `long addresses make shorter parts`() async throws {
    let site = try await SmallSite(files).site
    let long = String(repeating: "%D1%8B", count: 300)
    let entries = (0..<40_000).map { SitemapEntry(href: "\(long)/\($0)/", page: nil) }
    let parts = sitemapParts(of: entries, on: site)
    #expect(parts.count > 2)
    #expect(parts.first?.lowerBound == 0)
    #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    #expect(parts.last?.upperBound == entries.count)
  }

  @Test func `the estimate is never too small`() async throws {
    let site = try await PublishedSite(files)
    let map = try #require(site.files["sitemap.xml"])
    let resolved = try await SmallSite(files).site
    // With the limit at what the file takes, all of it would have to fit into one part of that size.
    let entries = resolved.pages.indices.map {
      SitemapEntry(href: resolved.pages[$0].href, page: PageID(index: $0))
    }
    #expect(sitemapParts(of: entries, on: resolved, bytes: map.utf8.count).count > 1)
    #expect(map.contains("<loc>https://help.example/help/%D1%8B%26x/</loc><lastmod>2026-11-01<"))
    #expect(map.contains("hreflang=\"en\" href=\"https://help.example/help/en/%D1%8B%26x/\""))
  }
}
