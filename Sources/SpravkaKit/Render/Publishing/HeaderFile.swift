// `_headers`, which Netlify, Cloudflare Pages and their like read, and which says for other servers
// what to send: the content policy, and how long what may be kept.

func headerFile(of site: Site, _ policy: ContentSecurityPolicy) -> [Output] {
  guard site.configuration.outputs.headers else { return [] }
  let base = site.configuration.baseURL.basePath
  let text = """
    \(base)/*
      Content-Security-Policy: \(policy.header)
      Referrer-Policy: strict-origin-when-cross-origin
      X-Content-Type-Options: nosniff

    """
  // What their contents name may be kept for ever.
  let immutable = ["assets"] + site.languages.map { "search/\($0)" }
  // What keeps its name while its content changes must be asked for.
  let asked = ["search/api.js"] + site.languages.map { "search/\($0).json" }
  let fresh = asked.map { "\(base)/\($0)\n  Cache-Control: no-cache\n" }
  let kept = immutable.map {
    "\(base)/\($0)/*\n  Cache-Control: public, max-age=31536000, immutable\n"
  }
  return [Output(path: "_headers", content: .bytes(Array((text + (kept + fresh).joined()).utf8)))]
}
