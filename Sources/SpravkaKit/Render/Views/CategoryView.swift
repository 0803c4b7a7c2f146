internal import Mustache

// What the page of a category shows: its introduction, its groups, its list.

extension PageRenderer {
  /// - Parameter number: which page of the list, counted from 1; all but the list is on the first.
  func category(_ id: PageID, page number: Int, _ view: PageView) -> Value {
    let page = site[id]
    let parts = CategoryParts(of: page, site.pages)
    let groups = number == 1 ? parts.groups.map { group($0, view) } : []
    let entries = ListPages.cut(parts.entries, page: number).map { entry($0, view) }
    return PageShapes.category.record([
      "title": .text(page.title), "label": wording.label(of: id),
      "body": number == 1 ? body(of: page, view.links) : .markup([]),
      "isFallback": .flag(site.translations.isNearest(id)), "count": .text(count(of: id, view)),
      "hasGroups": .flag(!groups.isEmpty), "groups": .list(groups),
      "hasEntries": .flag(!entries.isEmpty), "entries": .list(entries),
      "pages": listPages(of: page.href, number, entries: parts.entries.count, view.links),
    ])
  }

  private func group(_ id: PageID, _ view: PageView) -> Value {
    let page = site[id]
    let shown = firstArticles(in: id, limit: groupSize)
    return PageShapes.group.record([
      "title": .text(page.title), "label": wording.label(of: id),
      "url": .text(view.links.to(page.href)), "count": .text(count(of: id, view)),
      "hasEntries": .flag(!shown.isEmpty),
      "entries": .list(shown.map { entry($0, view) }),
      "hasMore": .flag(shown.count < counts[id.index]),
    ])
  }

  /// The articles below a category that readers come upon first.
  private func firstArticles(in category: PageID, limit: Int) -> [PageID] {
    var found: [PageID] = []
    for child in site[category].children {
      if found.count == limit { break }
      if site[child].kind == .article {
        found.append(child)
      } else if counts[child.index] > 0 {
        found += firstArticles(in: child, limit: limit - found.count)
      }
    }
    return found
  }

  func entry(_ id: PageID, _ view: PageView) -> Value {
    let page = site[id]
    let isCategory = page.kind == .category
    let editions = isCategory ? [] : editions(of: page)
    let updated = isCategory ? nil : page.source.flatMap { site.articles[$0].updated }
    return PageShapes.entry.record([
      "title": .text(page.title), "label": wording.label(of: id),
      "url": .text(view.links.to(page.href)), "description": .text(description(of: page)),
      "isCategory": .flag(isCategory),
      "count": .text(isCategory ? count(of: id, view) : ""),
      "updated": updated.map { .date($0, view.strings) } ?? .none,
      "editions": .list(editions), "isDated": .flag(updated != nil || !editions.isEmpty),
    ])
  }

  /// How many articles are below a category, in words.
  func count(of id: PageID, _ view: PageView) -> String {
    view.strings.counted("articles", counts[id.index], in: site.language(of: site[id]))
  }

  /// The names of the editions that an article names, in the order of site.yml.
  func editions(of page: Page) -> [Value] {
    guard let source = page.source, !site.articles[source].front.editions.isEmpty else { return [] }
    let named = site.articles[source].front.editions.map(\.value)
    return site.configuration.editions.filter { named.contains($0.id) }.map {
      .text($0.name(in: site.language(of: page)))
    }
  }
}

private let groupSize = 5
