/// One finding about the content, as a value: stages return findings and never throw them, so one
/// run reports every problem of a site.
public struct Diagnostic: Sendable, Equatable {
  public let id: DiagnosticID
  /// The level of the id's table until `Levels` applies what site.yml and `--strict` say.
  public var level: Level
  public let message: String
  /// The path from the site's root; empty when the finding belongs to no one file.
  public let file: String
  /// Byte offsets in the file; nil when the finding is about the file as a whole.
  public let range: Range<Int>?
  /// What to do about it, in one line.
  public let hint: String?
  /// Where an article includes the file, when that is a snippet: the first of all such places.
  public private(set) var includedAt: Place?
  /// The path of another file that takes part in it: who writes that one wants to know too.
  public private(set) var related: String?
  /// In how many other places the same is found.
  public private(set) var otherPlaces = 0

  /// A place in another file.
  public struct Place: Sendable, Equatable {
    public let file: String
    public let range: Range<Int>
  }

  public init(
    _ id: DiagnosticID, _ message: String, file: String, range: Range<Int>? = nil,
    hint: String? = nil, includedAt: Place? = nil, related: String? = nil
  ) {
    self.id = id
    self.level = id.defaultLevel
    self.message = message
    self.file = file
    self.range = range
    self.hint = hint
    self.includedAt = includedAt
    self.related = related
  }
}

extension Diagnostic {
  /// The order of every report: by file, place, id and words.
  public static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.file != right.file { return pathPrecedes(left.file, right.file) }
    let leftStart = left.range?.lowerBound ?? -1
    let rightStart = right.range?.lowerBound ?? -1
    if leftStart != rightStart { return leftStart < rightStart }
    if left.id != right.id { return left.id.rawValue < right.id.rawValue }
    if left.message != right.message { return left.message < right.message }
    guard let left = left.includedAt, let right = right.includedAt else { return false }
    if left.file != right.file { return pathPrecedes(left.file, right.file) }
    return left.range.lowerBound < right.range.lowerBound
  }

  /// The same for a snippet, with the place where an article includes it.
  func included(at place: Place) -> Diagnostic {
    var finding = self
    finding.includedAt = place
    return finding
  }

  /// Sorted findings, those about one place of a snippet put together, however many articles
  /// include it.
  static func merged(_ sorted: [Diagnostic]) -> [Diagnostic] {
    var merged: [Diagnostic] = []
    merged.reserveCapacity(sorted.count)
    for finding in sorted {
      if finding.includedAt != nil, let last = merged.last, last.isSame(as: finding) {
        merged[merged.count - 1].otherPlaces += 1
      } else {
        merged.append(finding)
      }
    }
    return merged
  }

  private func isSame(as other: Diagnostic) -> Bool {
    id == other.id && file == other.file && range == other.range && message == other.message
  }
}
