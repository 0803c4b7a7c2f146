// What the writer's desk shows, as JSON: how much is in each list, and one list after another.

extension PreviewSnapshot {
  /// `{"version":3,"site":"Поддержка24","language":"ru","home":"/","sections":{"findings":{…},…}}`.
  public func desk() -> [UInt8] {
    let configuration = state?.draft.site.configuration
    let errors = findings.count { $0.level == .error }
    let desk = state.map { Desk($0.draft, findings) }
    return JSONValue.record([
      ("version", .number(version)), ("trouble", .optional(trouble)),
      ("isBehind", .flag(isBehind)), ("hasSite", .flag(state != nil)),
      ("site", .optional(configuration.flatMap { $0.title[$0.languages[0]] })),
      ("language", .optional(configuration?.languages.first)),
      ("home", .text(basePath + "/")), ("errors", .number(errors)),
      ("warnings", .number(findings.count - errors)),
      (
        "sections",
        .record(
          DeskSection.allCases.map { section in
            let count = section == .readers ? readersCount : desk?.entries(of: section).count ?? 0
            return (
              section.rawValue,
              .record([
                ("count", .number(count)),
                ("isOff", desk?.isOff(section) == true ? .flag(true) : nil),
              ])
            )
          })
      ),
    ]).bytes
  }

  private var readersCount: Int {
    guard let readers = readers?.report else { return 0 }
    return readers.articles.count { $0.failed > 0 } + readers.searches.count + readers.missing.count
  }

  /// The files of a list: `{"version":3,"files":[{"file":…,"title":…,"page":"/a/","findings":[…]}]}`.
  public func desk(_ section: DeskSection) -> [UInt8] {
    if section == .readers { return readersList() }
    // Without a site there are findings all the same.
    let entries =
      state.map { Desk($0.draft, findings).entries(of: section) }
      ?? Dictionary(grouping: findings, by: \.file).map { DeskEntry(file: $0, findings: $1) }
    var lines = SourceLines(file(at:))
    let files = entries.map { entry in
      var pairs = description(of: entry.file)
      if !entry.findings.isEmpty {
        let table = lines.table(for: entry.file)
        let said = entry.findings.map { json($0, table, withExcerpt: false) }
        pairs.append(("findings", .list(said)))
      }
      return JSONValue.record(pairs)
    }
    return JSONValue.record([("version", .number(version)), ("files", .list(files))]).bytes
  }

  /// What a list says of a file: its title, where its page is, what readers do not meet.
  func description(of file: String) -> [(key: String, value: JSONValue?)] {
    let page = state?.draft.resolver.tree.byPath[file]
    return page.map { description(of: $0) } ?? [("file", .text(file))]
  }

  func description(of page: PageID) -> [(key: String, value: JSONValue?)] {
    guard let draft = state?.draft else { return [] }
    let article = draft.article(of: page)
    let readers = article.flatMap { draft.readersState(of: $0) }
    return [
      ("file", .optional(article?.path)), ("title", .text(draft.site[page].title)),
      ("page", .text(basePath + "/" + draft.site[page].href)),
      ("state", .optional(readers?.name)), ("day", .optional(readers?.day?.description)),
    ]
  }
}
