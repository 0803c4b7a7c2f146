import Foundation
import Testing

/// What nginx says beside the content: policy, times to keep, types, compression, parts.
struct NginxHeaderTests {
  private static let year = "public, max-age=31536000, immutable"

  private func files(_ folder: URL, _ suffix: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(suffix) }.sorted()
  }

  @Test(arguments: NginxDesk.bases)
  func `every answer has the policy of the page, once`(base: String) async throws {
    try await withNginxDesk(at: base) { nginx in
      let page = try await nginx.get("a/x/")
      let meta = try #require(
        page.text.firstMatch(of: /http-equiv="Content-Security-Policy" content="([^"]*)"/)
      ).output.1.replacing("&#39;", with: "'")
      let asset = try files(nginx.folder, ".css").first ?? ""
      let feed = "new/feed.xml"
      for path in [
        "", "a/x/", "en/a/x/", "a/x/index.md", "en/a/x/index.md", asset, feed, "search/api.js",
        "search/ru.json", "a/p.svg", "manifest.json", "old/page", "no", "en/no", "site.webmanifest",
      ] {
        let headers = try await nginx.get(path).headers
        #expect(headers["content-security-policy"] == meta + "; frame-ancestors 'self'", "\(path)")
        #expect(headers["x-content-type-options"] == "nosniff", "\(path)")
        #expect(headers["referrer-policy"] == "strict-origin-when-cross-origin", "\(path)")
      }
    }
  }

  @Test(arguments: NginxDesk.bases)
  func `what has its content in its name is kept for a year, the rest is asked for`(
    base: String
  ) async throws {
    try await withNginxDesk(at: base) { nginx in
      let kept = try files(nginx.folder, "").filter {
        $0.hasPrefix("assets/") || $0.hasPrefix("search/ru/") || $0.hasPrefix("search/en/")
          || $0.hasPrefix("search/readings.")
      }
      #expect(kept.count > 10)
      #expect(kept.contains { $0.hasPrefix("search/readings.") })
      for path in kept {
        #expect(try await nginx.get(path).headers["cache-control"] == Self.year, "\(path)")
      }
      for path in [
        "", "a/x/", "en/a/x/", "a/x/index.md", "a/p.svg", "new/feed.xml", "search/",
        "search/api.js", "search/ru.json", "search/en.json", "nav.json", "manifest.json",
        "old/page", "open/9/",
      ] {
        #expect(try await nginx.get(path).headers["cache-control"] == "no-cache", "\(path)")
      }
      for path in ["no", "assets/no.css", "search/ru/no.bin"] {
        #expect(try await nginx.get(path).headers["cache-control"] == nil, "\(path)")
      }
    }
  }

  @Test(arguments: NginxDesk.bases)
  func `what has not changed is answered by 304`(base: String) async throws {
    try await withNginxDesk(at: base) { nginx in
      let asset = try files(nginx.folder, ".js").first ?? ""
      for path in ["", "a/x/", "search/ru.json", "a/p.svg", asset] {
        let headers = try await nginx.get(path).headers
        let tag = try #require(headers["etag"])
        let day = try #require(headers["last-modified"])
        for condition in ["If-None-Match: \(tag)", "If-Modified-Since: \(day)"] {
          let answer = try await nginx.get(path, [condition])
          #expect(answer.status == 304, "\(path)")
          #expect(answer.body.isEmpty)
          let control = answer.headers["cache-control"]
          #expect(control == (path == asset ? Self.year : "no-cache"), "\(path)")
        }
        #expect(try await nginx.get(path, ["If-None-Match: \"x\""]).status == 200)
      }
    }
  }

  @Test(arguments: NginxDesk.bases)
  func `types are those of the files`(base: String) async throws {
    try await withNginxDesk(at: base) { nginx in
      let css = try files(nginx.folder, ".css").first ?? ""
      let types = [
        "a/x/": "text/html; charset=utf-8", css: "text/css; charset=utf-8",
        "search/api.js": "application/javascript", "nav.json": "application/json; charset=utf-8",
        "a/p.svg": "image/svg+xml", "sitemap.xml": "text/xml; charset=utf-8",
        "new/feed.xml": "application/atom+xml", "en/new/feed.xml": "application/atom+xml",
        "a/x/index.md": "text/markdown; charset=utf-8", "llms.txt": "text/plain; charset=utf-8",
        "site.webmanifest": "application/manifest+json", "a/v.mp4": "video/mp4",
      ]
      for (path, type) in types {
        #expect(try await nginx.get(path).headers["content-type"] == type, "\(path)")
      }
      #expect(try await nginx.get("a/x/index.md").headers["x-robots-tag"] == "noindex")
    }
  }

  @Test(arguments: NginxDesk.bases)
  func `texts are compressed, films come in parts`(base: String) async throws {
    try await withNginxDesk(at: base) { nginx in
      let gzip = ["Accept-Encoding: gzip"]
      let css = try files(nginx.folder, ".css").first ?? ""
      for path in [
        "a/x/", css, "search/api.js", "search/ru.json", "manifest.json", "a/x/index.md",
        "new/feed.xml", "sitemap.xml", "llms.txt",
      ] {
        let answer = try await nginx.get(path, gzip)
        #expect(answer.headers["content-encoding"] == "gzip", "\(path)")
        #expect(answer.headers["vary"] == "Accept-Encoding", "\(path)")
      }
      for path in ["a/v.mp4"] + (try files(nginx.folder, ".bin")).prefix(1) {
        #expect(try await nginx.get(path, gzip).headers["content-encoding"] == nil, "\(path)")
      }
      let part = try await nginx.get("a/v.mp4", ["Range: bytes=13-17"])
      #expect(part.status == 206)
      #expect(part.text == "34567")
      #expect(part.headers["content-range"] == "bytes 13-17/10000")
      #expect(try await nginx.get("a/v.mp4", ["Range: bytes=20000-"]).status == 416)
    }
  }
}
