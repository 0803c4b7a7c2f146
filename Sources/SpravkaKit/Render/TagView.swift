internal import Mustache

// The pages of tags: all tags of a language with how many articles each has, and the articles of
// one tag.

extension PageRenderer {
  func renderTags(language: Int, page number: Int) -> [UInt8] {
    let tags = site.tags.all(in: language)
    let url = site.tagsURL(language: language)
    let title = theme.strings[language]["tags"] ?? ""
    let view = view(ofList: url, title, page: number, language, crumbs: [])
    let shown = ListPages.range(ofPage: number, of: tags.count)
    let list = PageShapes.tagList.record([
      "title": .text(title),
      "entries": .list(
        tags[shown].map { tag in
          PageShapes.tag.record([
            "title": .text(tag.name), "label": .label(tag.name), "url": .text(view.links.to(tag.url)),
            "count": .text(
              view.strings.counted("articles", tag.articles.count, in: site.languages[language])),
          ])
        }), "pages": listPages(of: url, number, entries: tags.count, view.links),
    ])
    return render(.tags, view.values + [list], language)
  }

  func render(_ id: TagID, page number: Int) -> [UInt8] {
    let tag = site.tags[id]
    let all = theme.strings[tag.language]["tags"] ?? ""
    let above = site.tagsURL(language: tag.language)
    let view = view(
      ofList: tag.url, tag.name, page: number, tag.language, crumbs: [(all, above)])
    let shown = ListPages.range(ofPage: number, of: tag.articles.count)
    let entries = tag.articles[shown].map { entry($0, view) }
    let list = PageShapes.taggedList.record([
      "title": .text(tag.name), "label": .label(tag.name), "hasEntries": .flag(!entries.isEmpty), "entries": .list(entries),
      "pages": listPages(of: tag.url, number, entries: tag.articles.count, view.links),
    ])
    return render(.tag, view.values + [list], tag.language)
  }

  /// What a page of a list has in common with all pages.
  ///
  /// - Parameter crumbs: titles and URLs of what stands between the home page and the list.
  private func view(
    ofList list: String, _ title: String, page number: Int, _ language: Int,
    crumbs: [(title: String, url: String)]
  ) -> PageView {
    let url = ListPages.url(ofPage: number, of: list)
    let links = PageLinks.relative(from: url)
    let head = PageHead(
      title: self.title(title, ofPage: number, theme.strings[language]), description: "",
      canonical: site.configuration.baseURL.text + "/" + url, language: language,
      isUnlisted: false, page: nil)
    let home = site[site.homes[language]]
    let above = [(home.title, home.href)] + crumbs
    return PageView(
      self, head, links, frameOfHome(language: language, links), path: [],
      crumbs: above.map { .link($0.0, links.to($0.1)) })
  }
}
