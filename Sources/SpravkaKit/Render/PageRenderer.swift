internal import Mustache

// One page of the site → its bytes. A pure function of the resolved site and the theme; the parts
// that all pages share are put together here, what each kind adds stands in files of their own.

struct PageRenderer: Sendable {
  private(set) var site: Site
  let theme: Theme
  let wording: Wording
  let policy: ContentSecurityPolicy
  /// By the index of a category, what stands around its articles; nil for articles themselves.
  private let frames: [CategoryFrame?]
  /// By the index of a category, how many articles are below it.
  let counts: [Int]
  let lists: ListLinks
  /// By language, what search says.
  let words: [Asset]
  private let sidebar: SidebarRenderer

  init(site: Site, theme: Theme, jobs: Int) async {
    let lists = ListLinks(site)
    let wording = await Wording(site, jobs: jobs)
    let sidebar = SidebarRenderer(site: site, theme: theme, wording: wording, lists: lists)
    self.site = site
    self.wording = wording
    self.theme = theme
    self.lists = lists
    self.sidebar = sidebar
    words = site.homes.indices.map { searchWords(of: $0, on: site, theme, wording) }
    policy = ContentSecurityPolicy(of: site)
    counts = articleCounts(of: site.pages)
    frames = await Array(site.pages.indices).parallelMap(jobs: jobs) { index in
      let id = PageID(index: index)
      guard site[id].children.contains(where: { site[$0].kind == .article }) else { return nil }
      // As a page would write them that is none of them: to itself, each would write `./`.
      let links = PageLinks.relative(from: site[id].href + "_/")
      return CategoryFrame(
        site: FurnitureView(site: site, wording: wording, language: site[id].language, links: links)
          .value(),
        sidebar: sidebar.frame(of: id, current: nil, links))
    }
  }

  /// The same for a site of the same pages, in which the text of an article is another one.
  func replacing(_ site: Site) -> PageRenderer {
    var renderer = self
    renderer.site = site
    return renderer
  }

  /// - Parameter number: which page of a category's list, counted from 1.
  func render(_ id: PageID, page number: Int = 1) -> [UInt8] {
    let page = site[id]
    let view = view(of: id, page: number)
    if let successor = site.successors[id] {
      return render(.expired, view.values + [notice(id, successor, view)], page.language)
    }
    let (template, own): (PageTemplate, Value) =
      switch page.kind {
      case .article: (.article, article(id, view))
      case .category: (.category, category(id, page: number, view))
      case .home: (.home, home(id, page: number, view))
      }
    return render(template, view.values + [own], page.language)
  }

  /// The page for URLs that lead nowhere.
  func renderNotFound(language: Int) -> [UInt8] {
    let strings = theme.strings[language]
    let links = PageLinks.absolute(basePath: site.configuration.baseURL.basePath)
    let head = PageHead(
      title: strings["not-found"] ?? "", description: "", canonical: "", language: language,
      isUnlisted: true, page: nil)
    let view = PageView(self, head, links, frameOfHome(language: language, links), path: [])
    return render(.notFound, view.values, language)
  }

  /// What stands around a page that is none of the tree.
  func frameOfHome(language: Int, _ links: PageLinks) -> PageFrame {
    let home = site.homes[language]
    let level = sidebar.level(of: home, current: nil, links)
    return PageFrame(
      site: FurnitureView(site: site, wording: wording, language: language, links: links).value(),
      sidebar: sidebar.frame(of: home, current: nil, links).around(level))
  }

