import Foundation
import Glibc
import Testing

@testable import SpravkaKit

/// A site in a repository that a test makes, commit by commit.
struct GitFixture {
  let scratch: ScratchFolder
  /// The top of the repository.
  let top: String

  /// - Parameter name: of the folder that becomes a repository.
  init(_ scratch: ScratchFolder, _ name: String = "repo") throws {
    self.scratch = scratch
    top = scratch.at(name)
    try scratch.makeFolder(name)
    try git("init", "-q", "-b", "main")
  }

  private init(cloned scratch: ScratchFolder, at top: String) {
    self.scratch = scratch
    self.top = top
  }

  /// - Parameter date: of the author and the committer, with a zone.
  @discardableResult
  func git(_ words: String..., date: String = "2026-01-01T12:00:00+0300") throws -> String {
    try run(words, date: date)
  }

  /// Writes files, given by their paths from the top, and commits all that has changed.
  ///
  /// - Returns: the whole hash.
  @discardableResult
  func commit(_ files: [String: String] = [:], on date: String) throws -> String {
    for (path, text) in files { try scratch.write(relative(path), text) }
    let time = date.contains("T") ? date : date + "T12:00:00+0300"
    try run(["add", "-A"], date: time)
    try run(["commit", "-q", "--allow-empty", "-m", "on \(date)"], date: time)
    return try git("rev-parse", "HEAD").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  func move(_ old: String, _ new: String) throws {
    try scratch.makeFolder(relative(String(new[..<(new.lastIndex(of: "/") ?? new.startIndex)])))
    try git("mv", old, new)
  }

  /// A clone with no more than so many commits.
  func clone(to name: String, depth: Int) throws -> GitFixture {
    try git("clone", "-q", "--depth", String(depth), "file://" + top, scratch.at(name))
    return GitFixture(cloned: scratch, at: scratch.at(name))
  }

  /// What is known of the files, by their paths without `content/`: `2026-01-01 3f2a91c4`.
  func known(
    site: String = "", git: GitProgram = .ofTests, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> [String: String] {
    let history = try await history(site: site, git: git)
    #expect(history.loss == nil, sourceLocation: sourceLocation)
    var known: [String: String] = [:]
    for (path, change) in history.changes {
      let name = String(path.dropFirst("content/".count))
      switch change {
      case .known(let commit): known[name] = "\(commit.date) \(commit.revision)"
      case .beyondClone: known[name] = "beyond"
      }
    }
    return known
  }

  /// The days alone.
  func days(site: String = "") async throws -> [String: String] {
    try await known(site: site).mapValues { String($0.prefix(10)) }
  }

  func history(site: String = "", git: GitProgram = .ofTests) async throws -> History {
    try await scan(site.isEmpty ? top : top + "/" + site, jobs: 2, git: git).tree.history
  }

  private func relative(_ path: String) -> String {
    String((top + "/" + path).dropFirst(scratch.path.count + 1))
  }

  @discardableResult
  private func run(_ words: [String], date: String) throws -> String {
    let program = Process()
    program.executableURL = URL(filePath: "/usr/bin/env")
    program.arguments = ["git", "-C", top] + words
    program.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
      "GIT_ALLOW_PROTOCOL": "file",
      "GIT_AUTHOR_NAME": "Н. Серова", "GIT_AUTHOR_EMAIL": "serova@help.example",
      "GIT_COMMITTER_NAME": "Н. Серова", "GIT_COMMITTER_EMAIL": "serova@help.example",
      "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date,
    ]
    let (output, errors) = (Pipe(), Pipe())
    program.standardOutput = output
    program.standardError = errors
    program.standardInput = FileHandle.nullDevice
    try program.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    program.waitUntilExit()
    guard program.terminationStatus == 0 else {
      throw GitFailure(words: words, complaint: String(decoding: complaint, as: UTF8.self))
    }
    return String(decoding: said, as: UTF8.self)
  }
}

struct GitFailure: Error {
  let words: [String]
  let complaint: String
}

extension GitProgram {
  /// The git of this machine, without its configuration.
  static let ofTests = GitProgram(
    searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    inherited: ["GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null"])
}
