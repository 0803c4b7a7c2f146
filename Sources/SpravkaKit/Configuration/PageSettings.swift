// Small switches of site.yml that change what pages hold and which files are written.

/// `markdown` of site.yml.
struct MarkdownSettings: Sendable, Equatable {
  /// Whether raw HTML of articles is kept.
  var html = false
  /// Whether prose is set as a typographer would.
  var typography = true
}

/// Where the summary of an article is shown.
enum SummaryPlace: String, CaseIterable, Sendable {
  /// Where its heading stands.
  case here
  /// Above the text.
  case top
}

/// `recommended` of site.yml.
struct RecommendedSettings: Sendable, Equatable {
  /// How many articles are chosen where the writer names none.
  var count = 3
  /// Whether any are chosen at all.
  var automatic = true
}

extension MarkdownSettings {
  init(from fields: inout Fields) {
    html = fields.flag("html") ?? html
    typography = fields.flag("typography") ?? typography
  }
}

extension RecommendedSettings {
  init(from fields: inout Fields) {
    count = fields.integer("count", in: 0...20)?.value ?? count
    automatic = fields.flag("automatic") ?? automatic
  }
}
