// The `/open/<id>/` that is lost → which article can have the id again. An article has one id, and
// articles with one id are translations of each other: where the id cannot go back, a file that has
// expired keeps it and leads on.

extension LossRemedies {
  func remedy(ofNumber url: String) -> (article: Int?, hint: String) {
    guard let id = address(url).number else { return (nil, "") }
    guard let stood = old.redirects[url], !stood.isEmpty else {
      return (nil, "add 'id: \(id)' to the article that says now what stood there")
    }
    if let page = pages[stood], site[page].source == nil {
      // A category whose own text is gone.
      let folder = address(stood).sourcePath.dropLast(".md".utf8.count)
      return (nil, "put 'id: \(id)' into '\(folder)/_index.md'")
    }
    let article = (places.place(of: stood) ?? places.likeliest(for: stood))
      .flatMap { pages[$0] }.flatMap { site[$0].source }
    if let article, canBear(id, article) {
      let front = site.articles[article].front
      if front.id == nil { return (article, "put 'id: \(id)' back into the front matter") }
      if let other = front.id, pages[stood].flatMap({ site[$0].source }) == article {
        return (article, "put 'id: \(id)' back in the place of 'id: \(other.value)'")
      }
    }
    return (article, hint(forNotice: id, at: stood, leadingTo: article))
  }

  /// Whether no translation of another article has the id.
  private func canBear(_ id: Int, _ article: Int) -> Bool {
    let place = paths.split(site.articles[article].path)?.rest
    return site.articles.allSatisfy {
      $0.front.id?.value != id || paths.split($0.path)?.rest == place
    }
  }

  private func hint(forNotice id: Int, at url: String, leadingTo article: Int?) -> String {
    let path = address(url).sourcePath
    var keys = "'expire: \(today)'"
    var after = ""
    if let target = article.map({ site.articles[$0] }), target.path != path {
      keys += " and '\(pastedValue("replacement", relativePath(from: path, to: target.path)))'"
      if let alias = target.front.aliases.first(where: { isAlias($0.value, of: url) }) {
        after = ", and take '\(alias.value)' out of the 'aliases' of '\(target.path)'"
      }
    }
    if site.articles.contains(where: { $0.path == path && $0.front.id?.value == id }) {
      return "let '\(path)' expire in the place of 'draft' or 'publish': \(keys)\(after)"
    }
    return "leave '\(path)' as a notice, with a title, 'id: \(id)', \(keys)\(after)"
  }

  private func isAlias(_ alias: String, of url: String) -> Bool {
    percentDecoded(alias).split(separator: "/") == url.split(separator: "/")
  }
}
