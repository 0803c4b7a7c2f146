// The names at the top, and below a language's code, under which Spravka keeps its own pages and files.
// Files for servers and machines may be brought along in the place of Spravka's own (`robots.txt` in
// `content/_static/`); pages may not be called by their names.

/// `en/search/x/` → `en/search/`, when that is one of Spravka's own pages.
func reservedName(
  in url: String, _ claim: URLTable.Claim, _ languages: [String]
) -> String? {
  switch claim.owner {
  case .permalink, .list: return nil
  case .page, .redirect, .file: break
  }
  let parts = url.split(separator: "/")
  guard let first = parts.first.map(String.init) else { return nil }
  guard languages.contains(first) else {
    return isReserved(parts[...], claim) ? first + (parts[0].contains(".") ? "" : "/") : nil
  }
  // Below a language's code only what comes from its own folder may stand.
  let isOwn = ["content/\(first)/", ContentPaths.staticFolder].contains(
    where: claim.file.hasPrefix)
  if first == languages[0] || !isOwn { return first + "/" }
  let rest = parts.dropFirst()
  guard let second = rest.first, isReserved(rest, claim) else { return nil }
  return "\(first)/\(second)" + (second.contains(".") ? "" : "/")
}

private func isReserved(_ parts: ArraySlice<Substring>, _ claim: URLTable.Claim) -> Bool {
  guard let name = parts.first else { return false }
  if reservedNames.contains(name) { return true }
  let isOfMachines =
    reservedFiles.contains(name) || name.hasPrefix("sitemap-") && name.hasSuffix(".xml")
  if case .file = claim.owner, parts.count == 1 { return false }
  return isOfMachines
}

private let reservedNames: Set<Substring> = [
  ".spravka", ".spravka-new", "404.html", "api", "assets", "changes", "feedback", "nav", "nav.json",
  "new", "open",
  "print", "search", "tags",
]

private let reservedFiles: Set<Substring> = [
  "_headers", "_redirects", "llms.txt", "manifest.json", "nginx.conf", "redirects.map",
  "robots.txt", "sitemap.xml",
]
