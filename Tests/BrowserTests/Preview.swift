import Foundation
import Testing

// `spravka serve` over a copy of the help desk.

struct RunningPreview: Sendable {
  /// With a slash at the end.
  let url: URL
  let site: URL

  func address(_ page: String) throws -> URL {
    try #require(URL(string: url.absoluteString + page))
  }

  /// Replaces text of a file below the site's folder.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let file = site.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old), "\(path) says nothing of «\(old)»")
    try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: file)
  }
}

/// Gives `body` a preview of the help desk and a browser.
func withPreview(
  adding more: [String: String] = [:], _ body: (RunningPreview, Browser) async throws -> Void
) async throws {
  try await withScratch { site in
    try copyHelpDesk(to: site, baseURL: "https://help.example")
    try site.write(more)
    try await withPreview(of: site) { url in
      try await withBrowser { browser in
        try await body(RunningPreview(url: url, site: site), browser)
      }
    }
  }
}

/// Runs a preview of a site while `body` works, and gives it the address.
func withPreview(of site: URL, _ body: (URL) async throws -> Void) async throws {
  let port = "\(UInt16.random(in: 20000..<60000))"
  let program = try ChildProgram(
    spravka.path, ["serve", "--site", site.path, "--port", port],
    scratch: ChildProgram.makeScratch())
  defer { program.stop() }
  let url = try await program.wait(for: "the preview") {
    program.output.firstMatch(of: #/The preview is at (\S+)\. /#).flatMap {
      URL(string: String($0.output.1))
    }
  }
  try await body(url)
}

/// The program that was built together with these tests: it lies beside the program of the tests.
private let spravka: URL = {
  let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  return URL(filePath: tests ?? "").deletingLastPathComponent().appending(path: "spravka")
}()
