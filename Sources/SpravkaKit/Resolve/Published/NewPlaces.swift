// Where what stood at an address is likely to stand now: first by what is certain, the page to which
// the address led, or a number or an alias that led to the old address and leads to another now;
// then by the names of pages that were not there before.

struct NewPlaces {
  private let old: SiteManifest
  private let new: SiteManifest
  /// By a page of the old site, what led to it.
  private var sources: [String: [String]] = [:]
  private let fresh: NearestPath
  /// By an anchor that a page did not have before, the page.
  private var homes: [String: Home] = [:]

  private enum Home {
    case one(String)
    case several
  }

  /// - Parameters:
  ///   - new: all that answers now.
  ///   - named: what of it could be in `old`, were it there before.
  init(_ old: SiteManifest, _ new: SiteManifest, named: SiteManifest) {
    self.old = old
    self.new = new
    for (source, target) in old.redirects { sources[target, default: []].append(source) }
    let added = named.pages.keys.filter { old.pages[$0] == nil && $0.hasSuffix("/") }
    fresh = NearestPath(added.map { String($0.dropLast()) }.sorted(by: pathPrecedes))
    for (url, anchors) in named.pages {
      let known = Set(old.pages[url] ?? [])
      for anchor in anchors where !known.contains(anchor) {
        homes[anchor] = homes[anchor] == nil ? .one(url) : .several
      }
    }
  }

  /// The page at an address, or the one to which it leads.
  func place(of url: String) -> String? { new.pages[url] == nil ? new.redirects[url] : url }

  func likeliest(for url: String) -> String? {
    if let page = old.redirects[url].flatMap({ place(of: $0) }) { return page }
    // What the address led to, or was led to, may have gone elsewhere.
    let stood = old.redirects[url] ?? url
    let certain = (sources[stood] ?? []).sorted(by: pathPrecedes).lazy.compactMap {
      new.redirects[$0]
    }
    if let page = certain.first { return page }
    var name = url.hasSuffix("/") ? String(url.dropLast()) : url
    if let dot = name.lastIndex(of: "."), !name[dot...].contains("/") {
      name = String(name[..<dot])
    }
    return fresh.nearest(to: name).map { $0 + "/" }
  }

  func newHome(ofAnchor anchor: String) -> String? {
    if case .one(let url) = homes[anchor] { url } else { nil }
  }
}
