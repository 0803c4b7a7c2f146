// A site's folder → `SourceTree`: walks `content/` and `templates/`, reads the texts and the
// heads of pictures, lists the rest. All paths go through the one open folder of the site, and the result is sorted by bytes,
// so that nothing depends on where the site lies or how its file system orders names.

/// What a scan found.
public struct ScanResult: Sendable {
  /// Files with a finding of their own may be missing here.
  public var tree: SourceTree
  /// Sorted.
  public var diagnostics: [Diagnostic]
  /// All folders that were walked, from the site's root.
  public var folders: [String] = []
}

/// Reads the site in a folder.
///
/// - Parameters:
///   - root: the folder that holds `content/`.
///   - jobs: how many files are read side by side.
///   - articleLimit: the size in bytes over which a `.md` file is not read.
///   - git: what to ask for the last changes of articles; without it nothing is known of them.
/// - Throws: only where one cannot go on: no site there, or the machine is out of something.
public func scan(
  _ root: String, jobs: Int, articleLimit: Int = 1 << 20, git: GitProgram? = nil
) async throws(MachineError) -> ScanResult {
  let site = try openSite(root)
  var survey = try Survey(of: site, at: canonicalPath(root))
  try survey.walk("content")
  try survey.walk("templates")
  let files = survey.files.sorted { RawPath.precedes($0.path, $1.path) }
  let reader = SourceReader(site: site, articleLimit: articleLimit)
  let articles = files.filter { $0.role == .article }.map(\.path)
  // Git works in a process of its own while the files are read.
  async let history = git?.history(of: articles, in: canonicalPath(root + "/content"))
  let outcomes = await files.parallelMap(jobs: jobs) { reader.read($0) }
  var result = ScanResult(tree: SourceTree(), diagnostics: survey.findings)
  result.tree.history = await history ?? History()
  for (file, outcome) in zip(files, outcomes) { try result.add(outcome, of: file) }
  result.diagnostics.sort(by: Diagnostic.precedes)
  result.folders = survey.folders.map(\.shown)
  return result
}

extension ScanResult {
  fileprivate mutating func add(
    _ outcome: SourceReader.Outcome, of file: SurveyedFile
  ) throws(MachineError) {
    switch outcome {
    case .exhausted(let error): throw .failed(error)
    case .finding(let finding): diagnostics.append(finding)
    case .listed(let size): add(file.path.shown, size: size)
    case .picture(let facts, let size):
      add(file.path.shown, size: size)
      tree.pictures.append(PictureFile(path: file.path.shown, facts: facts))
    case .text(let bytes):
      let text = SourceFile(path: file.path.shown, bytes: bytes)
      switch file.role {
      case .configuration: tree.configuration = text
      case .template: tree.templates.append(text)
      default: tree.markdown.append(text)
      }
    }
  }
}

extension ScanResult {
  private mutating func add(_ other: String, size: Int) {
    tree.others.append(other)
    if size > LargeFile.limit { tree.largeFiles.append(LargeFile(path: other, size: size)) }
  }
}

/// Whether a folder holds a site.
public func requireSite(_ root: String) throws(MachineError) { _ = try openSite(root) }

func openSite(_ root: String) throws(MachineError) -> Folder {
  let site: Folder
  let content: FileStatus?
  do throws(SystemError) {
    site = try Folder(root)
    content = try site.status(RawPath("content"), following: true)
  } catch {
    guard error.meansAbsent else { throw .failed(error) }
    throw .noSite(folder: root, reason: error.reason)
  }
  switch content?.kind {
  case nil: throw .noSite(folder: root, reason: "it has no folder 'content'")
  case .folder: return site
  default: throw .noSite(folder: root, reason: "its 'content' is a file, not a folder")
  }
}
