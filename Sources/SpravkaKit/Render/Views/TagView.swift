internal import Mustache

// The pages of tags: all tags of a language with how many articles each has, and the articles of
// one tag.

extension PageRenderer {
  func renderTags(language: Int, page number: Int) -> [UInt8] {
    let tags = site.tags.all(in: language)
    let url = site.own(language).tags
    let title = theme.strings[language]["tags"] ?? ""
    let view = view(
      ofOwn: url, title, page: number, language, description: theme.strings[language]["tags-about"])
    let shown = ListPages.range(ofPage: number, of: tags.count)
    let list = PageShapes.tagList.record([
      "title": .text(title),
      "entries": .list(
        tags[shown].map { tag in
          PageShapes.tag.record([
            "title": .text(tag.name), "label": wording.label(tag.name, tag.language),
            "url": .text(view.links.to(tag.url)),
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
    let above = site.own(tag.language).tags
    let about = filled(theme.strings[tag.language]["tag-about"] ?? "", ["tag": tag.name])
    let view = view(
      ofOwn: tag.url, tag.name, page: number, tag.language, description: about,
      crumbs: [(all, above)])
    let shown = ListPages.range(ofPage: number, of: tag.articles.count)
    let entries = tag.articles[shown].map { entry($0, view) }
    let list = PageShapes.taggedList.record([
      "title": .text(tag.name), "label": wording.label(tag.name, tag.language),
      "hasEntries": .flag(!entries.isEmpty), "entries": .list(entries),
      "pages": listPages(of: tag.url, number, entries: tag.articles.count, view.links),
    ])
    return render(.tag, view.values + [list], tag.language)
  }
}
