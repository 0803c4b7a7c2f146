import Testing

@testable import SpravkaKit

/// A site of a few files, resolved: what tests of Resolve look at.
struct SmallSite {
  let site: Site
  let findings: [String]

  /// - Parameters:
  ///   - files: Markdown by paths below `content/`, and `site.yml`.
  ///   - others: paths of what is copied, from the site's root.
  init(
    _ files: [String: String], others: [String] = [], configuration: String = "", jobs: Int = 2
  ) async throws {
    let settings = "title: Справка\nbaseURL: https://help.example\nlanguages: [ru, en]\n"
    let markdown = files.sorted { $0.key < $1.key }.map {
      SourceFile(path: "content/" + $0.key, bytes: Array($0.value.utf8))
    }
    let (configuration, mistakes) = Configuration.parse(
      SourceFile(path: "content/site.yml", bytes: Array((settings + configuration).utf8)))
    try #require(mistakes.isEmpty)
    let articles = markdown.map { parseArticle($0, in: Surroundings()).article }
    let today = try #require(CalendarDate("2026-11-20"))
    let resolved = await resolve(
      articles, others: others, pictures: [], unread: [], configuration,
      Publication(includesDrafts: false, today: today), jobs: jobs)
    site = resolved.site
    findings = resolved.diagnostics.sorted(by: Diagnostic.precedes)
      .filter { $0.id != .missingCategoryPage }
      .map { "\($0.file): \($0.message) [\($0.id.rawValue)]" }
  }

  /// URLs of the pages that an article, by its URL, recommends.
  func recommended(at url: String) -> [String] {
    guard let source = site.pages.first(where: { $0.url == url })?.source else { return ["?"] }
    return site.recommended[source].map { site[$0].url }
  }

  func backlinks(at url: String) -> [String] {
    guard let index = site.pages.firstIndex(where: { $0.url == url }) else { return ["?"] }
    return site.backlinks[index].map { site[$0].url }
  }
}

/// An article: its front matter, a line, then its text.
func markdown(_ front: String, _ text: String = "") -> String {
  "---\n\(front)\n---\n\n\(text)\n"
}
