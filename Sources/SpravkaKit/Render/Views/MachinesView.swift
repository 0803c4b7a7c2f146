internal import Mustache

// What a page says to machines in its head: previews of links (OpenGraph), search engines (JSON-LD
// after schema.org), readers of feeds. Kept short, since it is on every page.

extension PageView {
  /// Nothing on a page without an address of its own.
  static func openGraph(_ site: Site, _ head: PageHead) -> Value {
    guard site.configuration.outputs.openGraph, !head.canonical.isEmpty else { return .none }
    let page = head.page.map { site[$0] }
    return PageShapes.openGraph.record([
      "type": .text(page?.kind == .article ? "article" : "website"),
      "image": .text(page.flatMap { image(of: $0, site) } ?? ""),
    ])
  }

  /// The first picture of an article that networks can show; they know nothing of SVG.
  private static func image(of page: Page, _ site: Site) -> String? {
    guard page.kind == .article, page.showsText, let source = page.source else { return nil }
    let leads = site.leads[source]
    for (index, reference) in site.articles[source].references.enumerated() {
      guard reference.isImage, case .file(let url, _, _) = leads[index] else { continue }
      let isPhoto = [".png", ".jpg", ".jpeg", ".webp", ".gif"].contains {
        url.lowercased().hasSuffix($0)
      }
      if isPhoto { return site.configuration.baseURL.text + "/" + percentEncodedPath(url) }
    }
    return nil
  }

  /// JSON of a page of content that search engines may find.
  static func structuredData(_ site: Site, _ head: PageHead) -> Value {
    guard site.configuration.outputs.structuredData, !head.isUnlisted, !head.isContinued,
      let id = head.page
    else { return .none }
    var things: [[UInt8]] = []
    if site[id].kind == .article, let source = site[id].source,
      site.articles[source].saysMoreThanItsTitle
    {
      things.append([])
      things[0].append(site.articles[source], at: site.address(of: id), head, site)
    }
    let above = site.ancestors(of: id)
    if !above.isEmpty {
      var list: [UInt8] = []
      list.append(breadcrumbs: above, to: head.title, site)
      things.append(list)
    }
    guard let first = things.first else { return .none }
    let context = Array("{\"@context\":\"https://schema.org\",".utf8)
    if things.count == 1 { return .markup(context + first.dropFirst()) }
    return .markup(
      context + Array("\"@graph\":[".utf8) + things.joined(separator: [.comma])
        + Array("]}".utf8))
  }

  static func feeds(
    _ renderer: PageRenderer, _ head: PageHead, _ links: PageLinks
  ) -> [Value] {
    Feed.Kind.allCases.compactMap { kind in
      renderer.site.feed(kind, language: head.language).map { feed in
        let title = renderer.theme.strings[head.language][kind.word] ?? ""
        return renderer.wording.link(title, links.to(feed.url), head.language)
      }
    }
  }
}

extension Article {
  /// Whether there is something to tell search engines that they cannot read off the page's head.
  fileprivate var saysMoreThanItsTitle: Bool {
    front.author?.isEmpty == false || front.created != nil || updated != nil
  }
}

extension [UInt8] {
  fileprivate mutating func append(
    _ article: Article, at address: String, _ head: PageHead, _ site: Site
  ) {
    self += "{\"@type\":\"Article\",\"headline\":".utf8
    append(jsonInScript: head.title)
    self += ",\"url\":".utf8
    append(jsonInScript: address)
    self += ",\"inLanguage\":\"\(site.languages[head.language])\"".utf8
    if let appeared = article.front.appeared {
      self += ",\"datePublished\":\"\(appeared)\"".utf8
    }
    if let updated = article.updated, updated >= article.front.appeared ?? updated {
      self += ",\"dateModified\":\"\(updated)\"".utf8
    }
    if let author = article.front.author, !author.isEmpty {
      self += ",\"author\":{\"@type\":\"Person\",\"name\":".utf8
      append(jsonInScript: author)
      append(.closeBrace)
    }
    append(.closeBrace)
  }

  /// - Parameter title: of the page itself, which needs no address there.
  fileprivate mutating func append(
    breadcrumbs above: [PageID], to title: String, _ site: Site
  ) {
    self += "{\"@type\":\"BreadcrumbList\",\"itemListElement\":[".utf8
    let names = above.map { site[$0].title } + [title]
    for (index, name) in names.enumerated() {
      if index > 0 { append(.comma) }
      self += "{\"@type\":\"ListItem\",\"position\":\(index + 1),\"name\":".utf8
      append(jsonInScript: name)
      if index < above.count {
        self += ",\"item\":".utf8
        append(jsonInScript: site.address(of: above[index]))
      }
      append(.closeBrace)
    }
    self += "]}".utf8
  }
}
