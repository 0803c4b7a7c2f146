// What front matter says about the states of articles and cannot mean. It is said on the day of
// writing, not on the day when it takes effect.

/// Findings about `publish`, `expire`, `replacement` and `unlisted`.
func stateFindings(about articles: [Article], _ paths: ContentPaths) -> [Diagnostic] {
  let concerned = articles.filter {
    $0.front.expire != nil || $0.front.replacement != nil || $0.front.unlisted
  }
  return concerned.flatMap { article in
    [expiryBeforePublication(article), unusedReplacement(article)].compactMap(\.self)
      + withdrawnHome(article, paths)
  } + circles(of: concerned)
}

private func expiryBeforePublication(_ article: Article) -> Diagnostic? {
  guard let publish = article.front.publish, let expire = article.front.expire,
    expire.value <= publish.value
  else { return nil }
  return Diagnostic(
    .invalidValue, "the article is never public: it is to be published on \(publish.value)",
    file: article.path, range: expire.range,
    hint: "'expire' is the first day on which it is no longer public")
}

private func unusedReplacement(_ article: Article) -> Diagnostic? {
  guard article.front.expire == nil, let replacement = article.front.replacement else { return nil }
  return Diagnostic(
    .unusedReplacement, "the article never expires, so that nothing replaces it",
    file: article.path, range: replacement.range,
    hint: "add 'expire' with the first day on which the replacement holds")
}

private func withdrawnHome(_ article: Article, _ paths: ContentPaths) -> [Diagnostic] {
  guard article.isIndex, paths.split(article.path)?.rest == "_index.md" else { return [] }
  let expires = article.front.expire.map { ("expire", Optional($0.range)) }
  let keys = [expires, article.front.unlisted ? ("unlisted", nil) : nil].compactMap(\.self)
  return keys.map { key, range in
    Diagnostic(
      .invalidValue, "'\(key)' has no effect on a home page", file: article.path, range: range,
      hint: "remove it: the home page of a language is always public")
  }
}

/// Articles that replace each other in a circle, each circle once: at the first by path.
private func circles(of articles: [Article]) -> [Diagnostic] {
  let replaced = articles.filter { $0.front.replacement != nil }
  let byPath = Dictionary(replaced.map { ($0.path, $0) }) { first, _ in first }
  var seen: Set<String> = []
  return replaced.compactMap { start in
    var walk: [Article] = []
    var next = byPath[start.path]
    while let article = next, seen.insert(article.path).inserted {
      walk.append(article)
      next = article.replacementPath.flatMap { byPath[$0] }
    }
    guard let end = next, let first = walk.firstIndex(where: { $0.path == end.path }) else {
      return nil
    }
    return circle(Array(walk[first...]))
  }
}

private func circle(_ articles: [Article]) -> Diagnostic? {
  guard let first = articles.indices.min(by: { articles[$0].path < articles[$1].path }) else {
    return nil
  }
  let turned = articles[first...] + articles[..<first]
  let article = articles[first]
  let others = turned.dropFirst().map { "'\($0.path)'" }.joined(separator: ", then ")
  return Diagnostic(
    .replacementCycle,
    others.isEmpty
      ? "the article is replaced by itself"
      : "the article is replaced by \(others), and that by this one again",
    file: article.path, range: article.front.replacement?.range,
    hint: "one of them must be replaced by an article that stays, or by none")
}
