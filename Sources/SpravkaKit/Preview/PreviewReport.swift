// What a preview says of the page that is shown: JSON for its panel.

extension PreviewSnapshot {
  /// `{"version":3,"file":"content/ru/a.md","state":"draft","errors":1,"warnings":2,"findings":[…]}`.
  ///
  /// The findings are those of the page's own file and of the snippets in it, those of other files in
  /// which this one takes part and, when the site itself cannot be shown as it is now, those that
  /// stand in the way. Errors come first.
  ///
  /// - Parameter path: as in `answer(at:)`.
  public func report(on path: String) -> [UInt8] {
    let isIndex = path == "index.html" || path.hasSuffix("/index.html")
    let path = isIndex ? String(path.dropLast("index.html".utf8.count)) : path
    let isPage = path.isEmpty || path.hasSuffix("/")
    let page = isPage ? state?.draft.page(at: path) : nil
    let article = page.flatMap { state?.draft.article(of: $0) }
    var files = Set(isBehind ? findings.filter { stands(inTheWay: $0) }.map(\.file) : [])
    if let article { files.formUnion([article.path] + article.inclusions.map(\.path)) }
    let concerning = findings.filter {
      files.contains($0.file) || article != nil && $0.related == article?.path
    }
    let errorsFirst =
      concerning.filter { $0.level == .error } + concerning.filter { $0.level != .error }
    var lines = SourceLines(file(at:))
    let readers = article.flatMap { state?.draft.readersState(of: $0) }
    let errors = findings.count { $0.level == .error }
    return JSONValue.record([
      ("version", .number(version)), ("trouble", .optional(trouble)),
      ("file", .optional(article?.path)),
      ("state", .optional(readers?.name)), ("day", .optional(readers?.day?.description)),
      ("isBlank", article?.isUnreadable == true ? .flag(true) : nil),
      ("isBehind", .flag(isBehind)), ("errors", .number(errors)),
      ("warnings", .number(findings.count - errors)),
      (
        "findings",
        .list(errorsFirst.map { json($0, lines.table(for: $0.file), withExcerpt: true) })
      ),
    ]).bytes
  }

  /// A finding with its place.
  func json(_ finding: Diagnostic, _ lines: LineTable?, withExcerpt: Bool) -> JSONValue {
    var place: (line: Int, column: Int)?
    var excerpt: [UInt8] = []
    if let lines, let range = finding.range {
      let position = lines.position(at: range.lowerBound)
      place = (position.line, position.column)
      if withExcerpt { Excerpt(of: range, in: lines).render(into: &excerpt) }
    }
    return .record([
      ("level", .text(finding.level.rawValue)), ("id", .text(finding.id.rawValue)),
      ("file", .text(finding.file)), ("message", .text(finding.message)),
      ("hint", .optional(finding.hint)), ("line", place.map { .number($0.line) }),
      ("column", place.map { .number($0.column) }),
      ("excerpt", excerpt.isEmpty ? nil : .text(String(decoding: excerpt, as: UTF8.self))),
    ])
  }
}

/// Whether a finding keeps the site from being shown as it is now.
func stands(inTheWay finding: Diagnostic) -> Bool {
  guard finding.level == .error else { return false }
  return finding.file == "content/site.yml" || finding.file.hasPrefix("templates/")
}

/// What readers do not meet as the preview shows it.
enum ReadersState {
  case draft, unlisted
  /// With the first day on which they do.
  case scheduled(CalendarDate?)
  /// With the first day on which they no longer do.
  case expired(CalendarDate?)

  var name: String {
    switch self {
    case .draft: "draft"
    case .unlisted: "unlisted"
    case .scheduled: "scheduled"
    case .expired: "expired"
    }
  }

  var day: CalendarDate? {
    switch self {
    case .draft, .unlisted: nil
    case .scheduled(let day), .expired(let day): day
    }
  }
}

extension Draft {
  func page(at url: String) -> PageID? {
    site.pages.firstIndex { $0.url == url }.map { PageID(index: $0) }
  }

  func article(of page: PageID) -> Article? { site[page].source.map { site.articles[$0] } }

  /// Nil for what is published.
  func readersState(of article: Article) -> ReadersState? {
    let readers = Publication(includesDrafts: false, today: publication.today)
    return switch readers.state(of: article.front) {
    case .draft: .draft
    case .scheduled: .scheduled(article.front.publish?.value)
    case .unlisted: .unlisted
    case .expired: .expired(article.front.expire?.value)
    case .published: nil
    }
  }
}
