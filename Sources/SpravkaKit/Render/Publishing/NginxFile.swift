// `nginx.conf`: what belongs into the `server` block of an nginx that serves the site, to be included
// there. It stands among public files, so it holds nothing that readers may not know. nginx forgets
// the headers of the server where a location sets one, so each location says them all.

func nginxFile(of site: Site, _ policy: ContentSecurityPolicy) -> [Output] {
  guard site.configuration.outputs.nginx else { return [] }
  let base = site.configuration.baseURL.basePath
  let headers = [
    "add_header Content-Security-Policy \"\(policy.header)\" always;",
    "add_header Referrer-Policy strict-origin-when-cross-origin always;",
    "add_header X-Content-Type-Options nosniff always;",
  ]
  var lines = ["# Written by Spravka: include this file in the server block that serves the site."]
  lines += ["absolute_redirect off;", "charset utf-8;"]
  lines.append("charset_types text/css text/plain text/xml text/markdown application/json;")
  lines += headers
  if site.configuration.outputs.redirects.contains(.nginx), !site.namedRedirects.isEmpty {
    // Declared by the owner, who knows where the file lies.
    lines.append("if ($spravka_redirect) { return 301 $spravka_redirect$is_args$args; }")
  }
  func location(_ pattern: String, _ inside: [String], repeatsHeaders: Bool = true) {
    lines.append("location \(pattern) {")
    lines += (inside + (repeatsHeaders ? headers : [])).map { "  " + $0 }
    lines.append("}")
  }
  for (language, home) in site.homes.enumerated() {
    let page = "error_page 404 \(base)/\(site[home].url)404.html;"
    if language == 0 {
      lines.append(page)
    } else {
      location("\(base)/\(site[home].url)", [page], repeatsHeaders: false)
    }
  }
  let kept = "add_header Cache-Control \"public, max-age=31536000, immutable\";"
  for folder in ["assets"] + site.languages.map({ "search/\($0)" }) {
    location("\(base)/\(folder)/", [kept])
  }
  let asked = "add_header Cache-Control no-cache;"
  for file in ["search/api.js"] + site.languages.map({ "search/\($0).json" }) {
    location("= \(base)/\(file)", [asked])
  }
  location(
    "~ ^\(escaped(base))/.*index\\.md$",
    ["types { }", "default_type text/markdown;", "add_header X-Robots-Tag noindex;"])
  // Of the site's own files, those that only servers need.
  for file in ["_headers", "_redirects", "nginx.conf", "redirects.map"] {
    location("= \(base)/\(file)", ["return 404;"], repeatsHeaders: false)
  }
  location("~ /\\.(?!well-known/)", ["return 404;"], repeatsHeaders: false)
  let text = lines.map { $0 + "\n" }.joined()
  return [Output(path: "nginx.conf", content: .bytes(Array(text.utf8)))]
}

/// A base path holds letters, digits and `-._~/`, of which the dot alone means something in a
/// regular expression.
private func escaped(_ path: String) -> String {
  path.split(separator: ".", omittingEmptySubsequences: false).joined(separator: "\\.")
}
