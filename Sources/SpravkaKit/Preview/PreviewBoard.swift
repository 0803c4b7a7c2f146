internal import Synchronization

/// Where the last snapshot hangs.
public final class PreviewBoard: Sendable {
  private let last = Mutex(
    PreviewSnapshot(
      version: 0, noticed: 0, state: nil, tree: SourceTree(), findings: [], trouble: nil,
      isBehind: true,
      readers: nil, folder: nil, folders: []))
  private let watchers = Mutex<[@Sendable (PreviewSnapshot) -> Void]>([])

  public var snapshot: PreviewSnapshot { last.withLock { $0 } }

  /// Calls back with every snapshot to come.
  public func whenChanged(_ call: @escaping @Sendable (PreviewSnapshot) -> Void) {
    watchers.withLock { $0.append(call) }
  }

  func publish(_ snapshot: PreviewSnapshot) {
    last.withLock { $0 = snapshot }
    for call in watchers.withLock({ $0 }) { call(snapshot) }
  }
}
