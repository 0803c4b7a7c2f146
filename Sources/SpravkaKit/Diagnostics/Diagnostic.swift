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

  public init(
    _ id: DiagnosticID, _ message: String, file: String, range: Range<Int>? = nil,
    hint: String? = nil
  ) {
    self.id = id
    self.level = id.defaultLevel
    self.message = message
    self.file = file
    self.range = range
    self.hint = hint
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
    return left.message < right.message
  }
}
