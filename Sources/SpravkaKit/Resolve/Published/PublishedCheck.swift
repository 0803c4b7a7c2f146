// The manifest of the site that readers know, and the site as it would be now → addresses and
// anchors that somebody may have linked to and that answer no more, with the line of front matter
// that makes them answer again.

struct PublishedCheck {
  private let old: SiteManifest
  private let new: SiteManifest
  private let site: Site
  private let places: NewPlaces
  /// The pages of content by their URLs.
  private let pages: [String: PageID]

  init(_ old: SiteManifest, _ site: Site) {
    self.old = old
    self.site = site
    new = SiteManifest(of: site)
    places = NewPlaces(old, new)
    pages = Dictionary(
      site.pages.indices.map { (site.pages[$0].url, PageID(index: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  func findings() -> [Diagnostic] {
    let urls = Set(old.pages.keys).union(old.redirects.keys).sorted(by: pathPrecedes)
    return urls.flatMap { url -> [Diagnostic] in
      if let target = place(of: url) { return lostAnchors(of: url, at: target) }
      if isLaterPageOfList(url) { return [] }
      if let id = number(in: url) { return lostNumber(id, url) }
      return [lost(url)]
    }
  }

  /// The page at an address, or the one to which it leads.
  private func place(of url: String) -> String? {
    new.pages[url] == nil ? new.redirects[url] : url
  }

  /// Lists get shorter: who asks for the third page of one has the first.
  private func isLaterPageOfList(_ url: String) -> Bool {
    let parts = url.split(separator: "/")
    guard let last = parts.last, last.hasPrefix("page-"), Int(last.dropFirst(5)) != nil else {
      return false
    }
    return new.pages[parts.dropLast().map { $0 + "/" }.joined()] != nil
  }
}

// MARK: - Addresses

extension PublishedCheck {
  private func lost(_ url: String) -> Diagnostic {
    let target = isFile(url) ? nil : places.likeliest(for: url).flatMap { pages[$0] }
    let file = target.flatMap { site[$0].source }.map { site.articles[$0].path }
    return Diagnostic(
      .lostURL, "'/\(url)' was published, and nothing answers there now", file: file ?? "",
      hint: isFile(url) ? hint(forFile: url) : hint(for: url, target))
  }

  /// The id in `open/7/` or `en/open/7/`.
  private func number(in url: String) -> Int? {
    let parts = url.split(separator: "/")
    guard parts.count >= 2, parts[parts.count - 2] == "open" else { return nil }
    return parts.last.flatMap { Int($0) }
  }

  private func lostNumber(_ id: Int, _ url: String) -> [Diagnostic] {
    // Where two articles want it, that is said already.
    if site.articles.contains(where: { $0.front.id?.value == id }) { return [] }
    let page = old.redirects[url].flatMap { place(of: $0) }.flatMap { pages[$0] }
    let file = page.flatMap { site[$0].source }.map { site.articles[$0].path }
    return [
      Diagnostic(
        .lostURL, "'/\(url)' was published, and nothing answers there now", file: file ?? "",
        hint: file == nil
          ? "add 'id: \(id)' to the article that says now what stood there"
          : "put 'id: \(id)' back into the front matter")
    ]
  }

  private func hint(forFile url: String) -> String {
    url.hasSuffix("feed.xml")
      ? "a feed is there when its list is, and 'feeds' is on under 'outputs' in content/site.yml"
      : "put the file back; what no article refers to is published from 'content/_static/'"
  }

  private func hint(for url: String, _ target: PageID?) -> String {
    let alias = url.hasSuffix("/") ? String(url.dropLast()) : url
    guard let source = target.flatMap({ site[$0].source }) else {
      return "add 'aliases: [\(alias)]' to the article that says now what stood there"
    }
    let article = site.articles[source]
    return article.front.aliases.isEmpty
      ? "if its text is in '\(article.path)' now, add there 'aliases: [\(alias)]'"
      : "if its text is in '\(article.path)' now, add '\(alias)' to the 'aliases' there"
  }

  /// What no page can stand in for.
  private func isFile(_ url: String) -> Bool {
    guard !url.isEmpty, !url.hasSuffix("/"), let name = url.split(separator: "/").last else {
      return false
    }
    let end = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last ?? ""
    return !["", "html", "htm", "php", "aspx"].contains(end)
  }
}

// MARK: - Anchors

extension PublishedCheck {
  private func lostAnchors(of url: String, at target: String) -> [Diagnostic] {
    guard let published = old.pages[url], !published.isEmpty else { return [] }
    let now = new.pages[target] ?? []
    let lost = Set(published).subtracting(now)
    if lost.isEmpty { return [] }
    let added = now.filter { !published.contains($0) }
    return published.filter(lost.contains).map { lostAnchor($0, of: url, at: target, added) }
  }

  private func lostAnchor(
    _ anchor: String, of url: String, at target: String, _ added: [String]
  ) -> Diagnostic {
    let article = pages[target].flatMap { site[$0].source }.map { site.articles[$0] }
    let moved = article.flatMap { movedAnchor(anchor, from: $0) }
    let place = moved ?? nearestName(to: anchor, among: added) ?? added.only ?? "…"
    let entry = "\(anchor): \(place)"
    let isFirst = article?.front.movedAnchors.isEmpty ?? true
    return Diagnostic(
      .lostAnchor, "'/\(url)#\(anchor)' was published, and the page has no such anchor now",
      file: article?.path ?? "",
      hint: isFirst
        ? "say where it stands now: add 'anchors: {\(entry)}' to the front matter"
        : "say where it stands now: add '\(entry)' to 'anchors' in the front matter")
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
