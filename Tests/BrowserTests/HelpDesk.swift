import Foundation
import SpravkaKit
import Testing

// The project's own help desk, built by the kit and served by nginx at the top of a host or below a
// path of it.

struct HelpDesk: Sendable {
  let server: Server
  /// Where nginx serves it, with a slash at the end.
  var url: URL { server.url }
  /// What `baseURL` of its site.yml says, without a slash at the end.
  let baseURL: String
  /// The folder that was built.
  let folder: URL
  /// The addresses of all pages but those for what is missing and those that lead on at once, below
  /// `url`, sorted.
  let pages: [String]

  static let basePaths = ["/", "/help/"]

  func address(_ page: String) throws -> URL {
    try #require(URL(string: url.absoluteString + page))
  }
}

/// Builds the help desk for a base path and gives `body` the served site and a browser.
///
/// - Parameters:
///   - more: further files of the site, by their paths.
///   - configuration: further lines for nginx.
func withHelpDesk(
  at basePath: String = "/", adding more: [String: String] = [:], configuration: String = "",
  _ body: (HelpDesk, Browser) async throws -> Void
) async throws {
  try await withScratch { site in
    let output = site.appending(path: "public")
    let baseURL = "https://help.example" + basePath.dropLast()
    try copyHelpDesk(to: site, baseURL: baseURL)
    try site.write(more)
    let result = try await buildSite(in: site, to: output).result
    #expect(result.diagnostics.map(\.message) == [], "the help desk has no findings")
    let leadingOn = try redirects(of: output)
    let pages = result.outputs.map(\.path)
      .filter { $0 == "index.html" || $0.hasSuffix("/index.html") }
      .map { String($0.dropLast("index.html".count)) }
      .filter { !leadingOn.contains($0) }
    try await withServer(at: output, basePath: basePath, configuration: configuration) { server in
      let desk = HelpDesk(server: server, baseURL: baseURL, folder: output, pages: pages)
      try await withBrowser { browser in try await body(desk, browser) }
    }
  }
}

/// `/open/<id>/` and old addresses, as the manifest of a built site says.
private func redirects(of output: URL) throws -> Set<String> {
  struct Manifest: Decodable { let redirects: [String: String] }
  let file = try Data(contentsOf: output.appending(path: "manifest.json"))
  return Set(try JSONDecoder().decode(Manifest.self, from: file).redirects.keys)
}

func copyHelpDesk(to site: URL, baseURL: String) throws {
  let content = site.appending(path: "content")
  try FileManager.default.copyItem(at: checkout.appending(path: "content"), to: content)
  let file = content.appending(path: "site.yml")
  let settings = try String(contentsOf: file, encoding: .utf8)
  let moved = settings.replacing(/(?m)^baseURL: .*$/, with: "baseURL: \(baseURL)")
  try moved.write(to: file, atomically: true, encoding: .utf8)
}

/// A GET request, redirects not followed.
func get(_ url: URL) async throws -> (status: Int, body: Data) {
  guard let port = url.port.flatMap(UInt16.init(exactly:)) else {
    throw ProgramFailure("not served here: \(url)")
  }
  let path =
    url.path(percentEncoded: true) + (url.query(percentEncoded: true).map { "?" + $0 } ?? "")
  return try await request("GET", path, port: port)
}
