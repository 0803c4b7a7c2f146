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
  /// Folders that redirects need → the first redirect in them.
  private var foldersOfRedirects: [String: String] = [:]
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

  /// Old URLs and those of ids, sorted, each with the page to which it leads.
  func redirects() -> [Redirect] {
    claims.compactMap { url, claim in
      switch claim.owner {
      case .redirect(to: let page), .permalink(of: let page): Redirect(url: url, page: page)
      case .page, .list, .file: nil
      }
    }.sorted { pathPrecedes($0.url, $1.url) }
  }

  /// The URLs of lists that are pages, sorted; what goes on with the list of an unlisted category is
  /// left out.
  func lists(of pages: [Page]) -> [String] {
    claims.compactMap { url, claim in
      guard claim.owner == .list, url.hasSuffix("/") else { return nil }
      let list = url.dropLast().lastIndex(of: "/").map { String(url[...$0]) } ?? ""
      guard let page = page(at: list), !list.isEmpty else { return url }
      return pages[page.index].state.isItself(on: .manifest) ? url : nil
    }.sorted(by: pathPrecedes)
  }

  /// Whether a URL shows a list that is no page of content.
  func isList(_ url: String) -> Bool { claims[url]?.owner == .list }

  /// Enters a claim; a URL that is taken, or belongs to Spravka, is a finding.
  mutating func claim(_ url: String, _ claim: Claim) -> Diagnostic? {
    if let name = reservedName(in: url, claim, languages) {
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
    if case .redirect = claim.owner {
      if let other = pageInTheWay(ofRedirect: url), let first = claims[other] {
        return conflict(other, claim, with: first, at: other)
      }
      for folder in foldersAbove(url) where foldersOfRedirects[folder] == nil {
        foldersOfRedirects[folder] = url
      }
    }
    claims[url] = claim
    folded[key] = url
    return nil
  }

  /// What stands where the page of a redirect would, or is a file where it needs a folder:
  /// `a.html/b/` needs `a.html/`.
  private func pageInTheWay(ofRedirect url: String) -> String? {
    if !url.hasSuffix("/"), let other = claims[url + "/"] == nil ? nil : url + "/" { return other }
    if let other = foldersOfRedirects[url] { return other }
    for folder in foldersAbove(url) {
      if claims[folder] != nil { return folder }
      for name in ["index.html", "index.md"] where folder.hasSuffix("/" + name) || folder == name {
        let page = String(folder.dropLast(name.utf8.count))
        if claims[page] != nil { return page }
      }
    }
    return nil
  }

  /// `a/b/` → `a`, `a/b`; `a/b.html` → `a`.
  private func foldersAbove(_ url: String) -> [String] {
    url.indices.filter { url[$0] == "/" }.map { String(url[..<$0]) }
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
    let areTwins =
      claim.file != first.file && claim.file.lowercased() == first.file.lowercased()
      && claim.range == nil && first.range == nil
    if taken != url, areTwins {
      // Scan has said so of the files already; where the site is built they are two.
      claims[url] = claim
      return nil
    }
    guard taken == url else {
      let message = "the URL '/\(url)' differs only by case from '/\(taken)' of '\(first.file)'"
      let isOwn = claim.file == first.file
      return Diagnostic(
        .caseTwins, message, file: claim.file, range: claim.range,
        hint: "some servers and disks take them for one: "
          + (isOwn ? "remove this alias" : "rename one of the two"))
    }
    // Files are entered last; of an alias and a file the alias is what somebody has to look at.
    let isFile = if case .file = claim.owner { true } else { false }
    let (told, other) = isFile && first.range != nil ? (first, claim) : (claim, first)
    let isAlias = told.range != nil
    return Diagnostic(
      .duplicateURL, "the URL '/\(url)' is taken by '\(other.file)'", file: told.file,
      range: told.range, hint: isAlias ? "remove this alias" : "rename one of the two files")
  }
}
