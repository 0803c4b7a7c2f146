// Whether a folder lies in a git repository, and what two small files of it say: looked up without
// git, since most of the time the answer is no and a process would cost more than the look.

/// The repository around a folder.
struct GitRepository {
  /// Its top, without links.
  let top: String
  /// `.git` itself, or where a file of that name leads: in worktrees and submodules.
  private let gitFolder: String?

  /// Nil when there is none; like git, the search does not leave the file system.
  init?(around folder: String) {
    guard let start = device(of: folder) else { return nil }
    var place = folder
    while true {
      let candidate = place == "/" ? "/.git" : place + "/.git"
      if device(of: candidate) != nil {
        top = place
        gitFolder = Self.gitFolder(candidate)
        return
      }
      guard place != "/", let slash = place.lastIndex(of: "/") else { return nil }
      place = slash == place.startIndex ? "/" : String(place[..<slash])
      guard device(of: place) == start else { return nil }
    }
  }

  /// Commits whose parents are not here.
  var boundary: Set<String> {
    guard let gitFolder else { return [] }
    var common = gitFolder
    if let path = firstLine(of: gitFolder + "/commondir") { common = joined(gitFolder, path) }
    let lines = text(at: common + "/shallow")?.split(separator: "\n") ?? []
    return Set(lines.map(String.init))
  }

  /// Commits that the owner wants passed over, and the numbers of lines that name none.
  var ignoredCommits: (hashes: Set<String>, misreadLines: [Int]) {
    let text = text(at: joined(top, ".git-blame-ignore-revs")) ?? ""
    var hashes: Set<String> = []
    var misread: [Int] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      guard let first = words.first else { continue }
      let hash = first.lowercased()
      if words.count == 1, isCommitHash(hash) {
        hashes.insert(hash)
      } else {
        misread.append(index + 1)
      }
    }
    return (hashes, misread)
  }

  private static func gitFolder(_ path: String) -> String? {
    guard let line = firstLine(of: path) else { return path }
    guard line.hasPrefix("gitdir: ") else { return nil }
    return joined(String(path.dropLast("/.git".utf8.count)), String(line.dropFirst(8)))
  }
}

/// The device of what stands at an absolute path; nil when nothing does.
private func device(of path: String) -> UInt64? {
  let status = try? Folder("/").status(RawPath(path), following: true)
  return status?.identity.device
}

private func joined(_ folder: String, _ path: String) -> String {
  path.hasPrefix("/") ? path : folder == "/" ? "/" + path : folder + "/" + path
}

private func firstLine(of path: String) -> String? {
  text(at: path)?.split(separator: "\n", maxSplits: 1).first.map(String.init)
}

/// Nil for what is no plain file, cannot be read or is far too large.
private func text(at path: String) -> String? {
  guard let slash = path.lastIndex(of: "/"), let folder = try? Folder(String(path[...slash])),
    let bytes = try? folder.contents(
      RawPath(String(path[path.index(after: slash)...])), limit: 16 << 20, following: true
    ).bytes
  else { return nil }
  return String(decoding: bytes, as: UTF8.self)
}
