internal import Glibc
internal import Synchronization

// News for browsers (server-sent events, WHATWG HTML 9.2): each stream waits for the next version.

final class EventHub: Sendable {
  private struct News {
    var version: Int
    /// What browsers are told of it, on one line.
    var text: String
  }

  private let news: Mutex<News>
  private let changed = Condition()

  init(version: Int, text: String) { news = Mutex(News(version: version, text: text)) }

  func announce(_ version: Int, _ text: String) {
    news.withLock { if $0.version < version { $0 = News(version: version, text: text) } }
    changed.wakeAll()
  }

  /// A stream for one browser: first the version that is there, then each new one.
  ///
  /// A comment now and then finds out whether anybody still listens.
  func stream() -> @Sendable () -> [UInt8]? {
    let sent = Mutex(-1)
    return { [self] in
      let last = sent.withLock { $0 }
      changed.wait(seconds: 10) { news.withLock { $0.version } != last }
      let now = news.withLock { $0 }
      if now.version == last { return Array(":\n\n".utf8) }
      sent.withLock { $0 = now.version }
      let hello = last < 0 ? "retry: 500\n" : ""
      return Array("\(hello)event: version\ndata: \(now.text)\n\n".utf8)
    }
  }
}
