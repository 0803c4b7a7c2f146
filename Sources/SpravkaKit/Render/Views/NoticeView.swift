internal import Mustache

// What stands in the place of an expired page: its title, and where to read on.

extension PageRenderer {
  func notice(_ id: PageID, _ successor: Successor, _ view: PageView) -> Value {
    let isReplaced = if case .replacement = successor { true } else { false }
    return PageShapes.notice.record([
      "title": .text(site[id].title), "label": wording.label(of: id),
      "isReplaced": .flag(isReplaced),
      "successor": link(to: successor.page, view.links),
    ])
  }
}
