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
  /// The addresses of the site that readers know, which must go on answering.
  public var published: SiteManifest?

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
  /// Whether all addresses of the published site were looked for and answer, whatever the levels.
  public let keepsAddresses: Bool

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
    let recipes = await Recipes(of: draft.site, with: draft.theme, jobs: options.jobs)
    return recipes.sorted(adding: searchOutputs(of: indexes))
  }
  let refused = hostFindings(on: draft.site, outputs, draft.largeFiles)
  return result(of: draft, outputs, adding: missed + refused, timer.timings)
}

/// Finds everything that is wrong with a tree, and makes no page of it: a tree without errors can
/// be built.
///
/// - Parameter asking: gets all links to other sites, and says what is there; nil leaves them alone.
public func check(
  _ tree: SourceTree, scanned: [Diagnostic] = [], _ options: BuildOptions,
  asking: ((Set<String>) async -> [String: LinkAnswer])? = nil
) async -> BuildResult {
  var timer = StageTimer()
  let draft = await Draft(of: tree, scanned, options, &timer)
  var more = await draft.missedQuestions(nil, options, &timer)
  more += await draft.refusals(options, &timer)
  if let asking, draft.wantsLinks {
    let start = ContinuousClock.now
    more += linkFindings(about: draft.outside, await asking(Set(draft.outside.map(\.url))))
    timer.add([StageTiming(stage: "links", duration: ContinuousClock.now - start)])
  }
  return result(of: draft, [], adding: more, timer.timings)
}

private func result(
  of draft: Draft, _ outputs: [Output], adding more: [Diagnostic], _ timings: [StageTiming]
) -> BuildResult {
  BuildResult(
    outputs: outputs, diagnostics: draft.shown(adding: more), timings: timings,
    articleCount: draft.site.pages.count { $0.kind == .article },
    keepsAddresses: draft.keepsAddresses)
}
