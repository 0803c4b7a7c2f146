/// The files that articles publish by referring to them, each with a URL of its own.
struct FileClaims {
  private var table: URLTable
  private let paths: ContentPaths
  private var seen: Set<String> = []
  private var files: [PublishedFile] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ table: URLTable, _ paths: ContentPaths) {
    self.table = table
    self.paths = paths
  }

  mutating func publish(_ path: String) {
    guard seen.insert(path).inserted else { return }
    let url = paths.fileURL(of: path)
    if let finding = table.claim(url, .init(owner: .file(path), file: path, range: nil)) {
      diagnostics.append(finding)
    } else {
      files.append(PublishedFile(path: path, url: url))
    }
  }

  func sorted() -> [PublishedFile] {
    files.sorted { pathPrecedes($0.url, $1.url) }
  }
}
