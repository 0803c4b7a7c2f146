// Where a build goes, and what its mark says about it.

/// What `emit` must know besides the outputs.
public struct EmitTarget: Sendable {
  /// The site's root: files that are copied come from it.
  public var site: String
  /// The folder that gets the site; made when it is missing.
  public var output: String
  public var inputs: InputDigest
  /// How many warnings this build had, for the next quick answer.
  public var warnings: Int
  /// How many outputs are made and written side by side.
  public var jobs: Int
  /// Whether a file that is there already with the same bytes is kept; false writes all anew.
  public var keepsFiles = true
  /// The user's own folder, which is never an output; nil where there is none.
  public var home: String?
  /// Which share of the site is written; nil for all of it.
  public var part: SitePart?

  public init(site: String, output: String, inputs: InputDigest, warnings: Int, jobs: Int) {
    self.site = site
    self.output = output
    self.inputs = inputs
    self.warnings = warnings
    self.jobs = jobs
  }
}
