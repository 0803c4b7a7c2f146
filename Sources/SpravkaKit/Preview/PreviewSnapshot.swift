// What the server's threads see: the site as it can be shown, and what is wrong with it now. The two
// may part: with a mistake in site.yml or in a template the last good site stays up.

/// One moment of a preview.
public struct PreviewSnapshot: Sendable {
  /// Grows with every change.
  public let version: Int
  /// When the change was noticed that led here, in milliseconds since 1970; 0 at the start.
  public let noticed: Int
  /// The last site that could be shown; nil before there was one.
  let state: PreviewState?
  /// The tree that the findings are about.
  let tree: SourceTree
  /// Sorted, with their levels.
  let findings: [Diagnostic]
  /// Why the folder could not be read at all.
  let trouble: String?
  /// Whether `state` is older than the tree.
  let isBehind: Bool
  /// What readers say; nil where the site has no `readers.json`.
  let readers: ReadersFile?
  let folder: Folder?
  /// Folders to be watched, from the site's root.
  let folders: [String]
}

/// What a preview answers at an address.
public enum PreviewAnswer: Sendable {
  case file(path: String, bytes: [UInt8])
  /// A file of the site that a build would copy; pages are given as `file`.
  case copy(CopiedFile)
  /// The folder is there, and its address ends with a slash.
  case redirect(to: String)
  /// With the site's page for that.
  case missing(page: [UInt8])
  /// There is no site yet.
  case nothing
}

extension PreviewSnapshot {
  /// What browsers are told of it: `{"version":3,"noticed":1795000000000}`.
  public var news: String { #"{"version":\#(version),"noticed":\#(noticed)}"# }

  /// The path that all URLs of the site begin with: empty or `/help`.
  public var basePath: String { state?.draft.site.configuration.baseURL.basePath ?? "" }

  /// - Parameter path: below the base path, decoded, without the slash in front; none of its parts
  ///   is empty, `.` or `..`, but for the last.
  public func answer(at path: String) -> PreviewAnswer {
    guard let state else { return .nothing }
    let isFolder = path.isEmpty || path.hasSuffix("/")
    let file = isFolder ? path + "index.html" : path
    if let output = state.output(at: file) {
      if case .copy(let source) = output.content, !file.hasSuffix(".html") {
        if let copy = folder.flatMap({ CopiedFile($0, source) }) { return .copy(copy) }
      } else if let bytes = bytes(of: output) {
        return .file(path: file, bytes: bytes)
      }
    }
    if !isFolder, state.hasFolder(path + "/") { return .redirect(to: path + "/") }
    let page = state.output(at: pathOfNotFound(path, state)).flatMap { bytes(of: $0) }
    return .missing(page: page ?? [])
  }

  /// The text that findings are about.
  func file(at path: String) -> SourceFile? {
    path == ReadersReport.path ? readers?.source : tree.file(at: path)
  }

  private func bytes(of output: Output) -> [UInt8]? {
    switch output.content {
    case .bytes(let bytes): return bytes
    case .made(let make): return make()
    case .copy(let file): return folder.flatMap { CopiedFile($0, file) }?.bytes()
    }
  }

  /// That of the language in which the path begins.
  private func pathOfNotFound(_ path: String, _ state: PreviewState) -> String {
    let site = state.draft.site
    let homes = site.homes.map { site[$0].url }.filter { !$0.isEmpty && path.hasPrefix($0) }
    return (homes.first ?? "") + "404.html"
  }
}
