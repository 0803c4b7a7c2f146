// Paths and addresses in site.yml → where they lead. They are checked like links of an article
// that stands at the top of its language; one that leads nowhere is left out.

extension ReferenceResolver {
  /// - Returns: the furniture of each language, in the order of the languages, and what came of
  ///   resolving it.
  func resolveFurniture(
    _ configuration: Configuration
  ) -> (furniture: [Furniture], resolved: ResolvedReferences) {
    var resolved = ResolvedReferences()
    let furniture = configuration.languages.map { language in
      self.furniture(of: language, configuration, &resolved)
    }
    // What all languages share is told once.
    resolved.diagnostics = unique(resolved.diagnostics) { ($0.id, $0.range) == ($1.id, $1.range) }
    resolved.broken = unique(resolved.broken) { $0.range == $1.range }
    resolved.outside = unique(resolved.outside) { $0.range == $1.range }
    return (furniture, resolved)
  }

  private func furniture(
    of language: String, _ configuration: Configuration, _ resolved: inout ResolvedReferences
  ) -> Furniture {
    let header = configuration.header[language]
    let footer = configuration.footer[language]
    let link = { (link: Link?, resolved: inout ResolvedReferences) -> FurnitureLink? in
      link.flatMap { self.link($0, language, &resolved) }
    }
    var furniture = Furniture()
    furniture.logo = picture(configuration.brand.logo, language, &resolved)
    furniture.icon = picture(configuration.brand.icon, language, &resolved)
    furniture.links = (header?.links ?? []).compactMap { link($0, &resolved) }
    furniture.button = link(header?.button, &resolved)
    furniture.signIn = link(header?.signIn?.link, &resolved)
    furniture.register = link(header?.signIn?.panel?.register, &resolved)
    furniture.support = link(configuration.brand.support[language], &resolved)
    furniture.columns = (footer?.columns ?? []).map { column in
      .init(title: column.title, links: column.links.compactMap { link($0, &resolved) })
    }.filter { !$0.links.isEmpty }
    furniture.documents = (footer?.documents ?? []).compactMap { link($0, &resolved) }
    furniture.subscription = link(configuration.subscription[language]?.button, &resolved)
    furniture.closingCall = link(configuration.closingCall[language]?.button, &resolved)
    furniture.pinned = (configuration.search[language]?.pinned ?? []).compactMap {
      pinned($0, language, &resolved)
    }
    return furniture
  }

  private func link(
    _ link: Link, _ language: String, _ resolved: inout ResolvedReferences
  ) -> FurnitureLink? {
    let reference = Reference(link.url, inSiteOf: language, .link)
    let source = source(reference, language)
    // There is no page of which it could be a part.
    if case .anchor = reference.destination {
      _ = source.broken("no page at \(quoted(link.url.value))", in: &resolved)
      return nil
    }
    switch lead(of: source, &resolved) {
    case .nowhere: return nil
    case let lead: return FurnitureLink(title: link.title, lead: lead)
    }
  }

  private func pinned(
    _ answer: PinnedAnswer, _ language: String, _ resolved: inout ResolvedReferences
  ) -> PinnedPage? {
    let source = source(Reference(answer.article, inSiteOf: language, .link), language)
    switch lead(of: source, &resolved) {
    case .nowhere: return nil
    case .page(let page, _, _) where tree.pages[page.index].kind == .article:
      return PinnedPage(query: answer.query, page: page)
    default:
      _ = source.broken(
        "\(quoted(answer.article.value)) is no article that search could put first",
        in: &resolved)
      return nil
    }
  }

  /// A picture of the language's own folder, else of the first language's.
  private func picture(
    _ path: Located<String>?, _ language: String, _ resolved: inout ResolvedReferences
  ) -> Lead? {
    guard let path else { return nil }
    var language = language
    if case .file(let file, _, _) = Reference(path, inSiteOf: language, .image).destination,
      files[file] == nil
    {
      language = paths.languages[0]
    }
    let reference = Reference(path, inSiteOf: language, .image)
    switch lead(of: source(reference, language), &resolved) {
    case .nowhere: return nil
    case let lead: return lead
    }
  }

  private func source(_ reference: Reference, _ language: String) -> Source {
    Source(
      article: Article(path: Configuration.path), reference: reference,
      base: folder(of: language))
  }

  private func unique<Element>(
    _ all: [Element], by isSame: (Element, Element) -> Bool
  ) -> [Element] {
    all.reduce(into: []) { kept, one in
      if !kept.contains(where: { isSame($0, one) }) { kept.append(one) }
    }
  }
}

extension Reference {
  /// A path or an address of site.yml: paths begin at the folder of the language.
  fileprivate init(_ written: Located<String>, inSiteOf language: String, _ kind: Kind) {
    let isImage = kind == .image
    self.init(
      kind: kind, written: written.value,
      destination: Destination(
        written.value, in: folder(of: language), isImage: isImage),
      title: "", alternative: "", isEmpty: false, range: written.range)
  }
}

/// Where paths of site.yml begin, as the path of a file.
private func folder(of language: String) -> String { "content/\(language)/_index.md" }
