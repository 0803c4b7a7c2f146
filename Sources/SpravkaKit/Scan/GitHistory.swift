// The folder `content/` → what git knows of its files, by one `git log`. All or nothing: half a
// history would give half of the articles wrong dates.

extension GitProgram {
  /// - Parameters:
  ///   - files: paths from the site's root, all in `content/`.
  ///   - content: that folder, without links.
  func history(of files: [RawPath], in content: String) -> History {
    guard !files.isEmpty, let repository = GitRepository(around: content) else { return History() }
    guard let path else { return History(loss: .noProgram) }
    let (ignored, misread) = repository.ignoredCommits
    var log = GitLog(
      paths: repository.paths(of: files, in: content), ignored: ignored,
      boundary: repository.boundary)
    var isStrange = false
    let ending = self.log(of: content, program: path).run { portion in
      let progress = log.read(portion)
      isStrange = progress == .strange
      return progress == .unfinished
    }
    if case .exited(0, _) = ending { isStrange = isStrange || !log.isWhole }
    let loss = isStrange ? History.Loss.strange : History.Loss(of: ending, repository.top)
    var history = History(loss: loss, misreadLines: misread)
    guard loss == nil else { return history }
    for (file, change) in zip(files, log.changes) { history.changes[file.shown] = change }
    return history
  }
}

extension GitRepository {
  /// From the top of the repository, as git names them.
  fileprivate func paths(of files: [RawPath], in content: String) -> [RawPath] {
    let above = content.utf8.dropFirst(top.utf8.count).drop { $0 == .slash }
    let prefix = above.isEmpty ? [] : Array(above) + [.slash]
    return files.map { RawPath(bytes: prefix + $0.bytes.dropFirst("content/".utf8.count)) }
  }
}

extension History.Loss {
  static let noProgram = History.Loss(
    reason: "there is a git repository, but no program 'git' on the PATH",
    hint: "install git, or write 'updated' and 'revision' into the front matter")

  static let strange = History.Loss(
    reason: "git gave an answer that is no history", hint: seeForYourself)

  private static let seeForYourself = "see what 'git log' says in the site's folder"

  /// Nil when git did what it was asked, or has nothing to tell yet.
  fileprivate init?(of ending: ChildProgram.Ending, _ top: String) {
    let hint = Self.seeForYourself
    switch ending {
    case .enough, .exited(0, _): return nil
    case .killed(let signal): self.init(reason: "git was ended by signal \(signal)", hint: hint)
    case .silent: self.init(reason: "git gave no answer for too long and was ended", hint: hint)
    case .notStarted(let error):
      self.init(reason: "cannot start '\(error.path)': \(error.reason)", hint: hint)
    case .exited(let code, let errors):
      let lines = errors.split(separator: .newline).map { shownText($0) }
      let words = lines.first { $0.hasPrefix("fatal: ") }?.dropFirst("fatal: ".utf8.count)
      if words?.hasSuffix("does not have any commits yet") == true { return nil }
      let reason = words.map { "git says: \($0)" } ?? "git ended with code \(code)"
      let isDistrusted = words?.contains("dubious ownership") == true
      let trust = "if you trust it: git config --global --add safe.directory '\(top)'"
      self.init(reason: reason, hint: isDistrusted ? trust : hint)
    }
  }
}
