// `nginx.conf`: what belongs into the `server` block of an nginx that serves the site, or into the
// `location` of its base path on a server that has other things, too. It stands among public files,
// so it holds nothing that readers may not know. nginx forgets the headers of what is around a
// location where that sets one, and the conditions in any case, so each location says them all.

func nginxFile(of site: Site, _ policy: ContentSecurityPolicy) -> [Output] {
  guard site.configuration.outputs.nginx else { return [] }
  var text = NginxText(base: site.configuration.baseURL.basePath, policy)
  if site.configuration.outputs.redirects.contains(.nginx), !site.namedRedirects.isEmpty {
    // Declared by the owner, who knows where the file lies.
    text.leadsOn = ["if ($spravka_redirect) { return 301 $spravka_redirect$is_args$args; }"]
  }
  text.addFrame()
  let base = text.base.escapedForRegularExpression
  // Of regular expressions the first that fits counts: the ones of a language, which say its own
  // page for what is missing, come before those of the whole site.
  let pages = site.homes.enumerated().dropFirst().map { _, home in
    (
      expression: base + "/" + site[home].url, missing: text.pageForMissing(below: site[home].url)
    )
  }
  for (expression, missing) in pages {
    text.add(
      "location ~ ^\(expression)(.*/)?\\.(?!well-known/)", [missing, "return 404;"],
      repeatsHeaders: false)
  }
  text.add("location ~ /\\.(?!well-known/)", ["return 404;"], repeatsHeaders: false)
  for (language, home) in site.homes.enumerated() {
    text.addPageForMissing(below: site[home].url, isFirst: language == 0)
  }
  // A page that somebody has open may still ask for what the next build has left out: what is put
  // aside below `.kept` of the root is served in its place.
  text.add(
    "location \(text.base)/assets/", ["try_files $uri /.kept$uri =404;", NginxText.kept])
  for language in site.languages {
    text.add("location \(text.base)/search/\(language)/", [NginxText.kept])
  }
  // Modules that `api.js` loads when it needs them: `readings.1a2b….js`.
  text.add("location ~ ^\(base)/search/[a-z]+\\.[^/.]+\\.js$", [NginxText.kept])
  for (pattern, type, more) in [
    ("index\\.md", "text/markdown", ["add_header X-Robots-Tag noindex;"]),
    ("feed\\.xml", "application/atom+xml", []),
    ("[^/]+\\.webmanifest", "application/manifest+json", []),
  ] {
    let inside = ["types { }", "default_type \(type);", NginxText.asked] + more + text.leadsOn
    for (expression, missing) in pages {
      text.add("location ~ ^\(expression)(.*/)?\(pattern)$", [missing] + inside)
    }
    text.add("location ~ ^\(base)/(.*/)?\(pattern)$", inside)
  }
  // Of the site's own files, those that only servers need.
  for file in ["_headers", "_redirects", "nginx.conf", "redirects.map"] {
    text.add("location = \(text.base)/\(file)", ["return 404;"], repeatsHeaders: false)
  }
  let bytes = Array(text.lines.map { $0 + "\n" }.joined().utf8)
  return [Output(path: "nginx.conf", content: .bytes(bytes))]
}

/// The lines of the file, and what many of them repeat.
private struct NginxText {
  /// Empty, or with a slash in front.
  let base: String
  let headers: [String]
  /// How old addresses are answered, if there are any.
  var leadsOn: [String] = []
  var lines = [
    "# Written by Spravka: include this file in the server block that serves the site, or in the",
    "# location of its base path.",
  ]

  /// For what has its content in its name.
  static let kept = "add_header Cache-Control \"public, max-age=31536000, immutable\";"
  /// Pages name scripts and styles of their own build, so they must never be older than those:
  /// without a word, browsers keep a page for as long as they think fit.
  static let asked = "add_header Cache-Control no-cache;"

  init(base: String, _ policy: ContentSecurityPolicy) {
    self.base = base
    headers = [
      "add_header Content-Security-Policy \"\(policy.header)\" always;",
      "add_header Referrer-Policy strict-origin-when-cross-origin always;",
      "add_header X-Content-Type-Options nosniff always;",
    ]
  }

  /// What holds wherever no location says otherwise.
  mutating func addFrame() {
    lines += ["absolute_redirect off;", "charset utf-8;"]
    lines.append("charset_types text/css text/plain text/xml text/markdown application/json;")
    lines += headers + [Self.asked] + leadsOn
  }

  func pageForMissing(below url: String) -> String {
    "error_page 403 404 =404 \(base)/\(url)404.html;"
  }

  mutating func add(_ location: String, _ inside: [String], repeatsHeaders: Bool = true) {
    lines.append(location + " {")
    lines += (inside + (repeatsHeaders ? headers : [])).map { "  " + $0 }
    lines.append("}")
  }

  /// A folder without a page of its own (`/open/`) is missing, too, not forbidden.
  mutating func addPageForMissing(below url: String, isFirst: Bool) {
    let page = pageForMissing(below: url)
    if isFirst {
      lines.append(page)
    } else {
      add("location \(base)/\(url)", [page] + leadsOn, repeatsHeaders: false)
    }
  }
}

extension String {
  /// Of a base path, which holds letters, digits and `-._~/`, of which the dot alone means
  /// something in a regular expression.
  fileprivate var escapedForRegularExpression: String {
    split(separator: ".", omittingEmptySubsequences: false).joined(separator: "\\.")
  }
}
