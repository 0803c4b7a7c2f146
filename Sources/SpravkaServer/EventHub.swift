internal import Glibc
internal import Synchronization

// News for browsers (server-sent events, WHATWG HTML 9.2): each stream waits for the next version.

final class EventHub: Sendable {
  private let version: Mutex<Int>
  private let changed = Condition()

  init(version: Int) { self.version = Mutex(version) }

  func announce(_ version: Int) {
    self.version.withLock { $0 = max($0, version) }
    changed.wakeAll()
  }

  /// A stream for one browser: first the version that is there, then each new one.
  ///
  /// A comment now and then finds out whether anybody still listens.
  func stream() -> @Sendable () -> [UInt8]? {
    let sent = Mutex(-1)
    return { [self] in
      let last = sent.withLock { $0 }
      changed.wait(seconds: 10) { self.version.withLock { $0 } != last }
      let now = version.withLock { $0 }
      if now == last { return Array(":\n\n".utf8) }
      sent.withLock { $0 = now }
      let hello = last < 0 ? "retry: 500\n" : ""
      return Array("\(hello)event: version\ndata: \(now)\n\n".utf8)
    }
  }
}
