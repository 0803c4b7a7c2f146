/// A site's folder as the stages see it: what Scan hands to the pure part of a build.
///
/// All lists are sorted by the bytes of their paths, so that nothing depends on the order
/// in which a file system lists a folder.
public struct SourceTree: Sendable, Equatable {
  /// `content/site.yml`, when there is one.
  public var configuration: SourceFile?
  /// Every `.md` file below `content/`: articles, `_index.md` and snippets.
  public var markdown: [SourceFile]
  /// Every file below the site's own `templates/`.
  public var templates: [SourceFile]
  /// Paths of all other files below `content/` (pictures, archives); their bytes stay on disk.
  public var others: [String]
  /// Those of the others that some hosts might not take.
  public var largeFiles: [LargeFile]
  /// Those of the others that are named like pictures, with what their first bytes say.
  public var pictures: [PictureFile]
  /// The last changes of the Markdown files.
  public var history: History

  public init(
    configuration: SourceFile? = nil, markdown: [SourceFile] = [],
    templates: [SourceFile] = [], others: [String] = [],
    largeFiles: [LargeFile] = [], pictures: [PictureFile] = [], history: History = History()
  ) {
    self.configuration = configuration
    self.markdown = markdown
    self.templates = templates
    self.others = others
    self.largeFiles = largeFiles
    self.pictures = pictures
    self.history = history
  }

  /// The text at a path, for printing the line that a diagnostic is about.
  public func file(at path: String) -> SourceFile? {
    if configuration?.path == path { return configuration }
    return find(path, in: markdown) ?? find(path, in: templates)
  }

  private func find(_ path: String, in files: [SourceFile]) -> SourceFile? {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if pathPrecedes(files[middle].path, path) { low = middle + 1 } else { high = middle }
    }
    return low < files.count && files[low].path == path ? files[low] : nil
  }
}

/// A file that is only copied, and large.
public struct LargeFile: Sendable, Equatable {
  public let path: String
  /// In bytes.
  public let size: Int

  /// In bytes: less than any host refuses.
  static let limit = 16 << 20

  public init(path: String, size: Int) {
    self.path = path
    self.size = size
  }
}

/// The one order of paths in Spravka: by bytes, whatever the locale.
@inlinable
public func pathPrecedes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
