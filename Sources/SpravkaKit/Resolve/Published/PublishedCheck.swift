// The manifest of the site that readers know, and the site as it would be now → addresses and
// anchors that somebody may have linked to and that answer no more, with the line of front matter
// that makes them answer again.

struct PublishedCheck {
  private let old: SiteManifest
  /// All that answers now.
  private let new: SiteManifest
  private let site: Site
  private let paths: ContentPaths
  private let places: NewPlaces
  private let today: CalendarDate
  /// The pages of content by their URLs.
  private let pages: [String: PageID]
  /// The URLs of pages of whose files nothing could be read.
  private let unreadable: Set<String>
  /// What the site would lead on, were redirects wanted in some form.
  private let unmade: Set<String>

  /// - Parameter unread: paths of files that are there but could not be read.
  init(_ old: SiteManifest, _ site: Site, unread: Set<String>, today: CalendarDate) {
    self.old = old
    self.site = site
    self.today = today
    new = SiteManifest(of: site, .answering)
    paths = ContentPaths(languages: site.languages)
    places = NewPlaces(old, new, named: SiteManifest(of: site))
    pages = Dictionary(
      site.pages.indices.map { (site.pages[$0].url, PageID(index: $0)) },
      uniquingKeysWith: { first, _ in first })
    let files = unread.union(site.articles.filter(\.isUnreadable).map(\.path))
    unreadable = Set(
      files.filter { $0.hasSuffix(".md") }.compactMap { [paths] in paths.pageURL(of: $0) })
    unmade = Set(new.redirects.isEmpty ? site.redirects.map(\.url) : [])
  }

  /// Whether all files could be read: what stands in one that could not is not known to be lost.
  var isWhole: Bool { unreadable.isEmpty }

  func findings() -> [Diagnostic] {
    let urls = Set(old.pages.keys).union(old.redirects.keys).sorted(by: pathPrecedes)
    let losses = urls.flatMap { self.losses(at: $0) }
    let remedies = LossRemedies(
      losses, site, old, places, pages, unmade: unmade, today: today)
    return movedBase() + losses.map { remedies.finding(about: $0) }
  }

  /// Below another path all addresses are others, the ones that still stand too.
  private func movedBase() -> [Diagnostic] {
    guard let before = old.base, let now = new.base, before != now else { return [] }
    let message = "the site was published under '\(before)/', and would stand under '\(now)/' now"
    return [
      Diagnostic(
        .lostURL, message, file: Configuration.path,
        hint: "put the path in 'baseURL' back, or let the server lead everything under"
          + " '\(before)/' to '\(now)/'")
    ]
  }

  private func losses(at url: String) -> [Loss] {
    if isUncertain(url) { return [] }
    if let target = places.place(of: url) {
      return isStray(url, at: target) ? [.stray(url: url)] : lostAnchors(of: url, at: target)
    }
    if isLaterPageOfList(url) || isContested(url) { return [] }
    return [.address(url: url)]
  }

  /// Whether a file that could not be read may hold what answers there.
  private func isUncertain(_ url: String) -> Bool {
    if isWhole { return false }
    let target = places.place(of: url)
    if [url, old.redirects[url], target].contains(where: { $0.map(unreadable.contains) ?? false }) {
      return true
    }
    if target != nil { return false }
    // What stands where nothing stood may have come from anywhere.
    if unreadable.contains(where: { old.pages[$0] == nil }) { return true }
    // It may have been the one with this tag, or with a link to this file.
    let address = OldAddress(url: url, paths: paths)
    return address.number == nil && (address.isReserved || address.isFile)
  }

  /// Whether an address that led to one article leads to another, though the first is still there.
  ///
  /// What leads to a page that is new has followed its article; a notice may be passed over.
  private func isStray(_ url: String, at target: String) -> Bool {
    guard new.pages[url] == nil, let known = old.redirects[url], known != target else {
      return false
    }
    guard let page = pages[known], site[page].state != .expired else { return false }
    return old.pages[target] != nil
  }

  /// Lists get shorter: who asks for the third page of one has the first.
  private func isLaterPageOfList(_ url: String) -> Bool {
    let parts = url.split(separator: "/")
    guard let last = parts.last, last.hasPrefix("page-"), Int(last.dropFirst(5)) != nil else {
      return false
    }
    return new.pages[parts.dropLast().map { $0 + "/" }.joined()] != nil
  }

  /// Whether two articles want an id, so that it leads nowhere: that is said already.
  private func isContested(_ url: String) -> Bool {
    let address = OldAddress(url: url, paths: paths)
    guard let id = address.number, unmade.isEmpty else { return false }
    return site.pages.contains { page in
      page.language == address.language
        && page.source.map { site.articles[$0].front.id?.value == id } ?? false
    }
  }

  private func lostAnchors(of url: String, at target: String) -> [Loss] {
    guard let published = old.pages[url], !published.isEmpty else { return [] }
    let now = new.pages[target] ?? []
    let lost = Set(published).subtracting(now)
    if lost.isEmpty { return [] }
    let added = now.filter { !published.contains($0) }
    let article = pages[target].flatMap { site[$0].source }
    return published.filter(lost.contains).map { anchor in
      let moved = article.flatMap { movedAnchor(anchor, from: site.articles[$0]) }
      let place = moved ?? nearestName(to: anchor, among: added) ?? added.only ?? "…"
      return .anchor(url: url, anchor: anchor, article: article, place: place)
    }
  }

  /// The article to which a section has moved: the only one that has the anchor since.
  private func movedAnchor(_ anchor: String, from article: Article) -> String? {
    guard let url = places.newHome(ofAnchor: anchor), let page = pages[url],
      let source = site[page].source, site.articles[source].path != article.path
    else { return nil }
    return relativePath(from: article.path, to: site.articles[source].path) + "#" + anchor
  }
}

extension Collection {
  fileprivate var only: Element? { count == 1 ? first : nil }
}
