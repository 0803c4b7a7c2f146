internal import Mustache

// Redirects → a page for each, which every server can serve: it refreshes itself to where it leads,
// keeps query and anchor by a script, and has a link for whoever sees it nevertheless.

/// The recipes of the redirects' pages.
///
/// Where site.yml leaves pages to the server's own redirects, unlisted articles keep theirs: a list
/// for a server can be read by everybody, and would give them away.
func redirectPages(of site: Site, _ renderer: PageRenderer) -> [Output] {
  let forms = site.configuration.outputs.redirects
  if forms.isEmpty { return [] }
  // One for all: a closure that holds a renderer of its own is a copy of it.
  let page: @Sendable (Redirect) -> [UInt8] = { renderer.render($0) }
  return site.redirects.filter { redirect in
    forms.contains(.html) || !site[redirect.page].state.isNamed
  }.map { redirect in
    Output(path: redirect.path, content: .made { page(redirect) })
  }
}

extension ArticleState {
  /// Whether public lists of addresses may name an article.
  var isNamed: Bool { presence(on: .manifest) != .nothing }
}

extension PageRenderer {
  func render(_ redirect: Redirect) -> [UInt8] {
    let page = site[redirect.page]
    let folder = redirect.url.lastIndex(of: "/").map { String(redirect.url[...$0]) } ?? ""
    let links = PageLinks.relative(from: percentEncodedPath(folder))
    let root = theme.shapes.redirect.record([
      "language": .text(site.language(of: page)), "policy": .text(policy.meta),
      "title": .text(page.title), "label": wording.label(of: redirect.page),
      "url": .text(links.to(page.href)), "canonical": .text(site.address(of: redirect.page)),
      "strings": theme.stringValues[page.language],
      "assets": theme.shapes.assets.value { links.to(theme.assets[$0].url) },
    ])
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2048)
    theme.templates.render(FragmentTemplate.redirect.rawValue, root, into: &bytes)
    return bytes
  }
}
