// What the writer's desk says of one article: who leads to it, and what it could recommend.

extension PreviewSnapshot {
  /// - Parameter path: of the article's page, as in `answer(at:)`.
  /// - Returns: nil where no page of content is. May take a moment on large sites: the words of all
  ///   articles are compared when somebody asks first.
  public func desk(articleAt path: String) -> [UInt8]? {
    guard let state, let page = state.draft.page(at: path) else { return nil }
    let site = state.draft.site
    let article = state.draft.article(of: page)
    let own = article.map { article in findings.filter { $0.file == article.path } } ?? []
    var lines = SourceLines(file(at:))
    let backlinks = site.backlinks[page.index].map { JSONValue.record(description(of: $0)) }
    let given = site[page].source.map { site.recommended[$0] } ?? []
    let isChosen = article?.front.recommended == nil
    let nearest = article == nil || site[page].kind != .article ? [] : state.nearest.pages(to: page)
    return JSONValue.record(
      [("version", .number(version))] + description(of: page) + [
        ("findings", .list(own.map { json($0, lines.table(for: $0.file), withExcerpt: false) })),
        ("backlinks", .list(backlinks)),
        ("recommended", .list(given.map { .record(description(of: $0, from: article)) })),
        ("isChosen", .flag(isChosen)),
        ("nearest", .list(nearest.map { .record(description(of: $0, from: article)) })),
        ("questions", .list((article?.front.questions ?? []).map { .text($0.value) })),
        ("votes", votes(on: page)),
      ]
    ).bytes
  }

  /// With the path as the front matter of an article would write it.
  private func description(
    of page: PageID, from article: Article?
  ) -> [(key: String, value: JSONValue?)] {
    let target = state?.draft.article(of: page)?.path
    let path = target.flatMap { target in
      article.map { relativePath(from: $0.path, to: target) }
    }
    return description(of: page) + [("path", .optional(path))]
  }
}
