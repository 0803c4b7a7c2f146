internal import Mustache

// Who wrote an article and when, in the language's words. What tells a reader whether to trust the
// text stands above it (author, last change), what tells whom to ask stands below.

struct BylineView {
  let author: Value
  let updated: Value
  let hasByline: Bool
  let editor: Value
  let owner: Value
  let created: Value
  let reviewed: Value
  let revision: Value
  let hasDetails: Bool
  /// The latest first.
  let changes: [Value]

  init(_ article: Article, _ strings: Strings) {
    let front = article.front
    let day = { (date: CalendarDate?) in date.map { Value.date($0, strings) } ?? .none }
    author = .text(front.author ?? "")
    updated = day(article.updated)
    hasByline = front.author?.isEmpty == false || article.updated != nil
    editor = .text(front.editor ?? "")
    owner = .text(front.owner ?? "")
    created = day(front.created?.value)
    reviewed = day(front.reviewed?.value)
    revision = .text(article.revision ?? "")
    let texts = [front.editor, front.owner, article.revision]
    hasDetails =
      texts.contains { $0?.isEmpty == false } || front.created != nil || front.reviewed != nil
    changes = front.changes.sorted { $0.date.value > $1.date.value }.map { change in
      PageShapes.change.record([
        "date": .date(change.date.value, strings), "text": .text(change.text),
      ])
    }
  }
}

extension Value {
  /// A day for machines, `2025-08-18`, and in words, «18 августа 2025 г.».
  static func date(_ date: CalendarDate, _ strings: Strings) -> Value {
    PageShapes.date.record([
      "iso": .text(date.description), "words": .text(strings.words(for: date)),
    ])
  }
}
