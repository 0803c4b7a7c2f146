// «did you mean» for references that lead nowhere. The indexes of paths cost something to make, so
// they are made once, and only when a site has such references at all.

struct Hints {
  private let tree: PageTree
  private let articles: NearestPath
  private let files: NearestPath
  private let urls: NearestPath
  /// What was found for a path that many links ask for.
  private var known: [String: String?] = [:]

  init(_ tree: PageTree, others: [String]) {
    self.tree = tree
    articles = NearestPath(tree.byPath.keys.sorted(by: pathPrecedes))
    files = NearestPath(others)
    urls = NearestPath(tree.pages.map { "/" + $0.url.dropLast() }.sorted(by: pathPrecedes))
  }

  /// What a broken reference was probably meant to say, as its own file would write it.
  mutating func hint(for reference: BrokenReference) -> String? {
    let wanted = reference.wanted
    guard !wanted.isEmpty else { return nil }
    let near = known[wanted] ?? nearest(to: wanted)
    known[wanted] = .some(near)
    // A picture cannot be an article, whatever its name.
    guard let near, near != reference.file, near != wanted else { return nil }
    guard near.hasPrefix("/") else { return relativePath(from: reference.base, to: near) }
    let url = near == "/" ? near : near + "/"
    return url == wanted ? nil : url
  }

  private func nearest(to wanted: String) -> String? {
    if wanted.hasPrefix("/") {
      let page = wanted.prefix(wanted.count - wanted.reversed().prefix { $0 == "/" }.count)
      return urls.nearest(to: String(page))
    }
    let index = wanted.hasSuffix(".md") ? articles : files
    return meantPage(wanted) ?? index.nearest(to: wanted)
  }

  /// A link to a folder means its category, one without `.md` its article, one to `index.md` or
  /// `README.md` the page of the folder.
  private func meantPage(_ wanted: String) -> String? {
    let parts = wanted.split(separator: "/", omittingEmptySubsequences: true)
    let folder = parts.dropLast().joined(separator: "/")
    let name = parts.last ?? ""
    let stem = name.prefix { $0 != "." }
    var candidates = ["\(folder)/\(stem).md", "\(folder)/\(stem)/_index.md"]
    if ["index", "readme"].contains(stem.lowercased()) { candidates.append(folder + "/_index.md") }
    return candidates.first { $0 != wanted && tree.byPath[$0] != nil }
  }
}

/// Turns broken references into findings.
func findings(
  about broken: [BrokenReference], _ tree: PageTree, others: [String]
) -> [Diagnostic] {
  guard !broken.isEmpty else { return [] }
  var hints = Hints(tree, others: others)
  return broken.map { reference in
    Diagnostic(
      reference.id, reference.message, file: reference.file, range: reference.range,
      hint: hints.hint(for: reference).map { "did you mean '\($0)'?" },
      includedAt: reference.includedAt)
  }
}
