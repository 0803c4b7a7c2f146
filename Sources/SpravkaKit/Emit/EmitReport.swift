// What an emit did, in numbers for the last line of a build.

/// What became of the outputs and of what stood there before.
public struct EmitReport: Sendable, Equatable {
  /// How the new site took the old one's place.
  public enum Exchange: Sendable, Equatable {
    /// In one step.
    case whole
    /// File by file, for the reason given: a kill meanwhile leaves a mixture till the next build.
    case fileByFile(because: String)
    /// Not at all: every file was there already.
    case none
  }

  public var exchange = Exchange.none
  /// Outputs whose bytes were new.
  public var written = 0
  /// Outputs that stood there already; they keep their time stamps.
  public var unchanged = 0
  /// Files of the last build that are no outputs any more.
  public var dropped = 0
  /// Files of others that stand in the new site as they did in the old one.
  public var carriedOver = 0
  /// The size of all outputs, in bytes.
  public var bytes = 0
  /// Paths of others' files that had to give way to an output, sorted.
  public var overridden: [String] = []
}
