// A request and the outline of a site → the one place where the article goes, or what is in the way.

/// Where a new article goes.
struct ArticlePlace: Sendable {
  let language: Int
  /// From the site's root: `content/ru/account/qr.md`.
  let path: String
  /// The category that holds it, or for the page of a category the one above; nil for a home page.
  let parent: PageID?
  /// What became of the names.
  let notes: [String]

  var isIndex: Bool { path.hasSuffix("/_index.md") }
}

struct PlaceFinder {
  let outline: SiteOutline
  let request: ArticleRequest
  /// On one line.
  let title: String

  func place() throws(Refusal) -> ArticlePlace {
    let languages = outline.paths.languages
    var wanted: Int?
    if let code = request.language {
      guard let index = languages.firstIndex(of: code) else {
        throw Refusal(
          "this site has no language '\(code)'",
          "its languages are \(languages.joined(separator: ", "))")
      }
      wanted = index
    }
    let readings = try PathReader(languages: languages, wanted: wanted).readings(of: request)
    let meant = readings.map { split($0) }
    return try place(meant.first { $0.isHeld(by: outline) } ?? meant[0])
  }

  /// A folder is one that says so, or that is a category.
  private func split(_ reading: PathReading) -> Names {
    let parts = reading.parts
    let isFolder =
      reading.isFolder || outline.categories[outline.folder(reading.language, parts)] != nil
    guard !isFolder, let last = parts.last else {
      return Names(language: reading.language, folders: parts, stem: nil)
    }
    return Names(language: reading.language, folders: parts.dropLast(), stem: stem(of: last))
  }

  private func place(_ names: Names) throws(Refusal) -> ArticlePlace {
    for folder in names.folders { try checkFolder(folder) }
    guard let stem = names.stem else {
      let name = try nameFromTitle()
      return try article(name, names, ["The title gave the file its name: '\(name).md'."])
    }
    if stem == "_index" { return try category(names) }
    if stem.hasPrefix(".") { throw .hidden(stem) }
    if ["index", "readme"].contains(stem.lowercased()) {
      throw Refusal(
        "'\(stem).md' would be an article of that name, not the page of the category",
        "for the page of a category write '_index.md', for an article another name")
    }
    var notes: [String] = []
    let name = try plain(stem, ending: ".md", &notes)
    return try article(name, names, notes)
  }

  private func article(
    _ name: String, _ names: Names, _ notes: [String]
  ) throws(Refusal) -> ArticlePlace {
    let folder = outline.folder(names.language, names.folders)
    guard let category = outline.categories[folder] else { throw missingCategory(names) }
    let path = "\(folder)/\(name).md"
    try checkFree(path)
    return ArticlePlace(language: names.language, path: path, parent: category, notes: notes)
  }

  private func category(_ names: Names) throws(Refusal) -> ArticlePlace {
    guard let typed = names.folders.last else {
      let path = outline.folder(names.language, []) + "/_index.md"
      try checkFree(path)
      return ArticlePlace(language: names.language, path: path, parent: nil, notes: [])
    }
    var above = names
    above.folders.removeLast()
    guard let parent = outline.categories[outline.folder(names.language, above.folders)] else {
      throw missingCategory(above)
    }
    var notes: [String] = []
    var folder = outline.folder(names.language, names.folders)
    if outline.categories[folder] == nil {
      let name = try plain(typed, ending: "", &notes)
      folder = outline.folder(names.language, above.folders + [name])
      try checkTwin(folder)
    }
    try checkFree(folder + "/_index.md")
    return ArticlePlace(
      language: names.language, path: folder + "/_index.md", parent: parent, notes: notes)
  }
}

/// A reading, taken apart.
struct Names {
  let language: Int
  var folders: [String]
  /// Of the file; nil when the title is to give it.
  let stem: String?

  /// Whether the category is there that the file would be in.
  fileprivate func isHeld(by outline: SiteOutline) -> Bool {
    let holders = stem == "_index" ? folders.dropLast() : folders[...]
    return outline.categories[outline.folder(language, holders)] != nil
  }
}
