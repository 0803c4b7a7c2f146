// Why no article was made.

/// Nothing was made, and nothing was touched.
public enum ComposeError: Error, Sendable {
  /// The place or the words make no article: wrong usage.
  case refused(Refusal)
  /// site.yml does not say which languages there are: these findings do.
  case unknownLanguages([Diagnostic])
  /// The machine failed us.
  case failed(SystemError)
}

/// What is wrong, and what to do about it.
public struct Refusal: Error, Equatable, Sendable {
  public let message: String
  /// One a line.
  public let hints: [String]

  init(_ message: String, _ hints: String...) {
    self.message = message
    self.hints = hints.filter { !$0.isEmpty }
  }

  static func occupied(_ path: String) -> Refusal {
    Refusal("'\(path)' is there already, and was not touched", "choose another name")
  }
}
