// Where somebody stands, and where a path leads from there. The only look at the disk that the place
// of a new article needs besides Scan's.

/// A path as it is meant from where one stands.
public struct Standing: Equatable, Sendable {
  /// Where it leads, from the site's root: `content/ru/account/qr.md`; nil when that is not in the
  /// site's content.
  var target: String?
  /// Whether one stands in the content.
  var isInside = false

  public init() {}

  /// - Parameter site: the site's folder.
  public init(_ path: String, site: String) {
    let content = canonicalPath(site + "/content")
    target = below(canonicalPath(path), content)
    isInside = below(canonicalPath("."), content) != nil
  }
}

/// The site around where one stands, for those who stand deep in its content: `../..`; `.` when
/// there is none.
public func siteAround() -> String {
  let hasContent = try? Folder(".").status(RawPath("content"), following: true) != nil
  if hasContent == true { return "." }
  var folder = canonicalPath(".")
  var way: [String] = []
  while folder != "/", let slash = folder.lastIndex(of: "/") {
    folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    way.append("..")
    let file = try? Folder(folder).status(RawPath(Configuration.path), following: true)
    if file != nil { return way.joined(separator: "/") }
  }
  return "."
}

/// A file of a site as one opens it from where one stands; absolute where the site was given so.
public func pathFromHere(_ path: String, site: String) -> String {
  if site.hasPrefix("/") { return (site.hasSuffix("/") ? site : site + "/") + path }
  let here = canonicalPath(".").dropFirst()
  let file = (canonicalPath(site) + "/" + path).drop { $0 == "/" }
  return relativePath(from: here.isEmpty ? "" : here + "/", to: String(file))
}

/// What is left of a path within a folder, behind `content/`; nil outside.
private func below(_ path: String, _ content: String) -> String? {
  guard SpravkaKit.path(path, isWithin: content) else { return nil }
  return "content" + path.dropFirst(content.count)
}
