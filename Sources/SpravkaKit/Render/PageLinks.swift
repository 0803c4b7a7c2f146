/// How a page writes the URLs of others: relative to itself, so that a site works below any path,
/// or, on a 404 page, which is shown at any URL, from the root of the host.
enum PageLinks: Sendable {
  /// From the folder of a page, by its URL path.
  case relative(from: String)
  /// With the base path in front: nothing or `/help`.
  case absolute(basePath: String)
  /// For texts that leave the site, with the whole address of it in front.
  case full(address: String)

  /// - Parameter url: percent-encoded, below the site's root, without a leading slash.
  func to(_ url: String) -> String {
    switch self {
    case .relative(let page): relativeURL(from: page, to: url)
    case .absolute(let start), .full(let start): "\(start)/\(url)"
    }
  }
}
