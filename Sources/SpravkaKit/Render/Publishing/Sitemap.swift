internal import Mustache

// The site → `sitemap.xml` (sitemaps.org, with `hreflang` as search engines read it) and `robots.txt`,
// which names it. What is too much for one file is split, and `sitemap.xml` becomes the list of the
// parts.

/// The recipes of the site map: a file, or an index and its parts.
func sitemap(of site: Site) -> [Output] {
  guard site.configuration.outputs.sitemap else { return [] }
  let entries = site.sitemapEntries
  let parts = sitemapParts(of: entries, on: site)
  if parts.count < 2 {
    return [Output(path: "sitemap.xml", content: .made { sitemap(of: entries[...], on: site) })]
  }
  let names = parts.indices.map { "sitemap-\($0 + 1).xml" }
  let index = Output(path: "sitemap.xml", content: .made { sitemapIndex(names, on: site) })
  return [index]
    + zip(names, parts).map { name, part in
      Output(path: name, content: .made { sitemap(of: entries[part], on: site) })
    }
}

/// `robots.txt`: everything may be read; what should not be found says so itself.
///
/// Only the one at the root of a host counts.
func robots(of site: Site) -> [Output] {
  let outputs = site.configuration.outputs
  guard outputs.robots else { return [] }
  var text = "User-agent: *\nDisallow:\n"
  if outputs.sitemap { text += "\nSitemap: \(site.configuration.baseURL.text)/sitemap.xml\n" }
  return [Output(path: "robots.txt", content: .bytes(Array(text.utf8)))]
}

/// A page of the site map.
struct SitemapEntry: Sendable {
  /// Percent-encoded.
  let href: String
  /// Nil for a list that is no page of content.
  let page: PageID?
}

/// Limits of sitemaps.org.
enum SitemapLimits {
  static let entries = 50_000
  static let bytes = 50 * 1024 * 1024
}

extension Site {
  /// Content by its paths, then lists.
  fileprivate var sitemapEntries: [SitemapEntry] {
    let content = pages.indices.filter { pages[$0].state.isItself(on: .sitemap) }.map {
      SitemapEntry(href: pages[$0].href, page: PageID(index: $0))
    }
    // Pages of search and of thanks ask not to be found.
    let hidden = homes.indices.flatMap { [own($0).search, own($0).feedback] }
    return content
      + lists.filter { !hidden.contains($0) }.map {
        SitemapEntry(href: percentEncodedPath($0), page: nil)
      }
  }
}

/// Where the files of the site map begin and end.
///
/// What an entry takes is estimated from above, so that no text has to be made to be measured.
func sitemapParts(
  of entries: [SitemapEntry], on site: Site, most: Int = SitemapLimits.entries,
  bytes limit: Int = SitemapLimits.bytes
) -> [Range<Int>] {
  let base = site.configuration.baseURL.text.utf8.count
  let languages = site.languages.count
  var parts: [Range<Int>] = []
  var (start, size) = (0, 1024)
  for (index, entry) in entries.enumerated() {
    // Its own address, those of its translations, and as much again for `x-default`.
    let links = languages > 1 && entry.page != nil ? languages + 2 : 1
    let estimate = 100 + links * (100 + base + 2 * entry.href.utf8.count)
    if index - start == most || size + estimate > limit {
      parts.append(start..<index)
      (start, size) = (index, 1024)
    }
    size += estimate
  }
  return parts + [start..<entries.count]
}

private func sitemap(of entries: ArraySlice<SitemapEntry>, on site: Site) -> [UInt8] {
  var xml = HTMLWriter(capacity: entries.count * 160)
  xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset")
  xml.raw(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
  xml.raw(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n")
  let base = site.configuration.baseURL.text + "/"
  for entry in entries {
    xml.raw("<url><loc>")
    xml.text(base + entry.href)
    xml.raw("</loc>")
    if let page = entry.page { xml.append(about: page, of: site) }
    xml.raw("</url>\n")
  }
  xml.raw("</urlset>\n")
  return xml.bytes
}

private func sitemapIndex(_ names: [String], on site: Site) -> [UInt8] {
  var xml = HTMLWriter()
  xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex")
  xml.raw(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
  for name in names {
    xml.raw("<sitemap><loc>")
    xml.text(site.configuration.baseURL.text + "/" + name)
    xml.raw("</loc></sitemap>\n")
  }
  xml.raw("</sitemapindex>\n")
  return xml.bytes
}

extension HTMLWriter {
  /// When a page was changed, as far as its writer or git says, and where its translations are.
  fileprivate mutating func append(about id: PageID, of site: Site) {
    let page = site[id]
    if page.kind == .article, let source = page.source, let date = site.articles[source].updated {
      raw("<lastmod>")
      text(date.description)
      raw("</lastmod>")
    }
    for alternate in site.alternates(of: id) {
      raw("<xhtml:link rel=\"alternate\"")
      attribute("hreflang", alternate.code)
      attribute("href", alternate.address)
      raw("/>")
    }
  }
}
