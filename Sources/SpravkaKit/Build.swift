// The pipeline, end to end, without the disk: a SourceTree in, recipes and findings out. The only
// file that sees all stages. `check` stops before Emit; a preview asks for single recipes.

/// What a build is told besides the site itself.
public struct BuildOptions: Sendable {
  /// Whether drafts and articles of a later day are published too.
  public var includesDrafts = false
  /// Whether warnings count as errors.
  public var isStrict = false
  /// The day of the build, which decides what is published by then.
  ///
  /// Output depends on no other clock.
  public var today: CalendarDate
  /// How many slices of work run at once.
  public var jobs = 1

  public init(today: CalendarDate) {
    self.today = today
  }
}

/// What comes of a build before anything is written.
public struct BuildResult: Sendable {
  /// Sorted by path; to be written only when there are no errors; none after a mere check.
  public let outputs: [Output]
  /// Sorted, each with its level on this site.
  public let diagnostics: [Diagnostic]
  public let timings: [StageTiming]
  public let articleCount: Int

  public var hasErrors: Bool { diagnostics.contains { $0.level == .error } }
}

/// Builds the site of a tree.
///
/// - Parameter scanned: what Scan has found wrong with the tree.
public func build(
  _ tree: SourceTree, scanned: [Diagnostic] = [], _ options: BuildOptions
) async -> BuildResult {
  var timer = StageTimer()
  let draft = await Draft(of: tree, scanned, options, &timer)
  let indexes = await timer.time("search") {
    await searchIndexes(of: draft.site, jobs: options.jobs)
  }
  let missed = await draft.missedQuestions(indexes, options, &timer)
  let outputs = await timer.time("render") {
    await render(draft.site, with: draft.theme, searchOutputs(of: indexes), jobs: options.jobs)
  }
  return draft.result(outputs, adding: missed, timer.timings)
}

/// Finds everything that is wrong with a tree, and makes no page of it: a tree without errors can
/// be built.
public func check(
  _ tree: SourceTree, scanned: [Diagnostic] = [], _ options: BuildOptions
) async -> BuildResult {
  var timer = StageTimer()
  let draft = await Draft(of: tree, scanned, options, &timer)
  let missed = await draft.missedQuestions(nil, options, &timer)
  return draft.result([], adding: missed, timer.timings)
}

/// A site with its findings, before any recipe.
struct Draft {
  let site: Site
  let theme: Theme
  /// As the stages found them.
  private let findings: [Diagnostic]
  private let levels: Levels

  init(
    of tree: SourceTree, _ scanned: [Diagnostic], _ options: BuildOptions,
    _ timer: inout StageTimer
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
    let files = tree.markdown.filter { !ContentPaths.isPrivate($0.path) }
    let snippets = tree.markdown.filter { ContentPaths.isPrivate($0.path) }
    let surroundings = Surroundings.all(configuration, theme.strings, snippets: snippets)
    let paths = ContentPaths(languages: configuration.languages)
    let parsed = await timer.time("parse") {
      await files.parallelMap(jobs: options.jobs) {
        let language = paths.split($0.path).map { configuration.languages[$0.language] }
        var parsed = parseArticle($0, in: surroundings[language ?? ""] ?? Surroundings())
        parsed.article.lastChange = tree.history.changes[$0.path]
        return parsed
      }
    }
    let publication = Publication(includesDrafts: options.includesDrafts, today: options.today)
    let resolved = await timer.time("resolve") {
      await resolve(
        parsed.map(\.article), others: tree.others, pictures: tree.pictures,
        unread: unread(scanned), configuration, publication, jobs: options.jobs)
    }
    site = resolved.site
    var findings = scanned + mistakes + theme.diagnostics
    for article in parsed { findings += article.findings(publication) }
    findings += resolved.diagnostics
    findings += dateFindings(on: site, tree.history, today: options.today)
    findings += lintFindings(on: site, snippets: snippets.map(\.path), unread: unread(scanned))
    self.findings = findings
    levels = Levels(configuration.levels, strict: options.isStrict)
  }

  /// Asks the search what articles state that it answers.
  ///
  /// - Parameter indexes: of all languages; nil to have those made that are needed, which are none
  ///   where no article states anything.
  fileprivate func missedQuestions(
    _ indexes: [SearchIndex]?, _ options: BuildOptions, _ timer: inout StageTimer
  ) async -> [Diagnostic] {
    guard levels.level(of: .questionMissed) != .off, site.hasQuestions else { return [] }
    return await timer.time("questions") {
      await questionFindings(on: site, indexes, jobs: options.jobs)
    }
  }

  fileprivate func result(
    _ outputs: [Output], adding more: [Diagnostic], _ timings: [StageTiming]
  ) -> BuildResult {
    let shown = levels.apply(to: findings + more).sorted(by: Diagnostic.precedes)
    return BuildResult(
      outputs: outputs, diagnostics: Diagnostic.merged(shown), timings: timings,
      articleCount: site.pages.count { $0.kind == .article })
  }
}

/// The files that are there and of which Scan could read nothing.
private func unread(_ scanned: [Diagnostic]) -> Set<String> {
  let unreadable: Set<DiagnosticID> = [.articleTooLarge, .pathOutside, .unreadableFile]
  return Set(scanned.filter { unreadable.contains($0.id) }.map(\.file))
}