  func render(_ template: PageTemplate, _ values: [Value], _ language: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32 * 1024)
    let root = theme.shapes.root(of: template).record(inOrder: values)
    theme.templates.render(template.rawValue, root, into: &bytes)
    return theme.icons.filled(bytes)
  }

  private func view(of id: PageID, page number: Int) -> PageView {
    let page = site[id]
    let href = ListPages.url(ofPage: number, of: page.href)
    let head = PageHead(
      title: title(page.title, ofPage: number, theme.strings[page.language]),
      description: number == 1 ? description(of: page) : "",
      canonical: ListPages.url(ofPage: number, of: site.address(of: id)), language: page.language,
      isUnlisted: page.state != .published,
      page: id, isContinued: number > 1)
    let links = PageLinks.relative(from: href)
    return PageView(
      self, head, links, frame(of: id, links), path: site.ancestors(of: id) + [id])
  }

  private func frame(of id: PageID, _ links: PageLinks) -> PageFrame {
    if site[id].kind == .article, let parent = site[id].parent, let frame = frames[parent.index] {
      return frame.around(sidebar.level(of: parent, current: id, links))
    }
    let level = sidebar.level(of: id, current: nil, links)
    return PageFrame(
      site: FurnitureView(site: site, wording: wording, language: site[id].language, links: links)
        .value(),
      sidebar: sidebar.frame(of: id, current: id, links).around(level))
  }

  /// One line about a page: the front matter's, else the first sentence of its text.
  func description(of page: Page) -> String {
    wording.plain(plainDescription(of: page), page.language)
  }

  /// The same as it was typed.
  private func plainDescription(of page: Page) -> String {
    guard page.showsText, let source = page.source else { return "" }
    return site.articles[source].front.description
      ?? firstSentence(of: shortText(of: site.articles[source]))
  }

  /// The first block of the summary, else of the text.
  private func shortText(of article: Article) -> String {
    article.summary.isEmpty
      ? article.firstParagraph : String(article.summary.prefix { $0 != "\n" })
  }

  /// What an article says in short, for machines and as it was typed: its summary, a block a line,
  /// else one line.
  func shortAnswer(of page: Page) -> String {
    guard page.showsText, let source = page.source else { return "" }
    let summary = site.articles[source].summary
    return summary.isEmpty ? plainDescription(of: page) : summary
  }

  /// What a reference becomes on this page; the title only where a link has no text of its own.
  private func filling(
    of lead: Lead, _ reference: Reference, in source: Int, _ links: PageLinks
  ) -> Filling {
    let needsTitle = reference.isEmpty
    switch lead {
    case .page(let id, let query, let anchor):
      let title = needsTitle ? heading(anchor, in: site[id].source) ?? site[id].title : ""
      let words = wording.plain(title, site[id].language)
      return Filling(url: links.to(site[id].href) + query + suffix(anchor), title: words)
    case .file(let url, let query, let anchor):
      let name = url.split(separator: "/").last.map(String.init) ?? url
      return Filling(
        url: links.to(percentEncodedPath(url)) + query + suffix(anchor), title: name,
        size: reference.kind == .image ? site.pictureSizes[url] : nil)
    case .anchor(let anchor, let query):
      let title = needsTitle ? heading(anchor, in: source) ?? reference.written : ""
      let isQueryAlone = anchor.isEmpty && !query.isEmpty
      return Filling(
        url: isQueryAlone ? query : query + "#" + percentEncodedPath(anchor), title: title)
    case .external(let url): return Filling(url: url, title: url)
    case .nowhere: return Filling(url: nil, title: reference.written)
    }
  }

  func suffix(_ anchor: String?) -> String {
    anchor.map { "#" + percentEncodedPath($0) } ?? ""
  }

  /// The text of the heading that an anchor names.
  func heading(_ anchor: String?, in source: Int?) -> String? {
    guard let anchor, let source else { return nil }
    return site.articles[source].headings.first { $0.anchor == anchor }?.text
  }

  /// An article's HTML with complete addresses and without what only pages have.
  func bareBody(of page: Page) -> [UInt8] {
    guard page.showsText, let source = page.source else { return [] }
    let references = site.articles[source].references
    let fragment = site.articles[source].body
    let leads = site.leads[source]
    let links = PageLinks.full(address: site.configuration.baseURL.text)
    var html = HTMLWriter(capacity: fragment.html.count + references.count * 96)
    html.append(fragment, references) { filling(of: leads[$0], references[$0], in: source, links) }
    return html.bytes
  }

  /// An article's HTML with its links as this page must write them.
  func body(of page: Page, _ links: PageLinks) -> Value {
    guard page.showsText, let source = page.source else { return .markup([]) }
    let references = site.articles[source].references
    let fragment = site.articles[source].body
    let leads = site.leads[source]
    var html = HTMLWriter(capacity: fragment.html.count + references.count * 64)
    html.append(fragment, references) { index in
      filling(of: leads[index], references[index], in: source, links)
    } card: { index in
      if case .page(let id, _, _) = leads[index] { description(of: site[id]) } else { nil }
    }
    return .markup(html.bytes)
  }
}
