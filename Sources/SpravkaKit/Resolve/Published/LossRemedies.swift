// What is lost of a published site → findings, each with what can be done. Lines to paste hold all
// that one article needs, so that whichever finding a writer follows, the line is the same.

/// What a site that readers know has lost.
enum Loss {
  /// Nothing answers there.
  case address(url: String)
  /// It leads to another article than before, which is still there.
  case stray(url: String)
  /// - Parameters:
  ///   - article: what stands at the address now, as an index.
  ///   - place: where the section stands now, as `anchors` says it.
  case anchor(url: String, anchor: String, article: Int?, place: String)
}

struct LossRemedies {
  let site: Site
  let old: SiteManifest
  let places: NewPlaces
  let pages: [String: PageID]
  let paths: ContentPaths
  let unmade: Set<String>
  let today: CalendarDate
  /// Small letters → the address of a page that is there: no alias may differ from it by case only.
  private let folded: [String: String]
  /// What each article needs, by its index.
  private var aliases: [Int: [String]] = [:]
  private var anchors: [Int: [(key: String, value: String)]] = [:]

  init(
    _ losses: [Loss], _ site: Site, _ old: SiteManifest, _ places: NewPlaces,
    _ pages: [String: PageID], unmade: Set<String>, today: CalendarDate
  ) {
    self.site = site
    self.old = old
    self.places = places
    self.pages = pages
    self.unmade = unmade
    self.today = today
    paths = ContentPaths(languages: site.languages)
    folded = Dictionary(pages.keys.map { ($0.lowercased(), $0) }) { min($0, $1) }
    for loss in losses {
      switch loss {
      case .address(let url):
        if let home = home(of: url), let alias = address(url).alias {
          aliases[home, default: []].append(alias)
        }
      case .stray: break
      case .anchor(_, let anchor, let article?, let place):
        if !anchors[article, default: []].contains(where: { $0.key == anchor }) {
          anchors[article, default: []].append((anchor, place))
        }
      case .anchor(_, _, nil, _): break
      }
    }
  }

  func address(_ url: String) -> OldAddress { OldAddress(url: url, paths: paths) }

  /// The article that is to have an address as an alias.
  private func home(of url: String) -> Int? {
    let address = address(url)
    let isUnspoken = address.isReserved || address.number != nil || unmade.contains(url)
    if address.isFile || isUnspoken || folded[url.lowercased()] != nil { return nil }
    guard let page = places.likeliest(for: url).flatMap({ pages[$0] }),
      site[page].language == address.language
    else { return nil }
    return site[page].source
  }

  /// How to live with what cannot be mended.
  static let acceptance =
    "or let it go: by '--write-baseline', or 'lost-url: warning' under 'levels' in content/site.yml"
}

extension LossRemedies {
  func finding(about loss: Loss) -> Diagnostic {
    switch loss {
    case .address(let url):
      let (article, hint) =
        address(url).number != nil && !unmade.contains(url)
        ? remedy(ofNumber: url) : remedy(of: url)
      return Diagnostic(
        .lostURL, "'/\(url)' was published, and nothing answers there now",
        file: article.map { site.articles[$0].path } ?? "", hint: hint)
    case .stray(let url):
      let page = old.redirects[url].flatMap { pages[$0] }
      let file = page.flatMap { site[$0].source }.map { site.articles[$0].path } ?? ""
      let hint =
        if let id = address(url).number {
          "put 'id: \(id)' back into the front matter"
        } else {
          "put '\(address(url).alias ?? url)' back into the 'aliases', and take it out of the others"
        }
      return Diagnostic(
        .lostURL, "'/\(url)' was published, and leads to another article now", file: file,
        hint: hint)
    case .anchor(let url, let anchor, let article, _):
      return Diagnostic(
        .lostAnchor, "'/\(url)#\(anchor)' was published, and the page has no such anchor now",
        file: article.map { site.articles[$0].path } ?? "", hint: anchorHint(article))
    }
  }

  private func remedy(of url: String) -> (article: Int?, hint: String) {
    let address = address(url)
    if unmade.contains(url) {
      return (nil, "'redirects: [html]' under 'outputs' in content/site.yml makes it again")
    }
    if url.hasSuffix("feed.xml") {
      return (
        nil,
        "a feed is there when its list is, and 'feeds' is on under 'outputs' in content/site.yml"
      )
    }
    if address.isFile {
      return (
        nil, "put the file back; what no article refers to is published from 'content/_static/'"
      )
    }
    if address.isReserved {
      return (
        nil,
        "Spravka makes such pages itself, and no alias may stand there: bring back what it"
          + " listed, " + Self.acceptance
      )
    }
    if let twin = folded[url.lowercased()] {
      return (
        pages[twin].flatMap { site[$0].source },
        "'/\(twin)' differs from it by case only, so no alias can lead there: let the file have its"
          + " old name again, " + Self.acceptance
      )
    }
    let home = home(of: url)
    guard let alias = address.alias else {
      return (
        home, "no alias can be written so: let a file have its old name again, " + Self.acceptance
      )
    }
    guard let home else {
      let place = address.language == 0 ? "" : " in '\(address.folder)'"
      return (
        nil,
        "add '\(pastedLine("aliases", [alias]))' to the article\(place) that says now what"
          + " stood there"
      )
    }
    let article = site.articles[home]
    let known = article.front.aliases.map(\.value)
    let line = pastedLine("aliases", known + (aliases[home] ?? []))
    return (
      home,
      known.isEmpty
        ? "if its text is in '\(article.path)' now, add there '\(line)'"
        : "if its text is in '\(article.path)' now, let its 'aliases' be '\(line)'"
    )
  }

  private func anchorHint(_ article: Int?) -> String {
    guard let article else {
      return "no article stands there that could have 'anchors': bring its text back"
    }
    let known = site.articles[article].front.movedAnchors.map {
      (key: $0.old.value, value: $0.target.value)
    }
    let line = pastedLine("anchors", known + (anchors[article] ?? []))
    return known.isEmpty
      ? "say where it stands now: add '\(line)' to the front matter"
      : "say where it stands now: let 'anchors' in the front matter be '\(line)'"
  }
}
