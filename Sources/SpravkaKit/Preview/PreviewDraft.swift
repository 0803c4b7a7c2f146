// One article of a draft replaced by what its file says now, without a look at the rest of the site:
// what a writer saves most is a sentence, and the page should be there before the eye is.

extension Draft {
  /// The draft with one article changed; nil when the change may reach further than its own page
  /// and the lists that quote it.
  ///
  /// Front matter decides about addresses, lists and states, so none of it may differ; a file that
  /// the text publishes or a host that it loads pictures from must be known already. What other
  /// pages say of the article is as before until a whole draft is made.
  func replacing(_ file: SourceFile) -> Draft? {
    guard let index = parsed.index(of: file.path), let page = resolver.tree.byPath[file.path],
      site[page].kind == .article, site[page].showsText,
      frontMatter(of: parsed.files[index]) == frontMatter(of: file)
    else { return nil }
    let parsed = parsed.parsing(file, inPlaceOf: index)
    let article = parsed.article
    let old = self.parsed.articles[index].article
    guard article.front.title != nil, !article.isUnreadable, !old.isUnreadable else { return nil }
    let references = resolver.resolve(article)
    let known = Set(site.files.map(\.path))
    guard references.files.allSatisfy(known.contains),
      externalPictures(article, references.leads) == externalPictures(old, site.leads[index])
    else { return nil }
    var made = self
    made.site = site.replacing(article, references.leads, at: index)
    made.findings.removeAll { $0.file == file.path }
    made.findings += parsed.findings(publication) + references.diagnostics
    made.findings += SpravkaKit.findings(about: references.broken, resolver.tree, others: others)
    return made
  }
}

/// The bytes before an article's text.
func frontMatter(of file: SourceFile) -> ArraySlice<UInt8> {
  file.bytes[..<parseFrontMatter(file).body.lowerBound]
}

/// What the content policy has to name.
private func externalPictures(_ article: Article, _ leads: [Lead]) -> Set<String> {
  var found: Set<String> = []
  for (reference, lead) in zip(article.references, leads) where reference.isImage {
    if case .external(let url) = lead { found.insert(url) }
  }
  return found
}
