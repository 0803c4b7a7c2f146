import Foundation
import Testing

// A preview of a small site, asked without a browser.

struct SmallPreview: Sendable {
  let site: URL
  let port: UInt16
  let news: EventStream

  func page(_ path: String) async throws -> String {
    String(decoding: try await request("GET", path, port: port).body, as: UTF8.self)
  }

  func status(_ path: String) async throws -> Int {
    try await request("GET", path, port: port).status
  }

  func wait(for path: String, _ text: String) async throws {
    try await wait(until: "\(path) says «\(text)»") { try await page(path).contains(text) }
  }

  func wait(for path: String, status: Int) async throws {
    try await wait(until: "\(path) is \(status)") { try await self.status(path) == status }
  }

  func wait(until what: String, _ holds: () async throws -> Bool) async throws {
    try await waitUntil(what, holds)
  }

  /// The last that browsers were told of.
  func version() async throws -> Int { try #require(news.versions.last) }

  /// The version when nothing more follows: longer than a preview waits for more.
  func quietVersion() async throws -> Int {
    var (last, since) = (news.versions.last, ContinuousClock.now)
    while last == nil || ContinuousClock.now - since < .milliseconds(1500) {
      try await Task.sleep(for: .milliseconds(20))
      if news.versions.last != last { (last, since) = (news.versions.last, .now) }
    }
    return try #require(last)
  }

  func say(_ path: String, _ old: String, _ new: String) throws {
    let file = site.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: file)
  }

  func move(_ from: String, _ to: String) throws {
    try FileManager.default.moveItem(at: site.appending(path: from), to: site.appending(path: to))
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: site.appending(path: path))
  }
}

/// Gives `body` a preview of three pages and a file, followed by its stream of news.
func withSmallSite(
  adding more: [String: String] = [:], _ body: (SmallPreview) async throws -> Void
) async throws {
  try await withScratch { site in
    try site.write(smallSite.merging(more) { _, more in more })
    try await withPreview(of: site) { url in
      let port = try #require(url.port.flatMap(UInt16.init(exactly:)))
      let preview = SmallPreview(site: site, port: port, news: try EventStream(port: port))
      try await preview.wait(until: "the stream begins") { !preview.news.versions.isEmpty }
      try await body(preview)
    }
  }
}

/// A preview of three pages and a file, with its port.
func withSmallPreview(
  adding more: [String: String] = [:],
  _ body: (_ url: URL, _ port: UInt16) async throws -> Void
) async throws {
  try await withScratch { site in
    try site.write(smallSite.merging(more) { _, more in more })
    try await withPreview(of: site) { url in
      try await body(url, try #require(url.port.flatMap(UInt16.init(exactly:))))
    }
  }
}

/// By path, the files of the site.
let smallSite = [
  "content/site.yml": "title: Справка\nbaseURL: https://help.example\nlanguages: [ru]\n",
  "content/ru/_index.md": "---\ntitle: Тайна\n---\n",
  "content/ru/a/_index.md": "---\ntitle: Раздел\n---\n",
  "content/ru/a/one.md": "---\ntitle: Первая\n---\n\n## Коротко\n\nТекст первой.\n",
  "content/_static/note.txt": "note of the site",
]
