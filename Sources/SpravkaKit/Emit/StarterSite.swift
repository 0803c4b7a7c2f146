// A new site for `spravka init`: the starter's files, written below a folder that has no content.
import Glibc

/// Why no new site was made.
public enum StarterError: Error, Equatable, Sendable {
  /// The folder has content already: wrong usage; nothing was touched.
  case occupied(String)
  /// A file stands where the folder or one above it should be: wrong usage.
  case blocked(String)
  case failed(SystemError)

  /// One line that says what to do.
  public var message: String {
    switch self {
    case .occupied(let folder):
      "'\(folder)' has content already, and nothing was touched; choose another folder"
    case .blocked(let folder):
      "'\(folder)' cannot be a folder: a file stands in its way; choose another one"
    case .failed(let error): "cannot \(error.operation.rawValue) '\(error.path)': \(error.reason)"
    }
  }
}

/// Makes the folder, if need be, and writes a new site into it.
///
/// - Returns: the paths of what was written, from the site's root.
public func writeStarterSite(to path: String) throws(StarterError) -> [String] {
  let files = BuiltinTheme.starter()
  let isWritten: Bool
  do throws(SystemError) {
    isWritten = try write(files, to: try openMaking(path))
  } catch {
    throw error.code == ENOTDIR ? .blocked(path) : .failed(error)
  }
  guard isWritten else { throw .occupied(path) }
  return files.map { "content/" + $0.path }
}

/// False when there is content already.
///
/// Half a site would be in the way of the next attempt, so a failure takes back what was written.
private func write(_ files: [SourceFile], to folder: Folder) throws(SystemError) -> Bool {
  guard try folder.makeFolder(RawPath("content")) else { return false }
  do {
    for file in files { try write(file, to: folder) }
  } catch {
    folder.removeTree(RawPath("content"))
    throw error
  }
  return true
}

private func write(_ file: SourceFile, to folder: Folder) throws(SystemError) {
  let target = "content/" + file.path
  for folderPath in foldersAbove(target) { _ = try folder.makeFolder(RawPath(folderPath)) }
  var written = try folder.createFile(RawPath(target))
  try written.write(file.bytes.span)
  try written.finish()
}

/// Opens a folder, and makes it and those above it where they are missing.
private func openMaking(_ path: String) throws(SystemError) -> Folder {
  let start = try path.hasPrefix("/") ? Folder("/") : Folder(".", shownAs: "")
  let relative = String(path.drop { $0 == "/" })
  for folder in foldersAbove(relative + "/x") { _ = try start.makeFolder(RawPath(folder)) }
  return try Folder(path)
}

/// `a/b/c.md` → `a`, `a/b`.
func foldersAbove(_ path: String) -> [String] {
  let parts = path.split(separator: "/").dropLast()
  return parts.indices.map { parts[...$0].joined(separator: "/") }
}
