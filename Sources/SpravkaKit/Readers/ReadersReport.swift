// `readers.json` → what readers say of a site: a summary of a server's log, without anybody in it.
// JSON is read as the YAML that it is, so that what is wrong is said with its place.

/// What readers said and looked for in some time.
struct ReadersReport: Sendable, Equatable {
  struct Voted: Sendable, Equatable {
    /// The path of the page as browsers ask for it: `/registration/account/forgot-login/`.
    let page: String
    var views = 0
    /// How many said that the article helped, and that it did not.
    var helped = 0
    var failed = 0
    /// Why it did not, by the reason's id.
    var reasons: [Counted] = []
  }

  /// A text, and how often it came.
  struct Counted: Sendable, Equatable {
    let text: String
    let count: Int
  }

  /// First and last day.
  var from: CalendarDate?
  var to: CalendarDate?
  var articles: [Voted] = []
  /// Searches that found nothing.
  var searches: [Counted] = []
  /// Addresses where no page is.
  var missing: [Counted] = []

  /// Where it lies, from the site's root.
  static let path = "readers.json"
}

extension ReadersReport {
  private static let limits = YAMLLimits(events: 1_000_000)
  private static let most = 1_000_000_000

  /// Reads a report; the findings say what was left out.
  fileprivate static func parse(
    _ file: SourceFile
  ) -> (report: ReadersReport, findings: [Diagnostic]) {
    var report = ReadersReport()
    let root = parseRootMap(file, in: file.textRange, limits: limits)
    guard let pairs = root.pairs else { return (report, root.diagnostics) }
    var fields = Fields(of: pairs, at: root.range, in: file)
    report.from = fields.date("from")?.value
    report.to = fields.date("to")?.value
    report.articles = fields.maps("articles") { voted(&$0) } ?? []
    report.searches = fields.maps("searches") { counted("query", &$0) } ?? []
    report.missing = fields.maps("missing") { counted("page", &$0) } ?? []
    return (report, root.diagnostics + fields.finish())
  }

  private static func voted(_ fields: inout Fields) -> Voted? {
    guard let page = fields.require(fields.line("page")?.value, "page") else { return nil }
    return Voted(
      page: page, views: number("views", &fields), helped: number("helped", &fields),
      failed: number("failed", &fields),
      reasons: fields.maps("reasons") { counted("reason", &$0) } ?? [])
  }

  private static func counted(_ key: String, _ fields: inout Fields) -> Counted? {
    guard let text = fields.require(fields.line(key)?.value, key) else { return nil }
    return Counted(text: text, count: number("count", &fields))
  }

  private static func number(_ key: String, _ fields: inout Fields) -> Int {
    fields.integer(key, in: 0...most)?.value ?? 0
  }
}

/// A report with the file that it was read from.
struct ReadersFile: Sendable {
  let source: SourceFile
  let report: ReadersReport
  let findings: [Diagnostic]

  init(_ source: SourceFile) {
    self.source = source
    (report, findings) = ReadersReport.parse(source)
  }
}
