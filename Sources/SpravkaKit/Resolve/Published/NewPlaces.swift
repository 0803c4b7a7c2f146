// Where what stood at an address is likely to stand now: first by what is certain, a number or an
// alias that led to the old address and leads to another now, then by the names of pages that were
// not there before.

struct NewPlaces {
  private let redirects: [String: String]
  /// By a page of the old site, what led to it.
  private var sources: [String: [String]] = [:]
  private let fresh: NearestPath
  /// By an anchor that a page did not have before, the page.
  private var homes: [String: Home] = [:]

  private enum Home {
    case one(String)
    case several
  }

  init(_ old: SiteManifest, _ new: SiteManifest) {
    redirects = new.redirects
    for (source, target) in old.redirects { sources[target, default: []].append(source) }
    let added = new.pages.keys.filter { old.pages[$0] == nil && $0.hasSuffix("/") }
    fresh = NearestPath(added.map { String($0.dropLast()) }.sorted(by: pathPrecedes))
    for (url, anchors) in new.pages {
      let known = Set(old.pages[url] ?? [])
      for anchor in anchors where !known.contains(anchor) {
        homes[anchor] = homes[anchor] == nil ? .one(url) : .several
      }
    }
  }

  func likeliest(for url: String) -> String? {
    let certain = (sources[url] ?? []).sorted(by: pathPrecedes).lazy.compactMap { redirects[$0] }
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
