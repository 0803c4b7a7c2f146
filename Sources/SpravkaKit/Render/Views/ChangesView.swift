internal import Mustache

// The pages of «Изменения в статьях»: what writers have told of their changes, by month. A month that
// does not end with a page goes on under the same heading on the next.

extension PageRenderer {
  func renderChanges(language: Int, page number: Int) -> [UInt8] {
    let changes = site.chronicle.changes[language]
    let url = site.own(language).changes
    let strings = theme.strings[language]
    let title = strings["article-changes"] ?? ""
    let view = view(
      ofOwn: url, title, page: number, language, description: strings["article-changes-about"])
    let list = PageShapes.changeList.record([
      "title": .text(title),
      "months": .list(months(of: ListPages.cut(changes[...], page: number), view)),
      "pages": listPages(of: url, number, entries: changes.count, view.links),
    ])
    return render(.changes, view.values + [list], language)
  }

  private func months(of changes: ArraySlice<Chronicle.Change>, _ view: PageView) -> [Value] {
    var months: [Value] = []
    var rest = changes
    while let first = rest.first {
      let month = rest.prefix {
        ($0.date.year, $0.date.month) == (first.date.year, first.date.month)
      }
      rest = rest.dropFirst(month.count)
      months.append(
        PageShapes.month.record([
          "title": .text(view.strings.month(of: first.date)),
          "changes": .list(month.map { change($0, view) }),
        ]))
    }
    return months
  }

  private func change(_ change: Chronicle.Change, _ view: PageView) -> Value {
    PageShapes.changeOfArticle.record([
      "date": .date(change.date, view.strings),
      "text": .text(wording.plain(change.text, site[change.article].language)),
      "article": link(to: change.article, view.links),
    ])
  }
}
