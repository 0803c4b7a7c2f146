// Links, pictures and paths of the front matter → where they lead. Every article can be looked at
// by itself, side by side with the others: all that is shared is read only.

/// What the references of one article come to.
struct ResolvedReferences: Sendable {
  var leads: [Lead] = []
  var recommended: [PageID] = []
  /// Paths of files that the article publishes by referring to them.
  var files: [String] = []
  var broken: [BrokenReference] = []
  var diagnostics: [Diagnostic] = []
}

/// A link to a file that is not there; its hint is looked for once all are known, since the index
/// that it needs is only built when there are any.
struct BrokenReference: Sendable {
  let id: DiagnosticID
  let message: String
  /// The path from the site's root that was asked for, or, with a slash in front, the URL path;
  /// empty when there is no telling what was meant.
  let wanted: String
  let file: String
  let range: Range<Int>
}

struct ReferenceResolver: Sendable {
  let articles: [Article]
  let tree: PageTree
  let paths: ContentPaths
  let table: URLTable
  /// Paths of all files that may be published.
  let others: Set<String>
  /// `https://help.example/help`, without a trailing slash.
  let baseURL: String
  /// `/help`, or nothing.
  let basePath: String

  func resolve(_ article: Article) -> ResolvedReferences {
    var resolved = ResolvedReferences()
    resolved.leads.reserveCapacity(article.references.count)
    for reference in article.references {
      resolved.leads.append(lead(of: reference, in: article, &resolved))
    }
    resolveFrontMatter(of: article, &resolved)
    return resolved
  }

  private func lead(
    of reference: Reference, in article: Article, _ resolved: inout ResolvedReferences
  ) -> Lead {
    var source = Source(article: article, reference: reference)
    switch ownDestination(of: reference) ?? reference.destination {
    case .external:
      if reference.isImage, !reference.written.hasPrefix("data:") {
        resolved.diagnostics.append(externalImage(reference, article))
      }
      return .url(reference.written)
    case .unsafe:
      resolved.diagnostics.append(unsafeURL(reference, article))
      return .nowhere
    case .outside:
      resolved.broken.append(
        source.broken("'\(reference.written)' leads out of the content folder"))
      return .nowhere
    case .anchor(let anchor):
      return samePage(anchor, source, &resolved)
    case .file(let path, let query, let anchor):
      return file(path, query, anchor, source, &resolved)
    case .url(let path, let query, let anchor):
      source.isURL = true
      return url(path, query, anchor, source, &resolved)
    }
  }

  /// The site's own address, written in full, is a URL path like any other.
  private func ownDestination(of reference: Reference) -> Destination? {
    guard reference.destination == .external, reference.written.hasPrefix(baseURL) else {
      return nil
    }
    let rest = reference.written.dropFirst(baseURL.count)
    guard let first = rest.first else { return .url(path: "", query: "", anchor: nil) }
    guard first == "/" || first == "?" || first == "#" else { return nil }
    return Destination(first == "/" ? String(rest) : "/" + rest, in: "")
  }

  private func file(
    _ path: String, _ query: String, _ anchor: String?, _ source: Source,
    _ resolved: inout ResolvedReferences
  ) -> Lead {
    if !source.reference.isImage, let page = tree.byPath[path] {
      return lead(to: page, query, anchor, source, &resolved)
    }
    if others.contains(path) {
      resolved.files.append(path)
      return .file(
        url: percentEncodedPath(paths.fileURL(of: path)),
        suffix: query + (anchor.map { "#" + percentEncodedPath($0) } ?? ""))
    }
    if tree.unpublished.contains(path) {
      resolved.diagnostics.append(source.unpublished())
    } else {
      resolved.broken.append(source.broken(nil, wanted: path))
    }
    return .nowhere
  }

  private func url(
    _ path: String, _ query: String, _ anchor: String?, _ source: Source,
    _ resolved: inout ResolvedReferences
  ) -> Lead {
    guard let owner = owner(ofURL: path) else {
      resolved.broken.append(
        source.broken("no page at '\(source.reference.written)'", wanted: "/" + path))
      return .nowhere
    }
    switch owner {
    case .page(let page), .redirect(to: let page):
      return lead(to: page, query, anchor, source, &resolved)
    case .file(let path):
      return file(path, query, anchor, source, &resolved)
    }
  }

  /// Tries a URL path as servers do: as it is, with a slash, without `index.html`, and without the
  /// base path, since people copy addresses from the browser.
  private func owner(ofURL path: String) -> URLOwner? {
    var candidates = [path]
    if !basePath.isEmpty, ("/" + path + "/").hasPrefix(basePath + "/") {
      candidates.append(String(path.dropFirst(basePath.count)))
    }
    for candidate in candidates {
      let page = candidate.hasSuffix("index.html") ? String(candidate.dropLast(10)) : candidate
      if let owner = table.owner(of: page) ?? table.owner(of: page + "/") { return owner }
      if let file = contentPaths(ofURL: candidate).first(where: others.contains) {
        return .file(file)
      }
    }
    return nil
  }

  /// The files that would be published under a URL.
  private func contentPaths(ofURL url: String) -> [String] {
    let ofLanguages = paths.languages.enumerated().compactMap { index, language in
      let prefix = paths.prefix(of: index)
      return url.hasPrefix(prefix) ? "content/\(language)/" + url.dropFirst(prefix.count) : nil
    }
    return ofLanguages.reversed() + [ContentPaths.staticFolder + url]
  }
}
