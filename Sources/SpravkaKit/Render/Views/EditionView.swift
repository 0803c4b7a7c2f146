internal import Mustache

// Which edition of the product an article is about, and where readers of another one go on. All of
// it is on the page, so that it can be read without a script; the switch hides what is not meant.

extension PageRenderer {
  /// What the readers of editions are told that the article is not about.
  func otherEditions(of source: Int, _ language: String, _ view: PageView) -> [Value] {
    let all = site.configuration.editions
    let named = site.articles[source].front.editions.map(\.value)
    let own = all.filter { named.contains($0.id) }
    guard !own.isEmpty else { return [] }
    let ownNames = own.map { $0.name(in: language) }.joined(separator: ", ")
    let others = all.filter { !named.contains($0.id) }
    var groups: [(page: PageID?, editions: [Edition])] = []
    for edition in others {
      let page = counterpart(of: source, edition.id)
      if let index = groups.firstIndex(where: { $0.page == page }) {
        groups[index].editions.append(edition)
      } else {
        groups.append((page, [edition]))
      }
    }
    return groups.map { page, editions in
      let names = editions.map { $0.name(in: language) }.joined(separator: ", ")
      let note = filled(
        view.strings[page == nil ? "other-edition" : "other-edition-article"] ?? "",
        ["editions": ownNames, "others": names])
      return PageShapes.otherEdition.record([
        "ids": .text(editions.map(\.id).joined(separator: " ")), "names": .text(names),
        "note": .text(note),
        "article": page.map { link(to: $0, view.links) } ?? .none,
      ])
    }
  }

  private func counterpart(of source: Int, _ edition: String) -> PageID? {
    let all = site.counterparts[source]
    return (all.first { $0.edition == edition } ?? all.first { $0.edition == nil })?.page
  }
}

extension Value {
  static func edition(_ edition: Edition, _ language: String, isFirst: Bool) -> Value {
    PageShapes.edition.record([
      "id": .text(edition.id), "name": .text(edition.name(in: language)), "isFirst": .flag(isFirst),
    ])
  }
}
