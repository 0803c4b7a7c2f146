// Links, pictures and paths of the front matter → where they lead. Every article can be looked at
// by itself, side by side with the others: all that is shared is read only.

/// What the references of one article come to.
struct ResolvedReferences: Sendable {
  var leads: [Lead] = []
  var recommended: [PageID] = []
  var counterparts: [Counterpart] = []
  var movedAnchors: [MovedAnchor] = []
  /// Paths of files that the article publishes by referring to them.
  var files: [String] = []
  var broken: [BrokenReference] = []
  /// Links that leave the site, pictures too.
  var outside: [OutsideLink] = []
  var diagnostics: [Diagnostic] = []
  /// How many findings about anchors were given a hint.
  var anchorHints = 0

  /// The same without anything that would reach a page.
  var findingsAlone: ResolvedReferences {
    ResolvedReferences(broken: broken, diagnostics: diagnostics)
  }
}

/// The article to read instead for readers of another edition.
struct Counterpart: Sendable {
  /// Nil means every edition that the article is not about.
  let edition: String?
  let page: PageID
}

/// An anchor of old and where readers of it are led.
struct MovedAnchor: Sendable, Equatable {
  let old: String
  /// Nil for the article itself.
  let page: PageID?
  let anchor: String?
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
  /// The file at which paths begin; site.yml's begin in the folder of a language.
  let base: String
  let range: Range<Int>
  /// Where an article includes the file, when that is a snippet.
  let includedAt: Diagnostic.Place?
}

struct ReferenceResolver: Sendable {
  let articles: [Article]
  let tree: PageTree
  let paths: ContentPaths
  let table: URLTable
  let files: PublishableFiles
  /// Paths of files that are there but could not be read: a link to one is no mistake of its own.
  let unread: Set<String>
  let baseURL: BaseURL
  let successors: [PageID: Successor]

  func resolve(_ article: Article) -> ResolvedReferences {
    var resolved = ResolvedReferences()
    resolved.leads.reserveCapacity(article.references.count)
    for reference in article.references {
      let source = Source(article: article, reference: reference)
      resolved.leads.append(lead(of: source, &resolved))
    }
    resolveFrontMatter(of: article, &resolved)
    return resolved
  }

  func lead(of source: Source, _ resolved: inout ResolvedReferences) -> Lead {
    let written = source.reference.written
    switch ownDestination(of: source.reference) ?? source.reference.destination {
    case .external:
      if source.reference.isImage, !written.hasPrefix("data:") {
        resolved.diagnostics.append(source.externalImage())
      }
      resolved.outside.append(source.outsideLink)
      return .external(written)
    case .unsafe:
      resolved.diagnostics.append(source.unsafeURL())
      return .nowhere
    case .empty:
      return source.broken(source.reference.isImage ? nil : "no page at ''", in: &resolved)
    case .outside:
      return source.broken(
        "\(quoted(written, limit: 500)) leads out of the content folder", in: &resolved)
    case .anchor(let anchor, let query):
      if source.reference.isImage { return source.broken(nil, in: &resolved) }
      return samePage(anchor, query, source, &resolved)
    case .file(let path, let query, let anchor):
      return file(path, query, anchor, source, &resolved)
    case .url(let path, let query, let anchor):
      return url(path, query, anchor, source, &resolved)
    }
  }

  private func file(
    _ path: String, _ query: String, _ anchor: String?, _ source: Source,
    _ resolved: inout ResolvedReferences
  ) -> Lead {
    if let file = files[path] {
      publish(file, for: source, &resolved)
      return .file(url: paths.fileURL(of: file), query: query, anchor: anchor)
    }
    if unread.contains(path) { return .nowhere }
    if source.reference.isImage { return source.broken(nil, wanted: path, in: &resolved) }
    if let page = tree.byPath[path] { return lead(to: page, query, anchor, source, &resolved) }
    if tree.unpublished.contains(path) {
      resolved.diagnostics.append(source.unpublished())
      return .nowhere
    }
    return source.broken(nil, wanted: path, in: &resolved)
  }

  private func url(
    _ path: String, _ query: String, _ anchor: String?, _ source: Source,
    _ resolved: inout ResolvedReferences
  ) -> Lead {
    for candidate in urlCandidates(path) {
      if let file = files.paths(ofURL: candidate, paths).first {
        publish(file, for: source, &resolved)
        return .file(url: paths.fileURL(of: file), query: query, anchor: anchor)
      }
      if !source.reference.isImage, let page = table.page(at: candidate) {
        return lead(to: page, query, anchor, source, &resolved)
      }
      if !source.reference.isImage, table.isList(candidate) {
        return .file(url: candidate, query: query, anchor: anchor)
      }
      if tree.unpublishedURLs.contains(candidate) {
        resolved.diagnostics.append(source.unpublished())
        return .nowhere
      }
    }
    return source.broken(
      source.reference.isImage ? nil : "no page at \(quoted(source.reference.written, limit: 500))",
      wanted: "/" + path, in: &resolved)
  }

  /// A URL path as servers try it: as it is, with a slash, without `index.html`; and without the
  /// base path too, since people copy addresses from the browser.
  private func urlCandidates(_ path: String) -> [String] {
    var plain = [path]
    if !baseURL.basePath.isEmpty, ("/" + path + "/").hasPrefix(baseURL.basePath + "/") {
      plain.append(String(path.dropFirst(baseURL.basePath.utf8.count)))
    }
    return plain.flatMap { path -> [String] in
      let index = "index.html"
      if path == index || path.hasSuffix("/" + index) {
        return [path, String(path.dropLast(index.utf8.count))]
      }
      return path.isEmpty || path.hasSuffix("/") ? [path] : [path, path + "/"]
    }
  }

  /// The site's own address, written in full, is a URL path like any other; the scheme does not
  /// matter, nor the case of the host.
  private func ownDestination(of reference: Reference) -> Destination? {
    guard reference.destination == .external else { return nil }
    let written = reference.written
    let text = written.hasPrefix("//") ? "https:" + written : written
    guard let address = try? WebAddress(text), baseURL.origin.hasSuffix("://" + address.host) else {
      return nil
    }
    let rest = address.rest
    guard rest.hasPrefix(baseURL.basePath) else { return nil }
    let path = rest.dropFirst(baseURL.basePath.utf8.count)
    guard let first = path.first else { return .url(path: "", query: "", anchor: nil) }
    guard first == "/" || first == "?" || first == "#" else { return nil }
    return Destination(first == "/" ? String(path) : "/" + path, in: "")
  }
}
