internal import Synchronization

// The preview's workshop: keeps the tree and the parsed articles, takes changes in, and lays out a
// snapshot after each. Requests read the last snapshot and never wait for the next.

/// A site that is being written.
public actor Preview {
  /// What can be read at any time.
  public nonisolated let board: PreviewBoard
  private let root: String
  private let options: BuildOptions
  private var scanned = ScanResult(tree: SourceTree(), diagnostics: [])
  private var state: PreviewState?
  private var trouble: String?
  private var folder: Folder?
  /// Whether a whole draft has to be made: an article was replaced alone, or files were read anew.
  private var isUnsettled = true

  /// - Parameter root: the folder that holds `content/`.
  public init(site root: String, _ options: BuildOptions) {
    self.root = root
    self.options = options
    board = PreviewBoard()
  }

  /// Reads the site and lays out the first snapshot.
  public func start(git: GitProgram?) async {
    await readAll(git: git)
    await settle()
  }

  /// Takes in what has changed.
  ///
  /// - Parameter paths: files from the site's root; nil when it is not known which.
  /// - Returns: whether `settle` has something left to do.
  public func take(_ paths: Set<String>?) async -> Bool {
    if let paths, replace(paths) { return isUnsettled }
    await readAll(git: nil)
    return isUnsettled
  }

  /// Makes a whole draft of what was taken in, unless it is cancelled.
  public func settle() async {
    guard isUnsettled, trouble == nil else { return }
    var timer = StageTimer()
    let draft = await Draft(
      of: scanned.tree, scanned.diagnostics, options, knowing: state?.draft.parsed, &timer)
    let findings = draft.shown(adding: [])
    let isBehind = findings.contains { stands(inTheWay: $0) }
    let next = isBehind ? state : await PreviewState(draft, jobs: options.jobs)
    // What has changed meanwhile must not be overwritten by what was before it.
    if Task.isCancelled { return }
    isUnsettled = false
    state = next
    publish(findings, isBehind: isBehind)
  }

  private func readAll(git: GitProgram?) async {
    do throws(MachineError) {
      var result = try await scan(root, jobs: options.jobs, git: git)
      if git == nil { result.tree.history = scanned.tree.history }
      folder = try openSite(root)
      let isSame =
        trouble == nil && result.tree == scanned.tree
        && result.diagnostics == scanned.diagnostics && result.folders == scanned.folders
      trouble = nil
      scanned = result
      isUnsettled = isUnsettled || !isSame
    } catch {
      trouble = error.message
      publish(board.snapshot.findings, isBehind: true)
    }
  }

  /// Replaces articles of which only the text has changed; false when more than that has.
  private func replace(_ paths: Set<String>) -> Bool {
    guard let folder, paths.count <= 16 else { return false }
    let reader = SourceReader(site: folder, articleLimit: 1 << 20)
    var changed: [(index: Int, file: SourceFile)] = []
    for path in paths {
      guard let index = scanned.tree.markdown.firstIndex(where: { $0.path == path }) else {
        // What an editor wrote beside the file and took away again.
        if isThere(path, in: folder) { return false }
        continue
      }
      guard case .text(let bytes) = reader.read(SurveyedFile(path: RawPath(path), role: .article))
      else { return false }
      if bytes == scanned.tree.markdown[index].bytes { continue }
      changed.append((index, SourceFile(path: path, bytes: bytes)))
    }
    if changed.isEmpty { return true }
    for (index, file) in changed { scanned.tree.markdown[index] = file }
    isUnsettled = true
    guard let state, trouble == nil, !board.snapshot.isBehind else { return true }
    var next = state
    for (_, file) in changed {
      guard let draft = next.draft.replacing(file) else { return true }
      next = PreviewState(next, draft, changed: file.path)
    }
    self.state = next
    publish(next.draft.shown(adding: []), isBehind: false)
    return true
  }

  /// Whether something stands at a path, or stood there when the folder was read.
  private func isThere(_ path: String, in folder: Folder) -> Bool {
    let tree = scanned.tree
    let isKnown = tree.others.contains(path) || tree.file(at: path) != nil
    return isKnown || (try? folder.status(RawPath(path))) != nil
  }

  private func publish(_ findings: [Diagnostic], isBehind: Bool) {
    board.publish(
      PreviewSnapshot(
        version: board.snapshot.version + 1, state: state, tree: scanned.tree, findings: findings,
        trouble: trouble, isBehind: isBehind, folder: folder,
        folders: scanned.folders))
  }
}

/// Where the last snapshot hangs.
public final class PreviewBoard: Sendable {
  private let last = Mutex(
    PreviewSnapshot(
      version: 0, state: nil, tree: SourceTree(), findings: [], trouble: nil, isBehind: true,
      folder: nil, folders: []))
  private let watchers = Mutex<[@Sendable (Int) -> Void]>([])

  public var snapshot: PreviewSnapshot { last.withLock { $0 } }

  /// Calls back with the version of every snapshot to come.
  public func whenChanged(_ call: @escaping @Sendable (Int) -> Void) {
    watchers.withLock { $0.append(call) }
  }

  func publish(_ snapshot: PreviewSnapshot) {
    last.withLock { $0 = snapshot }
    for call in watchers.withLock({ $0 }) { call(snapshot.version) }
  }
}
