internal import Mustache

// The page of search, as it is without a script: the sections to choose from instead of results.

extension PageRenderer {
  func renderSearch(language: Int) -> [UInt8] {
    let url = site.own(language).search
    let strings = theme.strings[language]
    let title = strings["search"] ?? ""
    let view = view(
      ofOwn: url, title, page: 1, language, description: strings["search-about"], isUnlisted: true)
    let home = site[site.homes[language]]
    let (sections, isCut) = sections(of: home, view)
    let feedback = site.configuration.feedback
    let search = PageShapes.search.record([
      "title": .text(title),
      "feedbackURL": .text(
        feedback.via == .off ? "" : view.links.to(site.own(language).feedback)),
      "collector": .text(feedback.via == .collector ? feedback.address?.text ?? "" : ""),
      "hasSections": .flag(!sections.isEmpty), "sections": .list(sections),
      "more": isCut ? .text(view.links.to(home.href)) : .none,
    ])
    return render(.search, view.values + [search], language)
  }

  /// Two levels of categories: all that there is room for of the upper one, then of the lower.
  private func sections(of home: Page, _ view: PageView) -> (values: [Value], isCut: Bool) {
    let top = categories(of: home)
    var room = longestTree - min(top.count, longestTree)
    var isCut = top.count > longestTree
    let values = top.prefix(longestTree).map { id in
      let below = categories(of: site[id])
      let shown = below.prefix(room)
      room -= shown.count
      isCut = isCut || shown.count < below.count
      return section(id, shown.map { section($0, [], view) }, view)
    }
    return (values, isCut)
  }

  private func categories(of page: Page) -> [PageID] {
    page.children.filter { site[$0].kind == .category }
  }

  private func section(_ id: PageID, _ sections: [Value], _ view: PageView) -> Value {
    PageShapes.searchSection.record([
      "title": .text(site[id].title), "label": wording.label(of: id),
      "url": .text(view.links.to(site[id].href)),
      "count": .text(count(of: id, view)),
      "hasSections": .flag(!sections.isEmpty), "sections": .list(sections),
    ])
  }
}

private let longestTree = 100
