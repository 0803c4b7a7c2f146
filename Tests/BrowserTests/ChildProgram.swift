import Foundation
import Glibc

// A program that lives no longer than its test, however the test ends: a shell between the two holds
// the program in a process group of its own and waits for the end of a pipe. The pipe ends when the
// test stops the program and when the test run is killed; then the whole group (a browser is a dozen
// processes) is killed and the scratch folder removed.

/// A running program with a scratch folder, which is its home and goes with it.
struct ChildProgram: Sendable {
  let scratch: URL
  private let process: Process
  private let lifeline: FileHandle

  /// Starts a program found by name; what it prints goes to `output.log` in the scratch folder.
  init(_ name: String, _ arguments: [String], scratch: URL) throws {
    self.scratch = scratch
    let pipe = Pipe()
    let log = scratch.appending(path: "output.log")
    try Data().write(to: log)
    let output = try FileHandle(forWritingTo: log)
    process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", Self.keeper, scratch.path, try Self.path(of: name)] + arguments
    process.currentDirectoryURL = scratch
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["HOME": scratch.path, "TMPDIR": scratch.path, "BASH_ENV": ""]
    ) { _, ours in ours }
    process.standardInput = pipe
    process.standardOutput = output
    process.standardError = output
    lifeline = pipe.fileHandleForWriting
    try process.run()
    try pipe.fileHandleForReading.close()
    try output.close()
  }

  /// Says when the program has ended by itself, and clears up when the pipe ends.
  private static let keeper = """
    trap '' INT TERM HUP
    set -m
    { "$@"; echo $? > ended; } </dev/null & program=$!
    cat >/dev/null
    kill -KILL -- -$program 2>/dev/null
    wait
    cd / && rm -rf -- "$0"
    """

  /// A new empty folder; its path is short, since browsers put sockets there.
  static func makeScratch() throws -> URL {
    let name = "spravka-" + UUID().uuidString.prefix(8).lowercased()
    let folder = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Where a program is, by its name or its path.
  static func path(of name: String) throws -> String {
    if name.hasPrefix("/") { return name }
    // Debian keeps servers out of the PATH of ordinary users.
    let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"] + ":/usr/sbin"
    for folder in path.split(separator: ":") {
      let file = "\(folder)/\(name)"
      if FileManager.default.isExecutableFile(atPath: file) { return file }
    }
    throw ProgramFailure("\(name) is not there: run make test, which installs them")
  }
}

extension ChildProgram {
  /// What the program has printed so far.
  var output: String { text(of: "output.log") }

  /// A file of the scratch folder, empty when there is none.
  func text(of file: String) -> String {
    (try? String(contentsOf: scratch.appending(path: file), encoding: .utf8)) ?? ""
  }

  /// Asks until there is an answer; fails when the program ends before or two minutes pass.
  ///
  /// It asks away from Swift's few threads, since other tests may hold them all for longer than any
  /// program needs to start.
  func wait<Answer: Sendable>(
    for what: String, _ ask: @escaping @Sendable () -> Answer?
  ) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try waitHere(for: what, ask) })
      }
    }
  }

  private func waitHere<Answer>(for what: String, _ ask: () -> Answer?) throws -> Answer {
    let deadline = ContinuousClock.now + .seconds(120)
    while ContinuousClock.now < deadline {
      if let answer = ask() { return answer }
      guard text(of: "ended").isEmpty else { break }
      usleep(10_000)
    }
    throw ProgramFailure("no \(what): \(output)")
  }

  /// Ends the program and everything that it has started, and waits for that.
  func stop() {
    try? lifeline.close()
    process.waitUntilExit()
  }
}

/// Why a program of the tests could not do its work.
struct ProgramFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
