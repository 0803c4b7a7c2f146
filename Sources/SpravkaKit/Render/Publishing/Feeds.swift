internal import Mustache

// The feeds → Atom (RFC 4287). A reader of feeds knows an entry by its id alone, so ids rest on what
// stays: the article's permanent number where it has one, and the day of a change. Days have no time:
// midnight of Greenwich stands for all of them.

func feeds(of site: Site, _ renderer: PageRenderer) -> [Output] {
  site.feeds.map { feed in Output(path: feed.url, content: .made { renderer.render(feed) }) }
}

/// How many entries a feed has at most.
let longestFeed = 50

extension PageRenderer {
  func render(_ feed: Feed) -> [UInt8] {
    let entries = entries(of: feed)
    let address = { (url: String) in site.configuration.baseURL.text + "/" + url }
    let title = theme.strings[feed.language][feed.kind.word] ?? ""
    let siteTitle = site.configuration.title[site.languages[feed.language]] ?? ""
    var xml = HTMLWriter(capacity: 1024 * (entries.count + 1))
    xml.raw(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"")
    xml.attribute("xml:lang", site.languages[feed.language])
    xml.raw(">\n")
    xml.element("title", "\(title) · \(siteTitle)")
    xml.element("id", address(feed.url))
    xml.link("self", address(feed.url))
    xml.link("alternate", address(feed.list))
    xml.element("updated", time(entries.map(\.updated).max()))
    xml.raw("<author>")
    xml.element("name", siteTitle)
    xml.raw("</author>\n")
    for entry in entries { xml.append(entry, address: site.address(of: entry.page)) }
    xml.raw("</feed>\n")
    return xml.bytes
  }

  private func entries(of feed: Feed) -> [FeedEntry] {
    switch feed.kind {
    case .newArticles:
      site.chronicle.newArticles[feed.language].prefix(longestFeed).compactMap(newEntry)
    case .changes: changeEntries(feed.language)
    }
  }

  private func newEntry(_ id: PageID) -> FeedEntry? {
    let page = site[id]
    guard page.state.isItself(on: .feeds), let source = page.source else { return nil }
    let article = site.articles[source]
    guard let appeared = article.front.appeared else { return nil }
    return FeedEntry(
      page: id, id: permanentAddress(of: id), title: wording.plain(page.title, page.language),
      summary: shortAnswer(of: page), author: article.front.author,
      published: appeared, updated: max(appeared, article.updated ?? appeared))
  }

  private func changeEntries(_ language: Int) -> [FeedEntry] {
    site.chronicle.changes[language].prefix(longestFeed).compactMap { change in
      let page = site[change.article]
      guard page.state.isItself(on: .feeds), let source = page.source else { return nil }
      let id = "\(permanentAddress(of: change.article))#\(change.date)"
      return FeedEntry(
        page: change.article, id: change.number == 1 ? id : "\(id)-\(change.number)",
        title: wording.plain(page.title, page.language),
        summary: wording.plain(change.text, page.language),
        author: site.articles[source].front.author, published: nil, updated: change.date)
    }
  }

  /// The address that stays when an article is moved, where it has one.
  private func permanentAddress(of id: PageID) -> String {
    let page = site[id]
    guard let number = page.source.flatMap({ site.articles[$0].front.id?.value }) else {
      return site.address(of: id)
    }
    let prefix = site.own(page.language).prefix
    return "\(site.configuration.baseURL.text)/\(prefix)open/\(number)/"
  }
}

extension Feed.Kind {
  /// The key of its title in `strings/`.
  var word: String {
    switch self {
    case .newArticles: "new-articles"
    case .changes: "article-changes"
    }
  }
}

private struct FeedEntry {
  let page: PageID
  let id: String
  let title: String
  let summary: String
  let author: String?
  let published: CalendarDate?
  let updated: CalendarDate
}

/// The day as a time (RFC 3339).
private func time(_ date: CalendarDate?) -> String {
  "\(date?.description ?? "1970-01-01")T00:00:00Z"
}

extension HTMLWriter {
  fileprivate mutating func append(_ entry: FeedEntry, address: String) {
    raw("<entry>\n")
    element("title", entry.title)
    element("id", entry.id)
    link("alternate", address)
    if let published = entry.published { element("published", time(published)) }
    element("updated", time(entry.updated))
    if let author = entry.author, !author.isEmpty {
      raw("<author>")
      element("name", author)
      raw("</author>\n")
    }
    if !entry.summary.isEmpty { element("summary", entry.summary) }
    raw("</entry>\n")
  }

  fileprivate mutating func element(_ name: StaticString, _ text: String) {
    raw("<")
    raw(name)
    raw(">")
    xmlText(text)
    raw("</")
    raw(name)
    raw(">\n")
  }

  fileprivate mutating func link(_ relation: String, _ address: String) {
    raw("<link")
    attribute("rel", relation)
    attribute("href", address)
    raw("/>\n")
  }
}
