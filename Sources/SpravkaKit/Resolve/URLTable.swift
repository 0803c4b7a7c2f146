// The one table of all URLs of a site: who claims what, and who came second.

/// Who owns a URL.
enum URLOwner: Sendable, Equatable {
  case page(PageID)
  /// An old URL of a page.
  case redirect(to: PageID)
  /// The `/open/<id>/` of a page.
  case permalink(of: PageID)
  /// What Spravka makes by itself: a tag, what follows of a long category, the page of search.
  case list
  /// A file that is published as it is; the path is from the site's root.
  case file(String)
}

/// All URL paths below the site's root, without the leading slash; pages end in a slash.
struct URLTable: Sendable {
  struct Claim: Sendable {
    let owner: URLOwner
    /// The file that claims the URL.
    let file: String
    /// Where in the file it does so; nil when the file's own path does.
    let range: Range<Int>?
  }

  private var claims: [String: Claim] = [:]
  /// Lower-case form → the form that was claimed first: many disks and servers see one name there.
  private var folded: [String: String] = [:]
  private let languages: [String]

  init(languages: [String]) {
    self.languages = languages
  }

  /// The page that a URL shows or leads to.
  func page(at url: String) -> PageID? {
    switch claims[url]?.owner {
    case .page(let page), .redirect(to: let page), .permalink(of: let page): page
    case .list, .file, nil: nil
    }
  }

  /// Whether a URL shows a list that is no page of content.
  func isList(_ url: String) -> Bool { claims[url]?.owner == .list }

  /// Enters a claim; a URL that is taken, or belongs to Spravka, is a finding.
  mutating func claim(_ url: String, _ claim: Claim) -> Diagnostic? {
    if let name = reservedName(in: url, claim) {
      return Diagnostic(
        .reservedURL, "'/\(name)' is reserved for pages that Spravka makes", file: claim.file,
        range: claim.range, hint: "choose another name")
    }
    let key = url.lowercased()
    if let taken = folded[key], let first = claims[taken] {
      return conflict(url, claim, with: first, at: taken)
    }
    if case .file = claim.owner, let page = pageInTheWay(of: url), let first = claims[page] {
      return conflict(page, claim, with: first, at: page)
    }
    claims[url] = claim
    folded[key] = url
    return nil
  }

  /// The page that is written to the same file, or to a folder of the file's name.
  private func pageInTheWay(of file: String) -> String? {
    let index = "index.html"
    let candidates = file.hasSuffix(index) ? [String(file.dropLast(index.count))] : [file + "/"]
    return candidates.first { claims[$0] != nil }
  }

  private mutating func conflict(
    _ url: String, _ claim: Claim, with first: Claim, at taken: String
  ) -> Diagnostic? {
    if taken != url, claim.file.lowercased() == first.file.lowercased() {
      // Scan has said so of the files already; where the site is built they are two.
      claims[url] = claim
      return nil
    }
    guard taken == url else {
      let message = "the URL '/\(url)' differs only by case from '/\(taken)' of '\(first.file)'"
      return Diagnostic(
        .caseTwins, message, file: claim.file, range: claim.range,
        hint: "some servers and disks take them for one: rename one of the two")
    }
    let isAlias = claim.range != nil
    return Diagnostic(
      .duplicateURL, "the URL '/\(url)' is taken by '\(first.file)'", file: claim.file,
      range: claim.range, hint: isAlias ? "remove this alias" : "rename one of the two files")
  }

  /// `en/search/x/` → `en/search/`, when that is one of Spravka's own pages.
  private func reservedName(in url: String, _ claim: Claim) -> String? {
    switch claim.owner {
    case .permalink, .list: return nil
    case .page, .redirect, .file: break
    }
    let parts = url.split(separator: "/")
    guard let first = parts.first.map(String.init) else { return nil }
    guard languages.contains(first) else {
      return reservedNames.contains(parts[0]) ? first + (parts[0].contains(".") ? "" : "/") : nil
    }
    // Below a language's code only what comes from its own folder may stand.
    let isOwn = ["content/\(first)/", ContentPaths.staticFolder].contains(
      where: claim.file.hasPrefix)
    if first == languages[0] || !isOwn { return first + "/" }
    return parts.dropFirst().first.flatMap {
      reservedNames.contains($0) ? "\(first)/\($0)" + ($0.contains(".") ? "" : "/") : nil
    }
  }
}

/// The names at the top, and below a language's code, under which Spravka keeps its own pages.
private let reservedNames: Set<Substring> = [
  "404.html", "api", "assets", "changes", "feedback", "nav", "nav.json", "new", "open",
  "print", "search", "tags",
]
