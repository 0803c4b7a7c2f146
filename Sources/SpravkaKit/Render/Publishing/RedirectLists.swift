// Redirects → the lists that servers read. Both are public files, so neither names an unlisted
// article. Paths begin with the base path: a server sees the address that the reader has.

/// `_redirects` for Netlify and Cloudflare Pages, `redirects.map` for a `map` of nginx.
func redirectLists(of site: Site) -> [Output] {
  let forms = site.configuration.outputs.redirects
  if !site.redirects.contains(where: { site[$0.page].state.isNamed }) { return [] }
  var outputs: [Output] = []
  if forms.contains(.netlify) {
    outputs.append(Output(path: "_redirects", content: .made { netlifyRedirects(of: site) }))
  }
  if forms.contains(.nginx) {
    outputs.append(Output(path: "redirects.map", content: .made { nginxRedirects(of: site) }))
  }
  return outputs
}

extension Site {
  /// Those that public lists may name.
  var namedRedirects: [Redirect] { redirects.filter { self[$0.page].state.isNamed } }
}

/// `/help/old/ /help/a/b/ 301`, percent-encoded.
///
/// The order does not matter: no two lines have one source.
private func netlifyRedirects(of site: Site) -> [UInt8] {
  let base = site.configuration.baseURL.basePath
  var text: [UInt8] = []
  for redirect in site.namedRedirects {
    text +=
      "\(base)/\(percentEncodedPath(redirect.url)) \(base)/\(site[redirect.page].href) 301\n".utf8
  }
  return text
}

/// `"/help/old/" "/help/a/b/";` and the same without the last slash: nginx compares `$uri`, which is
/// decoded, with the whole of it.
private func nginxRedirects(of site: Site) -> [UInt8] {
  let base = site.configuration.baseURL.basePath
  var text: [UInt8] = []
  for redirect in site.namedRedirects {
    let target = "\(base)/\(site[redirect.page].href)"
    let source = "\(base)/\(redirect.url)"
    for source in [source] + (source.hasSuffix("/") ? [String(source.dropLast())] : []) {
      text.append(.quote)
      // What may stand in an alias leaves these two to be escaped.
      for byte in source.utf8 {
        if byte == .quote || byte == .backslash { text.append(.backslash) }
        text.append(byte)
      }
      text += "\" \"\(target)\";\n".utf8
    }
  }
  return text
}
