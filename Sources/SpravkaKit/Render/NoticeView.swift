internal import Mustache

// What stands in the place of an expired page: its title, and where to read on.

extension PageRenderer {
  func notice(_ id: PageID, _ successor: Successor, _ view: PageView) -> Value {
    let next = site[successor.page]
    let isReplaced = if case .replacement = successor { true } else { false }
    return PageShapes.notice.record([
      "title": .text(site[id].title), "label": .label(site[id].title),
      "isReplaced": .flag(isReplaced),
      "successor": .link(next.title, view.links.to(next.href)),
    ])
  }
}
