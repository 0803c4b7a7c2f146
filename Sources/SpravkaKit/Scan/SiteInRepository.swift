// Where a site lies in the repository that CI has checked out: hosts want the paths of findings from
// there, while ours begin at the site's folder.

/// The folder of a site from the root of its repository, with a slash at its end: `docs/`; empty when
/// they are the same, or when there is no repository to be seen.
///
/// - Parameter workspace: where the host has put the repository, if it says so (`GITHUB_WORKSPACE`):
///   it holds where a checkout came without `.git`.
public func folderInRepository(of site: String, workspace: String?) -> String {
  let site = canonicalPath(site)
  var top = GitRepository(around: site)?.top
  if let workspace, workspace.hasPrefix("/") {
    let workspace = canonicalPath(workspace)
    let isInside = top.map { path($0, isWithin: workspace) } ?? false
    if !isInside, path(site, isWithin: workspace) { top = workspace }
  }
  guard let top, site != top else { return "" }
  return String(site.dropFirst(top == "/" ? 1 : top.count + 1)) + "/"
}
