// What an article says of its last change, and what git says where the front matter is silent. The
// time of the file is never asked: each clone and copy changes it.

extension Article {
  /// The day of the last change.
  var updated: CalendarDate? {
    if let written = front.updated { return written.value }
    guard let date = commit?.date else { return nil }
    // Committed before the day that the writer calls its first: no change since then is known.
    if let created = front.created, date < created.value { return nil }
    return date
  }

  /// A name for this state of the text.
  var revision: String? { front.revision ?? commit?.revision }

  /// Whether git is asked for anything.
  var needsHistory: Bool { front.updated == nil || front.revision == nil }

  private var commit: History.Commit? {
    if case .known(let commit) = lastChange { commit } else { nil }
  }
}
