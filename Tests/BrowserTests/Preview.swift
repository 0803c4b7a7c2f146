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
  let (program, url) = try await startPreview(of: site, port: .random(in: 20000..<30000))
  defer { program.stop() }
  try await body(url)
}

/// Starts a preview at a port, or at one behind it; it runs until it is stopped.
func startPreview(of site: URL, port: UInt16) async throws -> (ChildProgram, URL) {
  let program = try ChildProgram(
    spravka.path, ["serve", "--site", site.path, "--port", "\(port)"],
    scratch: ChildProgram.makeScratch())
  do {
    let url = try await program.wait(for: "the preview") {
      program.output.firstMatch(of: #/The preview is at (\S+)\. /#).flatMap {
        URL(string: String($0.output.1))
      }
    }
    return (program, url)
  } catch {
    program.stop()
    throw error
  }
}

/// The process of a preview that runs over a site.
func previewProcess(of site: URL) throws -> pid_t {
  let found = try FileManager.default.contentsOfDirectory(atPath: "/proc").first { name in
    let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(name)/exe")
    guard pid_t(name) != nil, program == spravka.path else { return false }
    let words = (try? Data(contentsOf: URL(filePath: "/proc/\(name)/cmdline"))) ?? Data()
    return words.firstRange(of: Data("\0\(site.path)\0".utf8)) != nil
  }
  return try #require(found.flatMap { pid_t($0) })
}

/// Asks until an answer is yes; fails when a minute passes in which it was asked often enough: on a
/// busy machine most of a minute may pass between two questions.
func waitUntil(_ what: String, _ holds: () async throws -> Bool) async throws {
  let deadline = ContinuousClock.now + .seconds(60)
  var asked = 0
  while ContinuousClock.now < deadline || asked < 100 {
    if try await holds() { return }
    asked += 1
    try await Task.sleep(for: .milliseconds(20))
  }
  throw ProgramFailure("this did not come true: \(what)")
}

/// The program that was built together with these tests: it lies beside the program of the tests.
let spravka: URL = {
  let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  return URL(filePath: tests ?? "").deletingLastPathComponent().appending(path: "spravka")
}()
