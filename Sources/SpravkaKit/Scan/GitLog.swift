// The bytes of `git log -z -c --name-status --format='%x00%H %cd'` → the last change of each file
// that is asked for. Between zeros stand, for a commit, its hash and day, then for each path a
// status and the path, two of them for a rename; an empty word stands before each commit, and before
// the paths of a merge:
//
//     '' '3f2a… 2026-03-31' '\nM' 'content/ru/a.md' 'R100' 'old.md' 'new.md'
//     '' '9b1e… 2026-03-30' '' 'MM' 'content/ru/b.md' …
//
// What is kept is in proportion to the files asked for, however long the history is.

/// A history as it is read, the latest commit first.
struct GitLog {
  /// Files without a last change so far, by their path in the repository at this point of history.
  private var pending: [RawPath: [Int]] = [:]
  /// By the file's index; nil for a file that no commit has touched.
  private(set) var changes: [History.LastChange?]
  /// Commits that changed no words: the site's owner has them passed over.
  private let ignored: Set<String>
  /// Commits whose parents this clone does not have, so that they seem to have added everything.
  private let boundary: Set<String>

  private var word: [UInt8] = []
  private var expected = Expected.commit
  /// How many empty words came in a row; git writes three behind a merge that names no path.
  private var emptyWords = 0
  private var commit: CurrentCommit?
  /// Renames of the commit: they hold for those before it, not for its other paths.
  private var renames: [(old: RawPath, new: RawPath)] = []

  private enum Expected {
    case commit
    case status
    case path(status: [UInt8])
    case oldPath
    case newPath(old: RawPath)
  }

  private enum CurrentCommit {
    case ordinary(History.Commit)
    case ignored
    case boundary
  }

  /// - Parameter paths: of the files, from the top of the repository.
  init(paths: [RawPath], ignored: Set<String> = [], boundary: Set<String> = []) {
    for (index, path) in paths.enumerated() { pending[path, default: []].append(index) }
    changes = Array(repeating: nil, count: paths.count)
    self.ignored = ignored
    self.boundary = boundary
  }

  /// What a portion of output leaves to be done.
  enum Progress: Equatable {
    case unfinished
    /// The last change of every file is known.
    case complete
    /// This is not what git writes.
    case strange
  }

  /// Longer than any path that the system takes.
  private static let longestWord = 64 << 10

  mutating func read(_ portion: ArraySlice<UInt8>) -> Progress {
    var rest = portion
    while let end = rest.firstIndex(of: 0) {
      word += rest[..<end]
      rest = rest[(end + 1)...]
      emptyWords = word.isEmpty ? emptyWords + 1 : 0
      guard emptyWords <= 3, take(word) else { return .strange }
      word.removeAll(keepingCapacity: true)
      if pending.isEmpty { return .complete }
    }
    word += rest
    return word.count > Self.longestWord ? .strange : .unfinished
  }

  /// Whether the history may end here.
  var isWhole: Bool {
    switch expected {
    case .commit, .status: word.isEmpty
    default: false
    }
  }
}

extension GitLog {
  private mutating func take(_ word: [UInt8]) -> Bool {
    switch expected {
    case .commit:
      return word.isEmpty || begin(word) || (commit != nil && readStatus(word))
    case .status:
      if word.isEmpty {
        follow()
        expected = .commit
        return true
      }
      return readStatus(word.first == .newline ? Array(word.dropFirst()) : word)
    case .path(let status):
      if status != [UInt8(ascii: "D")] { touch(RawPath(bytes: word)) }
      expected = .status
    case .oldPath:
      expected = .newPath(old: RawPath(bytes: word))
    case .newPath(let old):
      renames.append((old, RawPath(bytes: word)))
      expected = .status
    }
    return true
  }

  private mutating func begin(_ word: [UInt8]) -> Bool {
    let parts = word.split(separator: .space)
    guard parts.count == 2, let date = CalendarDate(String(decoding: parts[1], as: UTF8.self))
    else { return false }
    let hash = String(decoding: parts[0], as: UTF8.self)
    guard isCommitHash(hash) else { return false }
    if boundary.contains(hash) {
      commit = .boundary
    } else if ignored.contains(hash) {
      commit = .ignored
    } else {
      commit = .ordinary(History.Commit(date: date, revision: String(hash.prefix(8))))
    }
    expected = .status
    return true
  }

  /// `M`, `R100`, or a letter for each parent of a merge, which names a path only where the merge
  /// itself has changed it.
  private mutating func readStatus(_ status: [UInt8]) -> Bool {
    let letters = status.prefix { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    let digits = status.dropFirst(letters.count)
    guard !letters.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return false }
    expected = digits.isEmpty ? .path(status: status) : .oldPath
    return true
  }

  private mutating func touch(_ path: RawPath) {
    guard let commit, let files = pending[path] else { return }
    let change: History.LastChange
    switch commit {
    case .ignored: return
    case .boundary: change = .beyondClone
    case .ordinary(let commit): change = .known(commit)
    }
    pending[path] = nil
    for file in files { changes[file] = change }
  }

  /// A file that only got another name has not changed: its history goes on under the old one.
  private mutating func follow() {
    guard !renames.isEmpty else { return }
    let moved = renames.map { (old: $0.old, files: pending.removeValue(forKey: $0.new) ?? []) }
    for rename in moved where !rename.files.isEmpty {
      pending[rename.old, default: []] += rename.files
    }
    renames.removeAll(keepingCapacity: true)
  }
}

/// Forty hexadecimal digits, or sixty-four in repositories of the newer kind.
func isCommitHash(_ text: some StringProtocol) -> Bool {
  let digits = text.utf8
  return (digits.count == 40 || digits.count == 64)
    && digits.allSatisfy { $0.isASCIIDigit || ($0 >= 0x61 && $0 <= 0x66) }
}
