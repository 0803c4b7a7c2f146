internal import Mustache

// The pages of «Новые статьи»: articles by the day on which they were written.

extension PageRenderer {
  func renderNewArticles(language: Int, page number: Int) -> [UInt8] {
    let articles = site.chronicle.newArticles[language]
    let url = site.own(language).newArticles
    let strings = theme.strings[language]
    let title = strings["new-articles"] ?? ""
    let view = view(
      ofOwn: url, title, page: number, language, description: strings["new-articles-about"])
    let list = PageShapes.newList.record([
      "title": .text(title),
      "entries": .list(ListPages.cut(articles[...], page: number).map { newArticle($0, view) }),
      "pages": listPages(of: url, number, entries: articles.count, view.links),
    ])
    return render(.new, view.values + [list], language)
  }

  func newArticle(_ id: PageID, _ view: PageView) -> Value {
    let page = site[id]
    let created = page.source.flatMap { site.articles[$0].front.appeared }
    return PageShapes.newArticle.record([
      "title": .text(page.title), "label": wording.label(of: id),
      "url": .text(view.links.to(page.href)),
      "description": .text(description(of: page)),
      "created": created.map { .date($0, view.strings) } ?? .none,
      "editions": .list(editions(of: page)),
    ])
  }
}
