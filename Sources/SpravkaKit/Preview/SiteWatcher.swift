internal import Glibc

// A site's folders → when something in them has changed. What an editor or git does at one go comes
// as one change: a single file at once, many files when no more follow.

/// Watches the folders of a site on a thread of its own, until the process ends.
public final class SiteWatcher: Sendable {
  /// Paths from the site's root; nil when it is not known which files.
  public let changes: AsyncStream<Set<String>?>
  private let root: String
  private let sink: AsyncStream<Set<String>?>.Continuation
  private let board: PreviewBoard

  /// Milliseconds without news after which a change is whole: of few files, of many.
  private static let pause: Int32 = 2
  private static let longPause: Int32 = 150
  /// What goes on for longer is shown as far as it is.
  private static let patience = Duration.seconds(10)
  /// What matters in the site's own folder.
  private static let names = ["content", "templates", ReadersReport.path]
  /// Milliseconds between two looks at everything where the system tells nothing.
  private static let interval: Int32 = 2000

  /// - Parameters:
  ///   - root: the folder that holds `content/`.
  ///   - isTold: whether the system may be asked to tell; else everything is looked at now and then.
  public init(_ root: String, of board: PreviewBoard, isTold: Bool = true) {
    (changes, sink) = AsyncStream.makeStream()
    self.root = root
    self.board = board
    startThread { [self] in if isTold { watch() } else { poll() } }
  }

  private func watch() {
    guard var watch = Inotify() else { return poll() }
    var watched: Set<String> = []
    while true {
      // Of its own folder a site has but few names; a build that is made beside is none of them.
      guard watch.watch(root + "/.", as: "", only: Self.names) else { return poll() }
      // Folders that came with the last snapshot; what happened in them meanwhile nobody has told.
      var isBlind = false
      for folder in board.snapshot.folders where !watched.contains(folder) {
        guard watch.watch(root + "/" + folder, as: folder) else { return poll() }
        watched.insert(folder)
        isBlind = true
      }
      if isBlind { sink.yield(nil) }
      guard watch.waits(milliseconds: 500) else {
        // Of a folder that is gone nobody tells when it comes back.
        if board.snapshot.trouble != nil {
          watched = []
          sink.yield(nil)
        }
        continue
      }
      let change = nextChange(&watch)
      if change == nil { watched = [] }
      if change?.isEmpty != true { sink.yield(change) }
    }
  }

  /// All that is told until there is a pause, or for so long.
  private func nextChange(_ watch: inout Inotify) -> Set<String>? {
    var paths: Set<String> = []
    var isUnknown = false
    let end = ContinuousClock.now + Self.patience
    repeat {
      if let more = watch.read() { paths.formUnion(more) } else { isUnknown = true }
    } while ContinuousClock.now < end
      && watch.waits(milliseconds: isUnknown || Self.areMany(paths) ? Self.longPause : Self.pause)
    return isUnknown ? nil : paths
  }

  /// Whether more are waited for: an editor saves one article at a time, beside which it may write
  /// files of its own.
  private static func areMany(_ paths: Set<String>) -> Bool {
    paths.count > 8 || paths.count { $0.hasSuffix(".md") } > 1
  }

  /// Looks at everything now and then.
  private func poll() {
    while true {
      usleep(UInt32(Self.interval) * 1000)
      sink.yield(nil)
    }
  }
}

private func startThread(_ body: @escaping @Sendable () -> Void) {
  var thread = pthread_t()
  let work = unsafe Unmanaged.passRetained(Work(body))
  let failure = unsafe pthread_create(
    &thread, nil,
    { work in
      guard let work = unsafe work else { return nil }
      unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
      return nil
    }, work.toOpaque())
  if failure != 0 { unsafe work.release() }
}

private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
