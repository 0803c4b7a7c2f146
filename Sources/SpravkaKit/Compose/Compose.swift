// A scanned site and what somebody wants to write → a new article, not yet on the disk. Nothing is
// random here but the number, and its source is given.

/// Composes an article that gets along with all that is there.
///
/// - Parameters:
///   - scanned: without the history; what is wrong with other files is not looked at.
///   - generator: where the number comes from.
public func compose(
  _ scanned: ScanResult, _ request: ArticleRequest, jobs: Int,
  using generator: inout some RandomNumberGenerator
) async throws(ComposeError) -> Composition {
  let configuration = try languagesKnown(in: scanned)
  let outline = await SiteOutline(
    scanned.tree, folders: scanned.folders, configuration, today: request.today, jobs: jobs)
  let title = oneLine(request.title)
  let place: ArticlePlace
  do throws(Refusal) {
    guard !title.isEmpty else { throw Refusal("a title needs words") }
    place = try PlaceFinder(outline: outline, request: request, title: title).place()
  } catch {
    throw .refused(error)
  }
  let theme = ThemeFiles(builtin: BuiltinTheme.files(), overrides: scanned.tree.templates)
  var ignored: [Diagnostic] = []
  let skeleton = Skeleton(
    title: title, id: outline.id(for: place, using: &generator), author: request.author,
    created: request.today, isIndex: place.isIndex,
    strings: theme.strings(of: configuration.languages[place.language], &ignored))
  return Composition(
    path: place.path, text: skeleton.text,
    notes: place.notes + outline.notes(on: place, title: title) + [place.advice])
}

extension ArticlePlace {
  fileprivate var advice: String {
    isIndex
      ? "It is no draft: readers see it with the next build, articles or not."
      : "It is a draft: when it is written, take out 'draft: true'."
  }
}

/// The configuration, if it can be relied on for where articles stand; faults in other parts of
/// site.yml are no hindrance.
private func languagesKnown(in scanned: ScanResult) throws(ComposeError) -> Configuration {
  let file = scanned.tree.configuration
  let (configuration, mistakes) = Configuration.parse(file)
  guard let file else {
    let unread = scanned.diagnostics.filter { $0.file == Configuration.path }
    throw .unknownLanguages(unread.isEmpty ? mistakes : unread)
  }
  let pairs = parseRootMap(file, in: file.textRange, limits: .site).pairs
  let languages = pairs?.first { $0.key == "languages" }?.value.range
  let fatal = mistakes.filter { mistake in
    guard let range = mistake.range, let languages else { return pairs == nil }
    return range.overlaps(languages) && mistake.id != .unknownKey
  }
  guard fatal.isEmpty else { throw .unknownLanguages(fatal) }
  return configuration
}

extension SiteOutline {
  /// The same article in other languages, in their order.
  private func sisters(of place: ArticlePlace) -> [Article] {
    paths.languages.indices.filter { $0 != place.language }
      .compactMap { article(at: paths.translated(place.path, to: $0)) }
  }

  /// A translation bears the number of its original, or none where that has none; pages of
  /// categories bear none of their own.
  fileprivate func id(
    for place: ArticlePlace, using generator: inout some RandomNumberGenerator
  ) -> Int? {
    let sisters = sisters(of: place)
    if let first = sisters.first {
      let isOriginal = paths.split(first.path)?.language == 0
      return isOriginal ? first.front.id?.value : sisters.compactMap(\.front.id?.value).first
    }
    if place.isIndex { return nil }
    let used = ids
    while true {
      let id = Int.random(in: 10_000_000...99_999_999, using: &generator)
      if !used.contains(id) { return id }
    }
  }

  /// What the writer should know of the articles that are there.
  fileprivate func notes(on place: ArticlePlace, title: String) -> [String] {
    var notes: [String] = []
    if let sister = sisters(of: place).first, !place.isIndex {
      let has = sister.front.id == nil ? "has no id, so this one has none either" : "gave its id"
      notes.append("'\(sister.path)' is the same article in another language and \(has).")
    } else if place.language > 0, !place.isIndex,
      Levels(configuration.levels).level(of: .orphanTranslation) != .off
    {
      let original = paths.translated(place.path, to: 0)
      notes.append("There is no '\(original)' that this could translate.")
    }
    if let parent = place.parent, !place.isIndex {
      let twin = tree.pages[parent.index].children.map { tree.pages[$0.index] }
        .first { $0.kind == .article && folded($0.title) == folded(title) }
      if let source = twin?.source {
        notes.append("'\(articles[source].path)' in this category has the same title.")
      }
    }
    return notes
  }
}
