// What is in the way of a new file: one that is there, an address that is taken, a category that is
// missing. What to do instead is a part of each answer.

extension PlaceFinder {
  func checkTwin(_ path: String) throws(Refusal) {
    guard let twin = outline.twin(of: path) else { return }
    if twin == path { return }
    throw Refusal(
      "'\(path)' differs only by case from '\(twin)'",
      "macOS and Windows take them for one: choose another name")
  }

  func checkFree(_ path: String) throws(Refusal) {
    if outline.twin(of: path) == path { throw .occupied(path) }
    try checkTwin(path)
    // The page of a category that had none yet comes to an address of its own.
    let folder = String(path.dropLast("/_index.md".count))
    if path.hasSuffix("/_index.md"), outline.categories[folder] != nil { return }
    guard let url = outline.paths.pageURL(of: path) else { return }
    var table = outline.claims.table
    let page = PageID(index: outline.tree.pages.count)
    guard let finding = table.claim(url, .init(owner: .page(page), file: path, range: nil)) else {
      return
    }
    throw Refusal(finding.message, hint(where: url, path))
  }

  private func hint(where url: String, _ path: String) -> String {
    if outline.categories[String(path.dropLast(".md".count))] != nil {
      return
        "for an article in this category write a slash behind it: '\(typed(path.dropLast(3)))/'"
    }
    let owner = outline.claims.table.page(at: url).map { outline.tree.pages[$0.index] }
    let isAlias = owner.map { $0.url != url } ?? false
    return isAlias ? "it is one of its 'aliases': choose another name" : "choose another name"
  }

  func missingCategory(_ names: Names) -> Refusal {
    let (language, folders) = (names.language, names.folders)
    let folder = outline.folder(language, folders)
    let missing = folders.indices.first {
      outline.categories[outline.folder(language, folders[...$0])] == nil
    }
    let path = folders[...(missing ?? 0)].map { isPlainName($0) ? $0 : slug(of: $0) }
    let plain = outline.folder(language, path)
    let command = "spravka new\(request.option) \(typed(plain[...]))/_index.md --title \"…\""
    return Refusal(
      "there is no category '\(folder)'", nearest(to: folder, language, folders),
      outline.categories[plain] == nil ? "to make it: \(command)" : "")
  }

  /// The category that was probably meant, or else those that there are.
  private func nearest(to folder: String, _ language: Int, _ folders: [String]) -> String {
    let home = outline.folder(language, []) + "/"
    let all = outline.categories.keys.filter { $0.hasPrefix(home) }.sorted(by: pathPrecedes)
    if let near = NearestPath(all).nearest(to: folder) {
      return "did you mean '\(typed(near[...]))/'?"
    }
    var above = folders
    while !above.isEmpty, outline.categories[outline.folder(language, above)] == nil {
      above.removeLast()
    }
    let prefix = outline.folder(language, above) + "/"
    let names = all.filter { $0.hasPrefix(prefix) && !$0.dropFirst(prefix.count).contains("/") }
    if names.isEmpty { return "" }
    let shown = names.prefix(8).map { typed($0[...]) }.joined(separator: ", ")
    return "the categories are \(shown)\(names.count > 8 ? ", …" : "")"
  }

  /// As one would type it: `content/ru/account` → `account`, `content/en/account` → `en/account`.
  private func typed(_ path: Substring) -> String {
    let rest = path.dropFirst("content/".count)
    let first = outline.paths.languages[0] + "/"
    return String(rest.hasPrefix(first) ? rest.dropFirst(first.count) : rest)
  }
}
