// An address of a published site, by itself: what kind of thing it was, and whether an alias can
// stand there.

struct OldAddress {
  let url: String
  /// Those of the site as it is now.
  let paths: ContentPaths

  /// The language below whose code it stands.
  var language: Int {
    paths.languages.indices.dropFirst().first { url.hasPrefix(paths.prefix(of: $0)) } ?? 0
  }

  /// Where the content of its language stands.
  var folder: String { "content/\(paths.languages.isEmpty ? "" : paths.languages[language])/" }

  /// The path of the article that would stand there.
  var sourcePath: String {
    folder + url.dropFirst(paths.prefix(of: language).count).dropLast() + ".md"
  }

  /// The id in `open/7/` or `en/open/7/`.
  var number: Int? {
    let parts = url.split(separator: "/")
    guard parts.count >= 2, parts[parts.count - 2] == "open" else { return nil }
    return parts.last.flatMap { Int($0) }
  }

  /// What no page can stand in for.
  var isFile: Bool { !url.isEmpty && !url.hasSuffix("/") && !url.hasSuffix(".html") }

  /// Whether it is a place of Spravka's own: a home, a tag, the new articles.
  var isReserved: Bool {
    let claim = URLTable.Claim(
      owner: .redirect(to: PageID(index: 0)), file: folder + "_index.md", range: nil)
    return url == paths.prefix(of: language) || reservedName(in: url, claim, paths.languages) != nil
  }

  /// What to write for it into `aliases`; nil when no alias can be so.
  var alias: String? {
    let path = url.hasSuffix("/") ? String(url.dropLast()) : url
    // An alias is decoded, as an address is when it comes from a browser.
    let written = percentDecoded(path) == path ? path : path.replacing("%", with: "%25")
    guard case .success(url) = aliasURL(written) else { return nil }
    return written
  }
}
