// The one table of findings: id, level and whether site.yml may change it. The manual lists the
// same ids, and a test compares the two.

/// What a finding is about; the raw value is what people write in `levels:` of site.yml.
public enum DiagnosticID: String, CaseIterable, Sendable {
  case articleTooLarge = "article-too-large"
  case awkwardURL = "awkward-url"
  case brokenAnchor = "broken-anchor"
  case brokenImage = "broken-image"
  case brokenLink = "broken-link"
  case caseTwins = "case-twins"
  case cyclicInclude = "cyclic-include"
  case deadLink = "dead-link"
  case duplicateAnchor = "duplicate-anchor"
  case duplicateFootnote = "duplicate-footnote"
  case duplicateID = "duplicate-id"
  case duplicateKey = "duplicate-key"
  case duplicateTitle = "duplicate-title"
  case duplicateURL = "duplicate-url"
  case emptySection = "empty-section"
  case externalImage = "external-image"
  case gitHistory = "git-history"
  case hostLimit = "host-limit"
  case implausibleDate = "implausible-date"
  case invalidAlias = "invalid-alias"
  case invalidCallout = "invalid-callout"
  case invalidDirective = "invalid-directive"
  case invalidImage = "invalid-image"
  case invalidTag = "invalid-tag"
  case invalidValue = "invalid-value"
  case invalidYAML = "invalid-yaml"
  case linkToExpired = "link-to-expired"
  case linkToUnlisted = "link-to-unlisted"
  case linkToUnpublished = "link-to-unpublished"
  case longLabel = "long-label"
  case longParagraph = "long-paragraph"
  case lostAnchor = "lost-anchor"
  case lostURL = "lost-url"
  case lowContrast = "low-contrast"
  case misplacedDirective = "misplaced-directive"
  case missingAlt = "missing-alt"
  case missingCategoryPage = "missing-category-page"
  case missingConfiguration = "missing-configuration"
  case missingFootnote = "missing-footnote"
  case missingKey = "missing-key"
  case missingSnippet = "missing-snippet"
  case missingStrings = "missing-strings"
  case missingSummary = "missing-summary"
  case missingTitle = "missing-title"
  case missingTranslation = "missing-translation"
  case movedLink = "moved-link"
  case nestedTooDeep = "nested-too-deep"
  case notUTF8 = "not-utf8"
  case orphanArticle = "orphan-article"
  case orphanTranslation = "orphan-translation"
  case outdatedTranslation = "outdated-translation"
  case outsideLanguage = "outside-language"
  case pathOutside = "path-outside"
  case questionMissed = "question-missed"
  case raggedTable = "ragged-table"
  case rawHTML = "raw-html"
  case replacementCycle = "replacement-cycle"
  case reservedURL = "reserved-url"
  case skippedHeading = "skipped-heading"
  case staleArticle = "stale-article"
  case strayDirective = "stray-directive"
  case tagTwin = "tag-twin"
  case templateError = "template-error"
  case tooManyIncludes = "too-many-includes"
  case translationID = "translation-id"
  case twinFiles = "twin-files"
  case unclosedDirective = "unclosed-directive"
  case unknownDirective = "unknown-directive"
  case unknownEdition = "unknown-edition"
  case unknownKey = "unknown-key"
  case unreachableArticle = "unreachable-article"
  case unreadableFile = "unreadable-file"
  case unsafeURL = "unsafe-url"
  case unusedFootnote = "unused-footnote"
  case unusedReplacement = "unused-replacement"
  case unusedSnippet = "unused-snippet"
  case unusedTemplate = "unused-template"
  case vagueLink = "vague-link"
}

extension DiagnosticID {
  /// The level that holds unless site.yml says otherwise.
  public var defaultLevel: Level {
    switch self {
    case .awkwardURL, .deadLink, .duplicateFootnote, .duplicateTitle, .emptySection,
      .externalImage, .gitHistory, .hostLimit, .implausibleDate, .invalidCallout, .invalidTag,
      .linkToExpired, .linkToUnlisted,
      .linkToUnpublished, .longLabel, .longParagraph, .missingAlt, .missingCategoryPage,
      .missingFootnote, .missingStrings, .missingSummary, .movedLink, .orphanTranslation,
      .outdatedTranslation, .questionMissed, .raggedTable, .rawHTML, .skippedHeading,
      .staleArticle, .strayDirective, .tagTwin, .translationID, .twinFiles,
      .unknownDirective, .unknownKey, .unreachableArticle, .unusedFootnote,
      .unusedReplacement, .unusedSnippet, .unusedTemplate, .vagueLink:
      .warning
    case .missingTranslation, .orphanArticle: .off
    default: .error
    }
  }

  /// A fixed level cannot be lowered: a site with such a finding has no one right output.
  public var isFixed: Bool {
    switch self {
    case .articleTooLarge, .caseTwins, .duplicateKey, .duplicateURL, .invalidAlias, .invalidYAML,
      .missingConfiguration, .nestedTooDeep, .notUTF8, .pathOutside, .reservedURL, .templateError,
      .tooManyIncludes, .unreadableFile, .unsafeURL:
      true
    default: false
    }
  }
}

/// How much a finding weighs: an error stops publishing, a warning does not, `off` is not shown.
public enum Level: String, CaseIterable, Sendable {
  case error
  case warning
  case off
}
