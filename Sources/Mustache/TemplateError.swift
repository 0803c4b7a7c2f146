// Low layers know byte offsets only; whoever knows the file makes lines and columns of them.

/// A mistake in a template, at its place.
public struct TemplateError: Error, Sendable, Equatable {
  /// The name of the template in which the mistake stands.
  public let template: String
  /// Byte offsets in the template's source.
  public let range: Range<Int>
  public let message: String
  /// What to do about it, in one line.
  public let hint: String?

  public init(template: String, range: Range<Int>, message: String, hint: String? = nil) {
    self.template = template
    self.range = range
    self.message = message
    self.hint = hint
  }
}

extension TemplateError {
  /// The order of every report: by template, place and words.
  static func precedes(_ left: TemplateError, _ right: TemplateError) -> Bool {
    if left.template != right.template {
      return left.template.utf8.lexicographicallyPrecedes(right.template.utf8)
    }
    let leftPlace = (left.range.lowerBound, left.range.upperBound)
    let rightPlace = (right.range.lowerBound, right.range.upperBound)
    if leftPlace != rightPlace { return leftPlace < rightPlace }
    return left.message < right.message
  }
}
