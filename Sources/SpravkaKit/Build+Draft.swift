// A tree → a site with its findings, before any recipe. A preview makes one draft after another and
// takes over from the last what an edit has not touched.

/// A site with its findings, before any recipe.
struct Draft: Sendable {
  var site: Site
  let theme: Theme
  let parsed: ParsedFiles
  /// What resolved the references of this site's articles.
  let resolver: ReferenceResolver
  /// Links that leave the site.
  let outside: [OutsideLink]
  let publication: Publication
  /// Files that may be published.
  let others: [String]
  let largeFiles: [LargeFile]
  /// As the stages found them.
  var findings: [Diagnostic]
  let levels: Levels
  /// Whether all addresses of the published site were looked for and answer.
  private(set) var keepsAddresses = false

  /// - Parameter known: articles that were parsed before.
  init(
    of tree: SourceTree, _ scanned: [Diagnostic], _ options: BuildOptions,
    knowing known: ParsedFiles? = nil, _ timer: inout StageTimer
  ) async {
    let (configuration, mistakes) = timer.time("configuration") {
      Configuration.parse(tree.configuration)
    }
    theme = timer.time("theme") {
      Theme(
        builtin: BuiltinTheme.files(), overrides: tree.templates,
        languages: configuration.languages, style: StyleSettings(configuration),
        isTypeset: configuration.markdown.typography)
    }
    let strings = theme.strings
    let parsed = await timer.time("parse") {
      await ParsedFiles(tree, configuration, strings, knowing: known, jobs: options.jobs)
    }
    let publication = Publication(includesDrafts: options.includesDrafts, today: options.today)
    let resolved = await timer.time("resolve") {
      await resolve(
        parsed.articles.map(\.article), others: tree.others, pictures: tree.pictures,
        unread: unread(scanned), configuration, publication, jobs: options.jobs)
    }
    site = resolved.site
    resolver = resolved.resolver
    outside = resolved.outside
    var findings = scanned + mistakes + theme.diagnostics
    for article in parsed.articles { findings += article.findings(publication) }
    findings += resolved.diagnostics
    findings += dateFindings(on: site, tree.history, today: options.today)
    findings += lintFindings(
      on: site, snippets: parsed.snippets.map(\.path), unread: unread(scanned))
    // Where site.yml cannot be read, nothing is known of the site's languages.
    if let published = options.published, !mistakes.contains(where: { $0.id == .invalidYAML }) {
      let check = PublishedCheck(
        published, site, unread: unparsed(findings), today: options.today)
      let lost = check.findings()
      keepsAddresses = lost.isEmpty && check.isWhole
      findings += lost
    }
    // Languages and editions are anybody's guess: these would be said of each article.
    if !configuration.isKnown { findings.removeAll { ofSettings.contains($0.id) } }
    self.parsed = parsed
    others = tree.others
    largeFiles = tree.largeFiles
    self.publication = publication
    self.findings = findings
    levels = Levels(configuration.levels, strict: options.isStrict)
  }

  /// Asks the search what articles state that it answers.
  ///
  /// - Parameter indexes: of all languages; nil to have those made that are needed, which are none
  ///   where no article states anything.
  func missedQuestions(
    _ indexes: [SearchIndex]?, _ options: BuildOptions, _ timer: inout StageTimer
  ) async -> [Diagnostic] {
    guard levels.level(of: .questionMissed) != .off, site.hasQuestions else { return [] }
    return await timer.time("questions") {
      await questionFindings(on: site, indexes, jobs: options.jobs)
    }
  }

  /// What the hosts of the site would refuse; to know the files, all recipes are laid out, which
  /// costs nothing where site.yml names no host.
  func refusals(_ options: BuildOptions, _ timer: inout StageTimer) async -> [Diagnostic] {
    guard !site.configuration.outputs.hosts.isEmpty, levels.level(of: .hostLimit) != .off else {
      return []
    }
    return await timer.time("hosts") {
      let indexes = await searchIndexes(of: site, jobs: options.jobs)
      let recipes = await Recipes(of: site, with: theme, jobs: options.jobs)
      return hostFindings(
        on: site, recipes.sorted(adding: searchOutputs(of: indexes)), largeFiles)
    }
  }

  /// Whether anybody wants to hear of links to other sites.
  var wantsLinks: Bool {
    [DiagnosticID.deadLink, .movedLink].contains { levels.level(of: $0) != .off }
  }

  /// All findings with their levels, sorted.
  func shown(adding more: [Diagnostic]) -> [Diagnostic] {
    let shown = levels.apply(to: findings + more).sorted(by: Diagnostic.precedes)
    return Diagnostic.merged(shown)
  }
}

/// What is found by languages and editions, which site.yml alone knows.
private let ofSettings: Set<DiagnosticID> = [.missingSnippet, .outsideLanguage, .unknownEdition]

/// The files that are there and of which Scan could read nothing.
private func unread(_ scanned: [Diagnostic]) -> Set<String> {
  let unreadable: Set<DiagnosticID> = [.articleTooLarge, .pathOutside, .unreadableFile]
  return Set(scanned.filter { unreadable.contains($0.id) }.map(\.file))
}

/// Those and the files whose front matter says nothing, since its YAML is wrong.
private func unparsed(_ findings: [Diagnostic]) -> Set<String> {
  let wrong: Set<DiagnosticID> = [.invalidYAML, .notUTF8]
  return unread(findings).union(findings.filter { wrong.contains($0.id) }.map(\.file))
}
