import Testing

@testable import SpravkaKit

/// A site of a few files, built: all that it publishes, by path, and what was found.
struct PublishedSite {
  let files: [String: String]
  let outputs: [Output]
  private let diagnostics: [Diagnostic]
  private let tree: SourceTree

  /// - Parameters:
  ///   - files: texts by paths below `content/`: Markdown, and what is published as it is.
  ///   - settings: lines of site.yml besides those that it must have.
  ///   - old: the site that readers know.
  init(
    _ files: [String: String], _ settings: String = "", after old: PublishedSite? = nil
  ) async throws {
    let address = settings.contains("baseURL") ? "" : "baseURL: https://help.example/help\n"
    let required = "title: Справка\nlanguages: [ru, en]\n" + address
    tree = SourceTree(
      configuration: SourceFile("content/site.yml", required + settings),
      markdown: files.filter { $0.key.hasSuffix(".md") }
        .map { SourceFile("content/" + $0, $1) }.sorted { pathPrecedes($0.path, $1.path) },
      others: files.keys.filter { !$0.hasSuffix(".md") }.map { "content/" + $0 }
        .sorted(by: pathPrecedes))
    var options = BuildOptions(today: try #require(CalendarDate("2026-11-20")))
    options.published = try old.map { try SiteManifest(reading: Array($0.manifest.utf8)) }
    let result = await build(tree, options)
    outputs = result.outputs
    diagnostics = result.diagnostics.filter { $0.id != .missingCategoryPage }
    var texts: [String: String] = [:]
    for output in result.outputs {
      switch output.content {
      case .made(let make): texts[output.path] = String(decoding: make(), as: UTF8.self)
      case .bytes(let bytes): texts[output.path] = String(decoding: bytes, as: UTF8.self)
      case .copy: texts[output.path] = ""
      }
    }
    self.files = texts
  }

  var manifest: String { files["manifest.json"] ?? "" }

  /// The findings, as people read them.
  var report: String {
    String(decoding: TextReport(file: tree.file(at:)).render(diagnostics), as: UTF8.self)
  }

  /// The findings that a mere check comes to, which must be the same.
  func checked() async throws -> String {
    let result = await check(tree, BuildOptions(today: try #require(CalendarDate("2026-11-20"))))
    let shown = result.diagnostics.filter { $0.id != .missingCategoryPage }
    return String(decoding: TextReport(file: tree.file(at:)).render(shown), as: UTF8.self)
  }
}
