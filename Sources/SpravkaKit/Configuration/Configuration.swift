// content/site.yml → one value that every stage reads. Whatever is wrong with the file, the value
// can be used: one run then reports the faults of the articles too, and nothing is published.

/// The site as its owner describes it.
struct Configuration: Sendable {
  /// Whether there is a site.yml that could be read.
  var isKnown = false
  var title = Localized<String>()
  var baseURL = BaseURL.placeholder
  /// Never empty; the first is served at the root.
  var languages = ["ru"]
  /// In the order of site.yml.
  var editions: [Edition] = []
  var brand = Brand()
  var header = Localized<Header>()
  var footer = Localized<Footer>()
  var subscription = Localized<Banner>()
  var closingCall = Localized<Banner>()
  var markdown = MarkdownSettings()
  var summary = SummaryPlace.here
  var recommended = RecommendedSettings()
  /// After which time an article wants another look.
  var reviewAfter: CalendarDuration?
  var search = Localized<SearchSettings>()
  var feedback = FeedbackSettings()
  var analytics: AnalyticsSettings?
  var outputs = OutputSettings()
  /// Levels that differ from the table's own.
  var levels: [DiagnosticID: Level] = [:]
}

extension Configuration {
  /// Where site.yml stands, from the site's root.
  static let path = "content/site.yml"

  /// Reads site.yml; nil means that the site has none, which is an error.
  static func parse(
    _ file: SourceFile?
  ) -> (configuration: Configuration, diagnostics: [Diagnostic]) {
    guard let file else {
      let missing = Diagnostic(
        .missingConfiguration, "the site has no site.yml", file: path,
        hint: "write one with two lines: title: … and baseURL: https://…")
      return (Configuration(), [missing])
    }
    let (pairs, range, diagnostics) = parseRootMap(file, in: file.textRange, limits: .site)
    guard let pairs else { return (Configuration(), diagnostics) }
    var fields = Fields(of: pairs, at: range, in: file)
    var configuration = Configuration(from: &fields)
    configuration.isKnown = true
    let all = diagnostics + fields.finish()
    return (configuration, all.sorted(by: Diagnostic.precedes))
  }

  init(from fields: inout Fields) {
    languages = fields.languages("languages") ?? languages
    title = fields.title("title", in: languages)
    baseURL = BaseURL(from: &fields) ?? baseURL
    readFurniture(from: &fields)
    markdown = fields.map("markdown") { MarkdownSettings(from: &$0) } ?? markdown
    summary = fields.choice("summary", of: SummaryPlace.self) ?? summary
    recommended = fields.map("recommended") { RecommendedSettings(from: &$0) } ?? recommended
    reviewAfter = fields.duration("reviewAfter")
    search = fields.localized("search", in: languages) { SearchSettings(from: &$0) }
    feedback =
      fields.map("feedback") { [languages] in FeedbackSettings(from: &$0, languages: languages) }
      ?? feedback
    analytics = fields.map("analytics") { AnalyticsSettings(from: &$0) }
    outputs = fields.map("outputs") { OutputSettings(from: &$0) } ?? outputs
    levels = fields.levels("levels")
  }

  private mutating func readFurniture(from fields: inout Fields) {
    let languages = languages
    editions =
      fields.entries("editions") { Edition(from: $1, in: &$0, languages: languages) } ?? []
    brand = fields.map("brand") { Brand(from: &$0, languages: languages) } ?? brand
    header = fields.localized("header", in: languages) { Header(from: &$0) }
    footer = fields.localized("footer", in: languages) { Footer(from: &$0) }
    subscription = fields.localized("subscription", in: languages) { Banner(from: &$0) }
    closingCall = fields.localized("closingCall", in: languages) { Banner(from: &$0) }
  }
}
