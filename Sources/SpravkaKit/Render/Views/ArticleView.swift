internal import Mustache

// What an article's page shows besides the parts of every page.

extension PageRenderer {
  func article(_ id: PageID, _ view: PageView) -> Value {
    let page = site[id]
    guard let source = page.source else { return .none }
    let contents = contents(of: source, view.strings, page.language)
    let editions = editions(of: page)
    let recommended = site.recommended[source]
    let people = BylineView(site.articles[source], view.strings)
    let tags = tags(of: source, view.links)
    let previous = site.order.previous(of: id)
    let next = site.order.next(of: id)
    let backlinks = site.backlinks[id.index].prefix(10)
    return PageShapes.article.record([
      "title": .text(page.title), "label": wording.label(of: id),
      "body": body(of: page, view.links),
      "hasMeta": .flag(people.hasByline || !editions.isEmpty || !tags.isEmpty),
      "editions": .list(editions),
      "otherEditions": .list(otherEditions(of: source, site.language(of: page), view)),
      "feedback": feedback(of: id, view), "author": people.author, "updated": people.updated,
      "hasDetails": .flag(people.hasDetails), "editor": people.editor, "owner": people.owner,
      "created": people.created, "reviewed": people.reviewed, "revision": people.revision,
      "hasChanges": .flag(!people.changes.isEmpty), "changes": .list(people.changes),
      "hasContents": .flag(!contents.isEmpty), "contents": .list(contents),
      "hasRecommended": .flag(!recommended.isEmpty),
      "recommended": .list(recommended.map { link(to: $0, view.links) }),
      "hasTags": .flag(!tags.isEmpty), "tags": .list(tags),
      "hasNeighbours": .flag(previous != nil || next != nil),
      "previous": previous.map { link(to: $0, view.links) } ?? .none,
      "next": next.map { link(to: $0, view.links) } ?? .none,
      "hasBacklinks": .flag(!backlinks.isEmpty),
      "backlinks": .list(backlinks.map { link(to: $0, view.links) }),
    ])
  }

  private func tags(of source: Int, _ links: PageLinks) -> [Value] {
    site.tags.ofArticle[source].map { id in
      let tag = site.tags[id]
      return wording.link(tag.name, links.to(tag.url), tag.language)
    }
  }

  func link(to id: PageID, _ links: PageLinks) -> Value {
    .link(site[id].title, label: wording.label(of: id), links.to(site[id].href))
  }

  /// The headings of the second level, when there are enough of them to need a list; the summary
  /// is named first, wherever it stands, since it is what most readers want.
  private func contents(of source: Int, _ strings: Strings, _ language: Int) -> [Value] {
    let article = site.articles[source]
    let headings = article.headings.filter { $0.level == 2 }
    guard article.front.contents, headings.count > 1 else { return [] }
    let summary = headings.firstIndex {
      !article.summary.isEmpty && $0.text == strings["summary"]
    }
    let order = [summary].compactMap(\.self) + headings.indices.filter { $0 != summary }
    return order.map { index in
      PageShapes.contentsEntry.record([
        "title": .text(headings[index].text),
        "label": wording.label(headings[index].text, language),
        "url": .text("#" + percentEncodedPath(headings[index].anchor)),
        "isSummary": .flag(index == summary),
      ])
    }
  }
}
