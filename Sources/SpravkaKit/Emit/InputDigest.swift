// All that a build's output depends on → one digest, for the quick answer «nothing has changed».
// Files that are copied only are not in it, since Scan reads no more of them than the sizes of
// pictures, which pages show: the mark keeps a digest of each copy's source instead.

/// Equal for two builds when their outputs must be.
public struct InputDigest: Equatable, Sendable {
  let digest: Digest

  init(digest: Digest) {
    self.digest = digest
  }

  /// Digests all paths and texts of the tree.
  ///
  /// - Parameters:
  ///   - version: the program's, templates in the binary included.
  ///   - options: whatever else the output depends on, in an order that is always the same:
  ///     `["drafts=0", "now=2026-11-20"]`.
  public init(of tree: SourceTree, version: String, options: [String], jobs: Int) async {
    var stream = DigestStream()
    stream.append(field: version)
    stream.append(number: options.count)
    for option in options { stream.append(field: option) }
    for files in [tree.configuration.map { [$0] } ?? [], tree.markdown, tree.templates] {
      let digests = await files.parallelMap(jobs: jobs) { Digest(of: $0.bytes) }
      stream.append(number: files.count)
      for (file, digest) in zip(files, digests) {
        stream.append(field: file.path)
        stream.append(digest: digest)
      }
    }
    stream.append(number: tree.others.count)
    for path in tree.others { stream.append(field: path) }
    stream.append(number: tree.pictures.count)
    for picture in tree.pictures {
      stream.append(field: picture.path)
      stream.append(field: String(describing: picture.facts))
    }
    stream.append(tree.history)
    digest = stream.digest
  }
}

extension DigestStream {
  /// What the last changes come to, not the history that they were found in: a commit that touches
  /// no article makes no difference.
  fileprivate mutating func append(_ history: History) {
    append(number: history.changes.count)
    for (path, change) in history.changes.sorted(by: { pathPrecedes($0.key, $1.key) }) {
      append(field: path)
      switch change {
      case .known(let commit): append(field: "\(commit.date) \(commit.revision)")
      case .beyondClone: append(field: "")
      }
    }
    append(field: history.loss?.reason ?? "")
    append(field: history.misreadLines.map(String.init).joined(separator: " "))
  }
}
