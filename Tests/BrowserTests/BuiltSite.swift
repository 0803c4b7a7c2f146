import Foundation
import SpravkaKit

// Sites built by the kit as the command builds them, in folders that a web server, a browser or a
// checker can be pointed at.

/// The folder of the project, whose `content/` is the help desk.
let checkout = URL(filePath: #filePath).appending(path: "../../..").standardized

/// Builds the site in a folder and publishes it.
///
/// - Throws: also when the site has errors; the message is the whole report.
@discardableResult
func buildSite(in folder: URL, to output: URL) async throws -> (result: BuildResult, json: Data) {
  let scanned = try await scan(folder.path, jobs: 2)
  guard let today = CalendarDate("2026-11-20") else { throw ProgramFailure("no such day") }
  var options = BuildOptions(today: today)
  options.jobs = 2
  let result = await build(scanned.tree, scanned: scanned.diagnostics, options)
  let file = { scanned.tree.file(at: $0) }
  guard !result.hasErrors else {
    let report = TextReport(file: file).render(result.diagnostics.filter { $0.level == .error })
    throw ProgramFailure(String(decoding: report, as: UTF8.self))
  }
  let inputs = await InputDigest(of: scanned.tree, version: "test", options: [], jobs: 2)
  let target = EmitTarget(
    site: folder.path, output: output.path, inputs: inputs, warnings: 0, jobs: 2)
  _ = try await emit(result.outputs, to: target)
  return (result, Data(JSONReport(file: file).render(result.diagnostics)))
}

/// Gives `body` a folder that goes with the test.
func withScratch<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
  let folder = try ChildProgram.makeScratch()
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder)
}

extension URL {
  /// Writes files below the folder, by their paths.
  func write(_ files: [String: String]) throws {
    for (path, text) in files {
      let file = appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }
}

/// Runs a program to its end, away from Swift's few threads, and gives what it prints.
///
/// - Throws: when it ends with another status than those allowed; the message has what it said.
func output(
  of name: String, _ arguments: [String], in folder: URL, statuses: ClosedRange<Int32> = 0...0
) async throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: try ChildProgram.path(of: name))
  process.arguments = arguments
  process.currentDirectoryURL = folder
  process.environment = ProcessInfo.processInfo.environment.merging(
    ["TMPDIR": folder.path, "PYTHONDONTWRITEBYTECODE": "1"]
  ) { _, ours in ours }
  // Into a file, since a pipe that nobody reads stops the program.
  let log = folder.appending(path: "output-\(UUID().uuidString)")
  try Data().write(to: log)
  defer { try? FileManager.default.removeItem(at: log) }
  let handle = try FileHandle(forWritingTo: log)
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = handle
  process.standardError = handle
  let status = try await withCheckedThrowingContinuation { continuation in
    process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
    do {
      try process.run()
    } catch {
      process.terminationHandler = nil
      continuation.resume(throwing: error)
    }
  }
  try handle.close()
  let text = String(decoding: try Data(contentsOf: log), as: UTF8.self)
  guard statuses.contains(status) else {
    throw ProgramFailure("\(name) ended with \(status): \(text)")
  }
  return text
}
