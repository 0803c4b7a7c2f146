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
    guard let near, near != reference.file else { return nil }
    return near.hasPrefix("/") ? near + "/" : relativePath(from: reference.file, to: near)
  }

  private func nearest(to wanted: String) -> String? {
    if wanted.hasPrefix("/") {
      return urls.nearest(to: wanted.hasSuffix("/") ? String(wanted.dropLast()) : wanted)
    }
    let index = wanted.hasSuffix(".md") ? articles : files
    return index.nearest(to: wanted) ?? folderPage(wanted)
  }

  /// A link to a folder means its category, one without an extension its article.
  private func folderPage(_ wanted: String) -> String? {
    let folder = wanted.hasSuffix("/") ? wanted : wanted + "/"
    let candidates = [folder + "_index.md", folder.dropLast() + ".md"]
    return candidates.first { tree.byPath[$0] != nil }
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
      hint: hints.hint(for: reference).map { "did you mean '\($0)'?" })
  }
}
