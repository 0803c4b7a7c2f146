// Listed articles → what is told of their days: which are new, and what has changed in them. Only
// what writers say counts, since git takes a corrected comma for news. A day that is yet to come
// (DateFindings.swift has reported it) is left out, or a slip would stand on top for years.

/// The lists of a site that go by days.
struct Chronicle: Sendable {
  /// A change of one article.
  struct Change: Sendable {
    let article: PageID
    let date: CalendarDate
    let text: String
    /// Which of the article's changes of that day it is, from 1 for the oldest.
    let number: Int
  }

  /// By language: the articles that say when they were written, the newest first.
  private(set) var newArticles: [[PageID]]
  /// By language, the latest first.
  private(set) var changes: [[Change]]

  init(_ tree: PageTree, _ articles: [Article], _ order: ReadingOrder, today: CalendarDate) {
    var created = tree.homes.map { _ in [(page: PageID, date: CalendarDate)]() }
    var changes = tree.homes.map { _ in [Change]() }
    for id in order.articles {
      let page = tree.pages[id.index]
      guard let source = page.source else { continue }
      if articles[source].front.created == nil, articles[source].front.changes.isEmpty { continue }
      let front = articles[source].front
      let latest = latestDay(of: front, today: today)
      if let day = front.appeared, day <= latest { created[page.language].append((id, day)) }
      for (change, number) in zip(front.changes, numbers(of: front.changes.map(\.date.value)))
      where change.date.value <= latest {
        changes[page.language].append(
          Change(article: id, date: change.date.value, text: change.text, number: number))
      }
    }
    newArticles = created.map { newestFirst($0, \.date).map(\.page) }
    self.changes = changes.map { newestFirst($0, \.date) }
  }
}

extension FrontMatter {
  /// The day on which readers met the article for the first time: one that waited for its day was
  /// written before.
  var appeared: CalendarDate? {
    created.map { max($0.value, publish?.value ?? $0.value) }
  }
}

/// For each day of a list of changes, which of that day it is.
///
/// New changes are written above the old ones, unless the days of the list say that they are written
/// below.
private func numbers(of days: [CalendarDate]) -> [Int] {
  let isOldestFirst = zip(days, days.dropFirst()).contains { $0 < $1 }
  var seen: [CalendarDate: Int] = [:]
  var numbers = [Int](repeating: 1, count: days.count)
  for index in isOldestFirst ? Array(days.indices) : days.indices.reversed() {
    seen[days[index], default: 0] += 1
    numbers[index] = seen[days[index]] ?? 1
  }
  return numbers
}

/// What is of one day stays in order: that of reading.
private func newestFirst<Item>(_ items: [Item], _ date: (Item) -> CalendarDate) -> [Item] {
  items.enumerated().sorted { left, right in
    let (leftDay, rightDay) = (date(left.element), date(right.element))
    return leftDay == rightDay ? left.offset < right.offset : leftDay > rightDay
  }.map(\.element)
}
