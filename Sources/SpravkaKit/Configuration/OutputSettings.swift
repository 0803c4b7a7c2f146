// `outputs` of site.yml: which files are written beside the pages. All are that every site has a use
// for; data for a product, which cost a file an article, are asked for.

struct OutputSettings: Sendable, Equatable {
  /// Files that are written or not, by the keys of site.yml.
  var feeds = true
  var sitemap = true
  var robots = true
  var markdownCopies = true
  var llms = true
  var manifest = true
  var api = false
  var headers = true
  var nginx = true
  /// What pages say of themselves in their heads.
  var openGraph = true
  var structuredData = true
  var redirects = Set(RedirectForm.allCases)
  /// Where the site is published: what these refuse is told beforehand.
  var hosts: [Located<Host>] = []
}

/// A way to tell browsers or servers about moved addresses.
enum RedirectForm: String, CaseIterable, Sendable {
  case html, netlify, nginx
}

/// A host with limits of its own.
enum Host: String, CaseIterable, Sendable {
  case cloudflare, netlify
}

extension OutputSettings {
  init(from fields: inout Fields) {
    feeds = fields.flag("feeds") ?? feeds
    sitemap = fields.flag("sitemap") ?? sitemap
    robots = fields.flag("robots") ?? robots
    markdownCopies = fields.flag("markdownCopies") ?? markdownCopies
    llms = fields.flag("llms") ?? llms
    manifest = fields.flag("manifest") ?? manifest
    api = fields.flag("api") ?? api
    headers = fields.flag("headers") ?? headers
    nginx = fields.flag("nginx") ?? nginx
    openGraph = fields.flag("openGraph") ?? openGraph
    structuredData = fields.flag("structuredData") ?? structuredData
    let forms = fields.items("redirects") { fields, item in
      fields.choice(item, "an item of 'redirects'", of: RedirectForm.self)
    }
    redirects = forms.map { Set($0) } ?? redirects
    hosts =
      fields.items("hosts") { fields, item in
        fields.choice(item, "an item of 'hosts'", of: Host.self).map {
          Located(value: $0, range: item.range)
        }
      } ?? []
  }
}
