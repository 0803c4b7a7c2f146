// What a page of the site may load and run (CSP, level 3, with Trusted Types): the site's own files
// and what its owner has named. It is the same on every page, so that a server can send it for all.

/// The policy of a site, as pages and servers say it.
struct ContentSecurityPolicy: Sendable {
  /// For `<meta>`, in which `frame-ancestors` has no effect.
  let meta: String
  /// For the header.
  var header: String { meta + "; frame-ancestors 'self'" }

  init(of site: Site) {
    let settings = site.configuration
    let pictures = Self.originsOfMedia(on: site)
    let scripts = settings.analytics.map { [$0.script.origin] } ?? []
    let collector =
      settings.feedback.via == .collector ? settings.feedback.address.map { [$0.origin] } ?? [] : []
    let connections = collector + scripts + (settings.analytics?.origins ?? [])
    var directives = [
      "default-src 'none'", Self.directive("script-src 'self'", scripts), "style-src 'self'",
      Self.directive("img-src 'self' data:", pictures + (settings.analytics?.origins ?? [])),
      Self.directive("connect-src 'self'", connections),
    ]
    if settings.markdown.html {
      directives.append(Self.directive("media-src 'self'", pictures))
      if !pictures.isEmpty { directives.append(Self.directive("frame-src 'self'", pictures)) }
    }
    directives += [
      "font-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'",
      "require-trusted-types-for 'script'", "trusted-types 'none'",
    ]
    meta = directives.joined(separator: "; ")
  }

  private static func directive(_ start: String, _ origins: [String]) -> String {
    origins.reduce(into: start) { text, origin in
      if !text.contains(" \(origin)") { text += " \(origin)" }
    }
  }

  /// Where pictures and media come from that are not the site's own: a warning says so, and who
  /// wants them nevertheless gets them.
  private static func originsOfMedia(on site: Site) -> [String] {
    var origins: Set<String> = []
    for (article, leads) in zip(site.articles, site.leads) {
      for (reference, lead) in zip(article.references, leads) where reference.isImage {
        guard case .external(let url) = lead else { continue }
        let text = url.hasPrefix("//") ? "https:" + url : url
        if let address = try? WebAddress(text) { origins.insert(address.origin) }
      }
    }
    for lead in site.furniture.flatMap({ [$0.logo, $0.icon] }) {
      guard case .external(let url) = lead, let address = try? WebAddress(url) else { continue }
      origins.insert(address.origin)
    }
    return origins.sorted(by: pathPrecedes)
  }
}
