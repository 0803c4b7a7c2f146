// The path that `--output` names → an open, locked folder that may be written, or a refusal.
import Glibc

/// An output folder that is none of the folders where a site would do harm.
struct OutputPlace: Sendable {
  /// Without links.
  let path: String
  /// As it was given.
  let shownPath: String

  init(_ target: EmitTarget) throws(EmitError) {
    path = canonicalPath(target.output)
    shownPath = target.output
    let shown = "'\(target.output)'"
    if path == "/" { throw .refused("the output folder \(shown) is the root of the file system") }
    let site = canonicalPath(target.site)
    if path == site { throw .refused("the output folder \(shown) is the site's own folder") }
    if SpravkaKit.path(site, isWithin: path) {
      throw .refused("the output folder \(shown) holds the site itself")
    }
    for name in ["content", "templates"] {
      let source = canonicalPath(site + "/" + name)
      if SpravkaKit.path(path, isWithin: source) {
        throw .refused("the output folder \(shown) lies in the site's folder '\(name)'")
      }
      if SpravkaKit.path(source, isWithin: path) {
        throw .refused("the output folder \(shown) holds the site's folder '\(name)'")
      }
    }
    if path.split(separator: "/").contains(".git") {
      throw .refused("the output folder \(shown) lies in '.git', which is git's own")
    }
    // One that nobody has used yet holds nothing but dotfiles, and would pass for empty.
    if let home = target.home, SpravkaKit.path(canonicalPath(home), isWithin: path) {
      throw .refused("the output folder \(shown) is your home folder, or holds it")
    }
  }

  /// The folder's name in the one above.
  var name: RawPath {
    RawPath(String(path[path.index(after: path.lastIndex(of: "/") ?? path.startIndex)...]))
  }

  /// The path of the folder above.
  var parent: String {
    let parent = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    return parent.isEmpty ? "/" : String(parent)
  }

  /// Opens the folder, made when missing, and takes its lock, which the result holds.
  ///
  /// The lock is on the folder itself, so no lock file is left. Another build may exchange the
  /// folder between opening and locking: then this was the lock of the old tree.
  func openLocked() throws(EmitError) -> Folder {
    do throws(SystemError) {
      try makeFolders()
      for _ in 0..<16 {
        let folder = try Folder(path, shownAs: shownPath)
        guard try folder.lock() else { break }
        let standing = try Folder(parent, toNameOnly: true).status(name)
        if try folder.status().identity == standing?.identity { return folder }
      }
    } catch {
      if error.code == ENOTDIR {
        throw .refused("the output folder '\(shownPath)' cannot be one: a file stands in its way")
      }
      if error.code == ENOENT, isLink {
        throw .refused(
          "the output folder '\(shownPath)' is a link that leads nowhere: make the folder that it"
            + " leads to, or choose another one")
      }
      throw .failed(error, .nothingPublished)
    }
    throw .busy("another build is at work in '\(shownPath)': wait for its end, or stop it")
  }

  private var isLink: Bool {
    (try? Folder(parent, toNameOnly: true).status(name))?.kind == .link
  }

  private func makeFolders() throws(SystemError) {
    let root = try Folder("/")
    let whole = RawPath(String(path.dropFirst()))
    if try root.status(whole, following: true) != nil { return }
    for folder in Array(whole.ancestors).reversed() + [whole] {
      if try root.makeFolder(folder) { try root.setPermissions(folder, 0o755) }
    }
  }
}
