// What readers say, at the articles that it concerns.

extension PreviewSnapshot {
  /// `{"version":3,"from":…,"to":…,"articles":[…],"searches":[…],"missing":[…]}`.
  ///
  /// Without a report there is only the version. What concerns most readers comes first.
  func readersList() -> [UInt8] {
    guard let readers = readers?.report else {
      return JSONValue.record([("version", .number(version))]).bytes
    }
    let pages = state?.draft.site.pages ?? []
    let known = Dictionary(
      pages.indices.map { ("/" + pages[$0].href, PageID(index: $0)) },
      uniquingKeysWith: { a, _ in a })
    let failed = readers.articles.filter { $0.failed > 0 }
      .sorted { ($1.failed, $0.page) < ($0.failed, $1.page) }
    return JSONValue.record([
      ("version", .number(version)), ("from", .optional(readers.from?.description)),
      ("to", .optional(readers.to?.description)),
      (
        "articles",
        .list(
          failed.map { voted in
            let page = known[voted.page].map { description(of: $0) }
            return .record((page ?? [("title", .text(voted.page))]) + votes(voted))
          })
      ),
      ("searches", counts(readers.searches)), ("missing", counts(readers.missing)),
    ]).bytes
  }

  /// What readers say of one page; nil when they say nothing.
  func votes(on page: PageID) -> JSONValue? {
    guard let site = state?.draft.site else { return nil }
    let path = "/" + site[page].href
    return readers?.report.articles.first { $0.page == path }.map { .record(votes($0)) }
  }

  private func votes(_ voted: ReadersReport.Voted) -> [(key: String, value: JSONValue?)] {
    [
      ("views", .number(voted.views)), ("helped", .number(voted.helped)),
      ("failed", .number(voted.failed)), ("reasons", counts(voted.reasons)),
    ]
  }

  private func counts(_ counted: [ReadersReport.Counted]) -> JSONValue {
    let sorted = counted.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    return .list(sorted.map { .record([("text", .text($0.text)), ("count", .number($0.count))]) })
  }
}
