// The output folder → what it says about the last build.

/// The mark that the last build left, if it left one.
enum LastMark: Sendable {
  case absent
  /// Something of that name that Spravka never makes: a folder, a link.
  case strange
  /// Ours, but nothing is known of its files: damaged, or of another version.
  case damaged
  case known(Mark, written: FileTime)

  init(in folder: Folder) throws(SystemError) {
    guard let kind = try folder.status(.mark)?.kind else {
      self = .absent
      return
    }
    guard kind == .file else {
      self = .strange
      return
    }
    let (bytes, status) = try folder.contents(.mark, limit: 1 << 28)
    if let mark = bytes.flatMap({ Mark(parsing: $0) }) {
      self = .known(mark, written: status.modified)
    } else {
      self = .damaged
    }
  }

  /// Our files, as far as they are known.
  var files: [Mark.File] {
    if case .known(let mark, _) = self { mark.files } else { [] }
  }

  var isDamaged: Bool {
    if case .damaged = self { true } else { false }
  }
}
