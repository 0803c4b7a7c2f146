/// What a finding weighs on this site and in this run: `levels:` of site.yml, then `--strict`.
public struct Levels: Sendable, Equatable {
  /// Levels that site.yml changes; entries of fixed ids have no effect.
  public var changes: [DiagnosticID: Level]
  /// Whether warnings count as errors.
  public var isStrict: Bool

  public init(_ changes: [DiagnosticID: Level] = [:], strict: Bool = false) {
    self.changes = changes
    isStrict = strict
  }

  /// What the id weighs here.
  public func level(of id: DiagnosticID) -> Level {
    let level = id.isFixed ? id.defaultLevel : changes[id] ?? id.defaultLevel
    return isStrict && level == .warning ? .error : level
  }

  /// The findings that are to be shown, each with its level, in the order given.
  public func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.compactMap { diagnostic in
      var diagnostic = diagnostic
      diagnostic.level = level(of: diagnostic.id)
      return diagnostic.level == .off ? nil : diagnostic
    }
  }
}
