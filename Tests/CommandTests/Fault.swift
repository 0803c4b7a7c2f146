import Foundation
import Testing

// A failure of the system on order: strace lets one call of the program fail, or kills the program
// at it, the n-th time that the call concerns given paths.

struct Fault: Sendable {
  /// The call's name: `write`, `openat`.
  let call: String
  let effect: Effect
  /// From 1; for each thread, so the first one that comes to it is hit.
  let time: Int

  enum Effect: Sendable, Equatable {
    /// The name of an error: `ENOSPC`.
    case error(String)
    case kill
  }

  /// Whether strace is here and may trace.
  static let isPossible: Bool = {
    let words = ["strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "true"]
    return (try? Program(words: words, folder: "/").run().code) == 0
  }()
}

extension Trait where Self == ConditionTrait {
  static var needsFaults: Self {
    .enabled(if: Fault.isPossible, "strace is not here, or may not trace programs")
  }
}

/// Runs builds under strace, watching what they do to one output folder.
struct FaultyMachine {
  let scratch: ScratchFolder
  /// All paths that count; strace compares them whole.
  let watched: [String]

  /// - Parameters:
  ///   - output: the output folder, from the scratch folder.
  ///   - paths: what the old or the new site holds, from the output folder.
  init(_ scratch: ScratchFolder, output: String, paths: [String]) {
    self.scratch = scratch
    let (above, name) = (
      output.split(separator: "/").dropLast().joined(separator: "/"),
      output.split(separator: "/").last ?? ""
    )
    let folders = [output, "\(above)/.\(name).spravka-new", "\(output)/.spravka-new"]
    let below = paths.filter { $0 != "." }
    watched = ([above] + folders + folders.flatMap { folder in below.map { "\(folder)/\($0)" } })
      .map(scratch.at)
  }

  /// Runs the program with a fault.
  ///
  /// - Returns: how it ended, and whether the fault befell it.
  func run(_ program: Program, with fault: Fault) throws -> (ended: Ended, isHit: Bool) {
    var words = ["-e", "trace=\(fault.call)", "-e"]
    switch fault.effect {
    case .error(let name):
      words += ["inject=\(fault.call):error=\(name):when=\(fault.time)", "--seccomp-bpf"]
    // With --seccomp-bpf strace delivers no signal.
    case .kill: words += ["inject=\(fault.call):signal=KILL:when=\(fault.time)"]
    }
    let (ended, log) = try trace(program, words)
    return (ended, log.contains("(INJECTED)") || ended.signal == SIGKILL)
  }

  /// How often a program makes a call that concerns the paths.
  func count(_ call: String, of program: Program) throws -> Int {
    try lines(of: call, in: program).count
  }

  /// At which of its times, from 1, a call that concerns the paths changes something.
  ///
  /// `openat` does not when it opens what is there. Times are those of the thread that makes most
  /// calls.
  func times(of call: String, writingIn program: Program) throws -> [Int] {
    let threads = Dictionary(grouping: try lines(of: call, in: program)) { $0.prefix { $0 != " " } }
    let lines = threads.values.max { $0.count < $1.count } ?? []
    return lines.indices.filter { call != "openat" || lines[$0].contains("O_CREAT") }.map { $0 + 1 }
  }

  private func lines(of call: String, in program: Program) throws -> [Substring] {
    let (_, log) = try trace(program, ["-e", "trace=\(call)", "--seccomp-bpf"])
    return log.split(separator: "\n").filter { $0.contains(" \(call)(") }
  }

  /// The names of all calls that concern the paths.
  func calls(of program: Program) throws -> Set<String> {
    let (_, log) = try trace(program, [])
    let names = log.split(separator: "\n").compactMap { $0.firstMatch(of: /^\d+ +([a-z0-9_]+)\(/) }
    return Set(names.map { String($0.1) })
  }

  private func trace(_ program: Program, _ words: [String]) throws -> (Ended, log: String) {
    let log = scratch.at("strace-\(UUID())")
    var program = program
    program.words =
      ["strace", "-f", "-q", "-o", log] + watched.flatMap { ["-P", $0] } + words
      + program.words
    let ended = try program.run()
    defer { try? FileManager.default.removeItem(atPath: log) }
    return (ended, try String(contentsOfFile: log, encoding: .utf8))
  }
}
