import Foundation
import SpravkaKit
import Testing

/// What tidy, a checker of HTML that knows nothing of Spravka, says about every page that the tests
/// have at hand.
struct TidyTests {
  /// What tidy warns of and is not to be mended: how the warning ends, on which page where it is
  /// about one only, and why.
  private static let excused: [(page: String, warning: String, reason: String)] = [
    (
      "", #"<a> proprietary attribute "aria-current""#,
      "it is in WAI-ARIA 1.1; Debian's tidy knows 1.0"
    ),
    (
      "", #"<img> proprietary attribute "loading""#,
      "it is in the HTML standard since 2019; Debian's tidy knows HTML 5.0"
    ),
    ("", #"<img> proprietary attribute "decoding""#, "likewise"),
    ("", #"<details> proprietary attribute "name""#, "likewise, since 2023"),
    ("", #"<nav> proprietary attribute "popover""#, "likewise, since 2023"),
    ("", #"<button> proprietary attribute "popovertarget""#, "likewise"),
    ("", #"<button> proprietary attribute "popovertargetaction""#, "likewise"),
    ("", "Warning: missing <dd>", "HTML groups <dt> and <dd> by <div> since 2016"),
    ("", "Warning: missing </div> before <dt>", "likewise"),
    ("", "Warning: inserting implicit <dl>", "likewise"),
    ("", "Warning: missing </dl> before </div>", "likewise"),
    (
      "", "nested emphasis <em>",
      "CommonMark makes it of «***», and HTML allows it"
    ),
    (
      "directive-mistakes/b/", "trimming empty <li>",
      "the snippet of the item includes itself, which is an error: it is never published"
    ),
    ("directive-mistakes/b/", "trimming empty <ul>", "likewise"),
    (
      "anchors/a/", #"<h2> anchor "login" already defined"#,
      "the article gives the anchor twice, which is an error: it is never published"
    ),
    (
      "corner-cases/a/", #"<h2> anchor "_main" already defined"#,
      "the article takes an anchor of the theme, which is an error: it is never published"
    ),
    (
      "corner-cases/a/", "trimming empty <p>",
      "a paragraph was nothing but a picture that is not there, which is an error"
    ),
    (
      "lint/pictures/", #"<img> lacks "alt" attribute"#,
      "raw HTML says nothing of what the picture shows, which is a finding"
    ),
    (
      "raw-html-is-allowed/a/", #"<img> lacks "src" attribute"#,
      "the picture that raw HTML names is not there, which is an error"
    ),
    ("no-site-yml/", "trimming empty <li>", "the site has no name, which is an error"),
    (
      "templates/", "missing </ul> before </main>",
      "the case's own template leaves the list open, to see what becomes of that"
    ),
  ]

  @Test func `the pages of the help desk are valid`() async throws {
    try await withScratch { folder in
      try await buildSite(in: checkout, to: folder.appending(path: "public"))
      let said = try await warnings(about: folder)
      #expect(said == [])
    }
  }

  @Test func `the pages of a new site are valid`() async throws {
    try await withScratch { folder in
      _ = try writeStarterSite(to: folder.path)
      try await buildSite(in: folder, to: folder.appending(path: "public"))
      let said = try await warnings(about: folder)
      #expect(said == [])
    }
  }

  @Test func `the pages of all golden cases are valid`() async throws {
    let cases = checkout.appending(path: "Tests/GoldenTests/Cases")
    let names = try FileManager.default.contentsOfDirectory(atPath: cases.path)
      .filter { !$0.hasPrefix(".") }
    #expect(names.count > 5)
    try await withScratch { folder in
      for name in names {
        try await makePages(of: cases.appending(path: name), in: folder.appending(path: name))
      }
      let said = try await warnings(about: folder)
      #expect(said == [])
    }
  }

  @Test func `the pages of long lists and of many tags are valid`() async throws {
    try await withScratch { folder in
      var files = [
        "content/site.yml": "title: Справка\nbaseURL: https://help.example\nlanguages: [ru]\n"
      ]
      for number in 0..<950 {
        files["content/ru/a/n\(number).md"] =
          "---\ntitle: Статья \(number)\ntags: [Тег \(number % 110), Общий]\n"
          + "created: 2026-01-01\nchanges: [{date: 2026-01-02, text: Правка}]\n---\n\nТекст.\n"
      }
      try folder.write(files)
      try await buildSite(in: folder, to: folder.appending(path: "public"))
      for page in [
        "a/page-10", "tags/page-2", "tags/obshchiy/page-5", "new/page-10", "changes/page-10",
      ] {
        let path = folder.appending(path: "public/\(page)/index.html").path
        #expect(FileManager.default.fileExists(atPath: path), "\(page)")
      }
      // Articles resemble each other; lists are what is looked at here.
      try FileManager.default.removeItem(at: folder.appending(path: "content"))
      for number in 1..<950 {
        try FileManager.default.removeItem(at: folder.appending(path: "public/a/n\(number)"))
      }
      let said = try await warnings(about: folder)
      #expect(said == [])
    }
  }

  @Test func `a page that is not valid is noticed`() async throws {
    try await withScratch { folder in
      try folder.write(["a/index.html": "<!doctype html><html lang=\"ru\"><title>x</title><p><div>"]
      )
      #expect(try await warnings(about: folder).isEmpty == false)
    }
  }

  /// Writes the pages of a site that may have errors, and so cannot be published.
  private func makePages(of site: URL, in folder: URL) async throws {
    let scanned = try await scan(site.path, jobs: 2)
    let options = BuildOptions(today: try #require(CalendarDate("2026-11-20")))
    let result = await build(scanned.tree, scanned: scanned.diagnostics, options)
    for output in result.outputs where output.path.hasSuffix(".html") {
      guard case .made(let make) = output.content else { continue }
      try folder.write([output.path: String(decoding: make(), as: UTF8.self)])
    }
  }

  private func warnings(about folder: URL) async throws -> [String] {
    // A folder may be called like a page: an old address may be below one.
    let pages = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".html") && isFile(folder.appending(path: $0)) }.sorted()
    #expect(!pages.isEmpty)
    let said = try await output(
      of: "tidy", ["-q", "-e", "-utf8", "--gnu-emacs", "yes"] + pages, in: folder, statuses: 0...2)
    return said.split(separator: "\n").map(String.init).filter { line in
      !Self.excused.contains { line.hasPrefix($0.page) && line.hasSuffix($0.warning) }
    }
  }
}

private func isFile(_ url: URL) -> Bool {
  (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
}
