// What is looked for in texts that are no faults of Markdown, but cost readers time. It is found
// while the text is rendered, in the one walk over its tree; what site.yml turns off costs nothing.

struct Lint: Sendable {
  var checks: Checks = []
  /// Texts of links that do not say where they lead.
  var vagueTexts = PhraseList()

  struct Checks: OptionSet, Sendable {
    let rawValue: UInt8

    static let emptySections = Checks(rawValue: 1 << 0)
    static let skippedHeadings = Checks(rawValue: 1 << 1)
    static let missingAlternatives = Checks(rawValue: 1 << 2)
    static let vagueLinks = Checks(rawValue: 1 << 3)
    static let longParagraphs = Checks(rawValue: 1 << 4)

    static let headings: Checks = [.emptySections, .skippedHeadings]
  }

  /// In characters.
  ///
  /// Of the paragraphs of a large Russian documentation one in a hundred is longer, and hardly any
  /// of those would not be better as two or as a list.
  static let longestParagraph = 700

  /// In words: a text as short as a summary is one.
  static let shortestWithSummary = 60
}

extension Lint {
  /// What is found in the text of one article.
  static let ids: [DiagnosticID: Checks] = [
    .emptySection: .emptySections, .skippedHeading: .skippedHeadings,
    .missingAlt: .missingAlternatives, .vagueLink: .vagueLinks, .longParagraph: .longParagraphs,
  ]

  /// What the levels of a site leave on, in the words of one of its languages.
  init(_ levels: Levels, _ words: Strings) {
    for (id, check) in Self.ids where levels.level(of: id) != .off { checks.insert(check) }
    vagueTexts = PhraseList(words["vague-links"] ?? "")
  }
}
