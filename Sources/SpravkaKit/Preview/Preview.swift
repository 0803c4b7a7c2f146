// The preview's workshop: keeps the tree and the parsed articles, takes changes in, and lays out a
// snapshot after each. Requests read the last snapshot and never wait for the next.

/// A site that is being written.
public actor Preview {
  /// What can be read at any time.
  public nonisolated let board: PreviewBoard
  private let root: String
  private let options: BuildOptions
  private var scanned = ScanResult(tree: SourceTree(), diagnostics: [])
  /// Of the tree's files that are only copied: pictures are drawn anew in their old size.
  private var copies: [String?] = []
  private var readers: ReadersFile?
  private var state: PreviewState?
  /// The questions that search missed when it was last asked.
  private var missed: [Diagnostic] = []
  private var isAsked = false
  private var trouble: String?
  private var folder: Folder?
  /// What is wrong with the site, without what is wrong with `readers`.
  private var findings: [Diagnostic] = []
  /// Whether a whole draft has to be made: an article was replaced alone, or files were read anew.
  public private(set) var isUnsettled = true
  private var noticed = 0

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

  /// Takes in what has changed; `settle` does what is left.
  ///
  /// - Parameter paths: files from the site's root; nil when it is not known which.
  public func take(_ paths: Set<String>?) async {
    noticed = millisecondsSince1970()
    if let paths, replace(paths) { return }
    await readAll(git: nil)
  }

  /// Makes a whole draft of what was taken in, unless it is cancelled.
  public func settle() async {
    guard isUnsettled, trouble == nil else { return }
    var timer = StageTimer()
    let draft = await Draft(
      of: scanned.tree, scanned.diagnostics, options, knowing: state?.draft.parsed, &timer)
    let isBehind = draft.shown(adding: []).contains { stands(inTheWay: $0) }
    let next = isBehind ? state : await PreviewState(draft, jobs: options.jobs)
    // What has changed meanwhile must not be overwritten by what was before it.
    if Task.isCancelled { return }
    isUnsettled = false
    isAsked = false
    keepQuestions(of: draft)
    state = next
    publish(draft, isBehind: isBehind)
  }

  /// Asks the search of the settled site the questions that articles state, unless it is cancelled.
  ///
  /// A large site takes seconds for it, so nobody waits: the findings of the last time stay.
  public func askQuestions() async {
    guard let state, !isUnsettled, !isAsked, trouble == nil, !board.snapshot.isBehind,
      state.draft.levels.level(of: .questionMissed) != .off, state.draft.site.hasQuestions
    else { return }
    let indexes = await searchIndexes(of: state.draft.site, jobs: options.jobs)
    state.search.indexes.fill(indexes)
    var timer = StageTimer()
    let missed = await state.draft.missedQuestions(indexes, options, &timer)
    if Task.isCancelled || isUnsettled { return }
    isAsked = true
    if missed == self.missed { return }
    self.missed = missed
    publish(state.draft, isBehind: false)
  }

  private func readAll(git: GitProgram?) async {
    do throws(MachineError) {
      var result = try await scan(root, jobs: options.jobs, git: git)
      if git == nil { result.tree.history = scanned.tree.history }
      let folder = try openSite(root)
      let readers = readersFile(in: folder)
      let copies = folder.versions(of: result.tree.others)
      let areCopiesSame = copies == self.copies
      self.folder = folder
      self.copies = copies
      let isSame =
        trouble == nil && result.tree == scanned.tree && readers?.source == self.readers?.source
        && result.diagnostics == scanned.diagnostics && result.folders == scanned.folders
      trouble = nil
      scanned = result
      self.readers = readers
      isUnsettled = isUnsettled || !isSame
      if !areCopiesSame, !isUnsettled { publish(isBehind: board.snapshot.isBehind) }
    } catch {
      // Asked again and again until it heals: browsers hear of it once.
      if trouble == error.message { return }
      trouble = error.message
      publish(isBehind: true)
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
    publish(next.draft, isBehind: false)
    return true
  }

  /// Whether something stands at a path, or stood there when the folder was read: also what could
  /// not be read, since its finding goes with it.
  private func isThere(_ path: String, in folder: Folder) -> Bool {
    let (tree, raw) = (scanned.tree, RawPath(path))
    let isKnown =
      tree.others.contains(path) || tree.file(at: path) != nil
      || path == ReadersReport.path && readers != nil
      || scanned.diagnostics.contains { $0.file == raw.shown }
    return isKnown || (try? folder.status(raw)) != nil
  }
}

extension Preview {
  /// What readers say is of use where it is there, and missed by nobody where it is not.
  private func readersFile(in folder: Folder) -> ReadersFile? {
    let path = RawPath(ReadersReport.path)
    guard let bytes = try? folder.contents(path, limit: 16 << 20).bytes else { return nil }
    if let readers, readers.source.bytes == bytes { return readers }
    return ReadersFile(SourceFile(path: ReadersReport.path, bytes: bytes))
  }

  /// Forgets what was missed in articles whose front matter is another now, or gone.
  private func keepQuestions(of draft: Draft) {
    guard !missed.isEmpty, let old = state?.draft.parsed else { return }
    missed.removeAll { finding in
      guard let was = old.index(of: finding.file), let now = draft.parsed.index(of: finding.file)
      else { return true }
      return frontMatter(of: old.files[was]) != frontMatter(of: draft.parsed.files[now])
    }
  }

  private func publish(_ draft: Draft, isBehind: Bool) {
    let asked = draft.levels.level(of: .questionMissed) == .off ? [] : missed
    findings = draft.shown(adding: asked)
    publish(isBehind: isBehind)
  }

  private func publish(isBehind: Bool) {
    board.publish(
      PreviewSnapshot(
        version: board.snapshot.version + 1, noticed: noticed, state: state, tree: scanned.tree,
        findings: findings + (readers?.findings ?? []), trouble: trouble, isBehind: isBehind,
        readers: readers, folder: folder, folders: scanned.folders))
  }
}
