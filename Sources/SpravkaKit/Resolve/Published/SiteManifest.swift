// `manifest.json`: every public address of a site with its anchors, and the addresses that lead on.
// A later build can be held against that of the site which readers know: what stood there must still
// answer. Writing and reading stand here together, so that they cannot part.

/// The public addresses of a site; all are paths below its root, decoded, pages with a slash at the
/// end.
public struct SiteManifest: Sendable, Equatable {
  /// The path of the site's root on its host, `/help`; empty when that is the host's own, nil in a
  /// manifest of old.
  var base: String?
  /// Pages and files, each with the anchors at which a link may end, sorted.
  var pages: [String: [String]] = [:]
  /// What leads on in one step, and to which page.
  var redirects: [String: String] = [:]
}

extension SiteManifest {
  /// Which of a site's addresses are meant.
  enum Scope {
    /// Those that a public file may name.
    case named
    /// All that answer, those of unlisted articles too: for the eyes of the site's writers.
    case answering

    fileprivate var surface: Surface { self == .named ? .manifest : .page }
  }

  init(of site: Site, _ scope: Scope = .named) {
    base = site.configuration.baseURL.basePath
    let isMeant = { (page: Page) in page.state.presence(on: scope.surface) != .nothing }
    for page in site.pages where isMeant(page) {
      // An expired page answers for the anchors of its text, too: with the notice.
      pages[page.url] = page.source.map { site.articles[$0].answeredAnchors } ?? []
    }
    for url in site.lists + site.feeds.map(\.url) { pages[url] = [] }
    let files = scope == .named ? site.namedFiles : site.files.map(\.url)
    for url in files { pages[url] = [] }
    // Where site.yml wants none in any form, nothing answers at their addresses.
    if site.configuration.outputs.redirects.isEmpty { return }
    for redirect in site.redirects where isMeant(site[redirect.page]) {
      redirects[redirect.url] = site[redirect.page].url
    }
  }

  public var addressCount: Int { pages.count + redirects.count }

  /// An entry a line, so that what has changed can be seen in a difference.
  func json() -> [UInt8] {
    var json = Array("{\"version\":\(Self.version),".utf8)
    if let base {
      json += "\"base\":".utf8
      json.append(json: base)
      json.append(.comma)
    }
    json += "\"pages\":{".utf8
    append(pages.sorted { pathPrecedes($0.key, $1.key) }, to: &json) { json, anchors in
      json.append(.openBracket)
      for (index, anchor) in anchors.enumerated() {
        if index > 0 { json.append(.comma) }
        json.append(json: anchor)
      }
      json.append(.closeBracket)
    }
    json += "},\"redirects\":{".utf8
    append(redirects.sorted { pathPrecedes($0.key, $1.key) }, to: &json) { $0.append(json: $1) }
    return json + "}}\n".utf8
  }

  private func append<Entry>(
    _ entries: [(key: String, value: Entry)], to json: inout [UInt8],
    _ append: (inout [UInt8], Entry) -> Void
  ) {
    for (index, entry) in entries.enumerated() {
      if index > 0 { json.append(.comma) }
      json.append(.newline)
      json.append(json: entry.key)
      json.append(.colon)
      append(&json, entry.value)
    }
    if !entries.isEmpty { json.append(.newline) }
  }

  /// Grows when what an older program would read is no longer there.
  private static let version = 1
}

/// Why a file is no manifest that this program can read.
public enum ManifestProblem: Error, Equatable {
  /// It is no JSON from a byte on.
  case syntax(offset: Int)
  /// It is JSON of another kind.
  case shape
  /// It was written for a later version of the format, or for none that there ever was.
  case version(Int)
}

extension SiteManifest {
  /// Reads what `json` has written.
  public init(reading json: [UInt8]) throws(ManifestProblem) {
    let value: JSONReader.Value
    do throws(JSONReader.Problem) {
      value = try JSONReader.value(of: json)
    } catch {
      throw .syntax(offset: error.offset)
    }
    guard case .number(let version) = value["version"],
      case .record(let pages) = value["pages"], case .record(let redirects) = value["redirects"]
    else { throw .shape }
    guard version == Self.version else { throw .version(version) }
    switch value["base"] {
    case .text(let base): self.base = base
    case .null: break
    default: throw .shape
    }
    for (url, anchors) in pages {
      guard case .list(let items) = anchors else { throw .shape }
      var names: [String] = []
      for item in items {
        guard case .text(let name) = item else { throw .shape }
        names.append(name)
      }
      self.pages[url] = names
    }
    for (url, target) in redirects {
      guard case .text(let target) = target else { throw .shape }
      self.redirects[url] = target
    }
  }
}

extension Article {
  /// Anchors that lead somewhere: those of the text, and those of old that have moved.
  fileprivate var answeredAnchors: [String] {
    anchors.union(front.movedAnchors.map(\.old.value)).sorted(by: pathPrecedes)
  }
}

extension Site {
  /// Published files that belong to no unlisted page alone.
  fileprivate var namedFiles: [String] {
    var named: Set<String> = []
    for page in pages where page.showsText && page.state.presence(on: .manifest) != .nothing {
      guard let source = page.source else { continue }
      for case .file(let url, _, _) in leads[source] { named.insert(url) }
    }
    for file in files where file.path.hasPrefix(ContentPaths.staticFolder) {
      named.insert(file.url)
    }
    return files.map(\.url).filter(named.contains)
  }
}
