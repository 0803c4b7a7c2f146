import Foundation
import SpravkaKit
import Testing

// Strings that have broken other programs, as bodies, titles, front matter, links, names of files
// and words of the theme. Nothing crashes; what is not refused is published, and its pages hold no
// element and no attribute that a harmless site's pages have not.

@Suite(.enabled(if: Payloads.areHere, "the published payloads are not here: set SPRAVKA_SHARED"))
struct HostileInputTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func `payloads as bodies of articles`() throws {
    try sweep((Payloads.html(each: 1) + Payloads.strings).map { article("Статья", $0) })
  }

  @Test func `payloads inside of Markdown`() throws {
    let bodies = Payloads.html(each: 3).enumerated().map { index, text in
      switch index % 6 {
      case 0: "## \(text)\n\n## Коротко\n\n- \(text)"
      case 1: "```\(text)\n\(text)\n```"
      case 2: "[\(text)](../_index.md \"\(text)\") и ![\(text)](https://example.com/a.png)"
      case 3: "[текст](<\(text)>) и [ещё](https://example.com/\(text))"
      case 4: "> - `\(text)`\n>   *\(text)*\n\n    \(text)"
      default: "[\(text)]\n\n[\(text)]: https://example.com/ '\(text)'"
      }
    }
    try sweep(bodies.map { article("Статья", $0) })
  }

  @Test func `payloads as titles, descriptions and names`() throws {
    let texts = Payloads.strings + Payloads.html(each: 6)
    let articles = texts.map { text in
      let quoted = Payloads.inYAML(text)
      return "---\ntitle: \(quoted)\ndescription: \(quoted)\nauthor: \(quoted)\n"
        + "tags: [\(quoted)]\nkeywords: [\(quoted)]\n---\n\nТекст.\n"
    }
    try sweep(articles)
    // Typography changes what is shown, so every character is looked at without.
    let pages = try sweep(articles, isTypeset: false)
    for (index, page) in pages {
      // By scalars: a mark may join what stands before it, be it the end of a tag.
      let heading = /(?s)<h1>(.*?)<\/h1>/.matchingSemantics(.unicodeScalar)
      let shown = page.firstMatch(of: heading).map { String($0.1) } ?? ""
      #expect(words(decodingReferences(shown)) == words(texts[index]), "article \(index)")
    }
  }

  @Test func `payloads as front matter that nobody has put in quotes`() throws {
    let texts = Payloads.strings + Payloads.html(each: 12)
    let articles = texts.enumerated().map { index, text in
      switch index % 4 {
      case 0: "---\ntitle: \(text)\n---\n\nТекст.\n"
      case 1: "---\ntitle: Т\n\(text): \(text)\n---\n\nТекст.\n"
      case 2: "---\n\(text)\n---\n\nТекст.\n"
      default: "---\ntitle: Т\naliases: [\(text)]\nid: \(text)\nupdated: \(text)\n---\n\nТекст.\n"
      }
    }
    try sweep(articles, atLeast: 0.1)
  }

  @Test func `hostile paths as links, pictures and aliases`() throws {
    let articles = Payloads.paths(each: 3).enumerated().map { index, path in
      index % 2 == 0
        ? article("Статья", "[текст](<\(path)>) ![](<\(path)>) [](\(path))")
        : "---\ntitle: Т\naliases: [\(Payloads.inYAML(path))]\n---\n\nТекст.\n"
    }
    try sweep(articles, atLeast: 0)
  }

  @Test func `payloads as names of files and folders`() throws {
    let names = (Payloads.strings + Payloads.html(each: 3)).filter { name in
      !name.isEmpty && name.utf8.count < 200 && !name.contains("/") && !name.hasPrefix(".")
        && !name.hasPrefix("_") && !name.hasSuffix("~")
        && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    var site = Self.frame
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where seen.insert(name.lowercased()).inserted {
      let folder = "content/ru/g\(index / 20)"
      site[index % 3 == 0 ? "\(folder)/\(name)/_index.md" : "\(folder)/\(name).md"] =
        article("Статья", "Текст.")
    }
    let pages = try publish(site)
    #expect(pages.count > 200)
  }

  @Test func `payloads as words of the theme and of site.yml`() throws {
    let texts = Payloads.html(each: 1).filter { !$0.contains("{") }
    let keys = [
      "all-articles", "breadcrumbs", "contents", "copy", "home-question", "language-name",
      "not-found", "not-found-advice", "recommended", "sections", "sidebar-title",
      "skip-to-content", "to-home",
      "updated",
    ]
    for round in stride(from: 0, to: texts.count - keys.count - 2, by: 197) {
      var site = SampleSite.small
      let words = keys.enumerated().map { "\($1): \(Payloads.inYAML(texts[round + $0]))\n" }
      site["templates/strings/ru.yml"] = words.joined()
      let title = Payloads.inYAML(texts[round + keys.count])
      site["content/site.yml"] = "title: \(title)\nbaseURL: https://help.example\n"
      try publish(site)
    }
  }

  /// A site without findings, which has all kinds of elements.
  private static let frame: SampleSite = {
    var site = SampleSite.small
    site["content/site.yml"] = settings
    return site
  }()

  private static let settings = """
    title: Справка
    baseURL: https://help.example
    levels: {missing-category-page: off, raw-html: off, awkward-url: off, external-image: off}

    """

  private func words(_ text: String) -> [[UInt32]] {
    text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { $0.map(\.value) }
  }

  private func article(_ title: String, _ body: String) -> String {
    SampleSite.page(title, body)
  }

  /// Puts each text into an article, drops those in which `check` finds errors, publishes the rest.
  ///
  /// - Parameters:
  ///   - share: how many must be left, of 1.
  ///   - isTypeset: whether the site wants typography.
  /// - Returns: the pages of those that were published, with their places among the texts.
  @discardableResult
  private func sweep(
    _ articles: [String], atLeast share: Double = 0.5, isTypeset: Bool = true
  ) throws -> [(Int, String)] {
    var site = Self.frame
    if !isTypeset {
      site["content/site.yml"] = Self.settings + "markdown: {typography: false}\n"
    }
    let path = { "g\($0 / 400)/h\($0 / 20)/p\($0)" }
    for (index, text) in articles.enumerated() { site["content/ru/\(path(index)).md"] = text }
    let pages = try publish(site)
    let kept = articles.indices.compactMap { index in
      pages[path(index) + "/index.html"].map { (index, $0) }
    }
    #expect(Double(kept.count) >= share * Double(articles.count))
    return kept
  }

  /// Publishes what has no error; reads all pages.
  @discardableResult
  private func publish(_ site: SampleSite) throws -> [String: String] {
    let folder = "site-\(UUID())"
    try site.write(to: scratch, at: folder)
    let checked = try scratch.spravka("check", "--site", folder, "--format", "json")
    #expect(checked.code == 0 || checked.code == 1, "\(checked)")
    let findings =
      try JSONSerialization.jsonObject(with: checked.output) as? [[String: Any]] ?? []
    var refused: Set<String> = []
    for finding in findings {
      let id = try #require(finding["id"] as? String)
      #expect(DiagnosticID(rawValue: id) != nil)
      if finding["severity"] as? String == "error", let file = finding["file"] as? String {
        refused.insert(file)
      }
    }
    #expect(refused.isEmpty == (checked.code == 0))
    for file in refused { try scratch.remove(folder + "/" + file) }
    let built = try scratch.spravka("build", "--site", folder)
    #expect(built.code == 0, "\(built.error.suffix(2000))")
    return try read(folder + "/public")
  }

  private func read(_ folder: String) throws -> [String: String] {
    let harmless = try HarmlessPages()
    var pages: [String: String] = [:]
    var faults: [String] = []
    for (path, thing) in try FolderSnapshot(scratch.at(folder)).things {
      guard case .file(_, let bytes) = thing, path.hasSuffix(".html") else { continue }
      faults += harmless.faults(of: PageReading(Array(bytes))).map { "\(path): \($0)" }
      pages[path] = String(decoding: bytes, as: UTF8.self)
    }
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(5).joined(separator: "\n"))")
    return pages
  }
}
