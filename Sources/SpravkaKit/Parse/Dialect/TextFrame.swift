/// A text from which nodes of a tree were made: the article, a snippet that it includes, or the
/// cells of the tables of either.
struct TextFrame: Sendable {
  let file: SourceFile
  let lines: MarkdownLines
  /// Whether headings in it may give their own anchors.
  let mayGiveAnchors: Bool
  /// Which of the article's inclusions brought the text in; nil for the article's own.
  let inclusion: Int?
  /// Where an article includes the text.
  let includedAt: Diagnostic.Place?
  /// The frame of the text's cells and titles.
  var cells: Int?

  func finding(
    _ id: DiagnosticID, _ message: String, at range: Range<Int>?, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      id, message, file: file.path, range: range, hint: hint, includedAt: includedAt)
  }
}

/// A snippet that an article has included.
struct Inclusion: Sendable, Equatable {
  /// The path of the snippet from the site's root.
  let path: String
  /// Where the article includes it, be it through another snippet.
  let place: Diagnostic.Place
}
