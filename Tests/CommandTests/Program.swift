import Foundation
import Glibc

// Runs the real program as people and CI run it: words, a folder to stand in, an environment and a
// umask in; exit code, standard output and standard error out. Nothing of the test run's own
// environment reaches it but the path of programs, and the day is always the same one.

/// A program that is to be run.
struct Program {
  /// The program's own name or path, and its words.
  var words: [String]
  /// Where it stands.
  var folder: String
  /// In addition to what every program gets.
  var environment: [String: String] = [:]
  /// Octal digits.
  var mask = "022"

  /// The command that was built together with these tests: it lies beside the program of the tests.
  static let spravka: String = {
    let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = URL(filePath: tests ?? "").deletingLastPathComponent()
    return folder.appending(path: "spravka").path
  }()

  /// 20 November 2026.
  static let today = "1795132800"

  /// Starts it and waits for its end.
  func run() throws -> Ended { try start().wait() }

  func start() throws -> RunningProgram {
    let shell = ["/bin/sh", "-c", "umask $0; cd \"$1\" && shift && exec \"$@\"", mask, folder]
    let log = FileManager.default.temporaryDirectory.appending(path: "spravka-\(UUID())").path
    let number = try spawn(shell + words, writing: log)
    return RunningProgram(number: number, log: log)
  }

  private func spawn(_ words: [String], writing log: String) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, log + ".out", flags, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, log + ".err", flags, 0o600)
    // A group of its own, so that a program that hangs can be ended with all that it has started.
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    let inherited = ["PATH", "LD_LIBRARY_PATH"].compactMap { name in
      ProcessInfo.processInfo.environment[name].map { "\(name)=\($0)" }
    }
    let given = ["SOURCE_DATE_EPOCH": Self.today].merging(environment) { $1 }
    var number: pid_t = 0
    let failure = unsafe withCStrings(words) { words in
      unsafe withCStrings(inherited + given.map { "\($0)=\($1)" }) { environment in
        unsafe posix_spawn(&number, "/bin/sh", &actions, &attributes, words, environment)
      }
    }
    guard failure == 0 else { throw ProgramFailure(description: "/bin/sh: error \(failure)") }
    return number
  }
}

/// A program at work.
struct RunningProgram {
  let number: pid_t
  fileprivate let log: String

  /// Ends it at once, wherever it stands.
  func kill() { Glibc.kill(number, SIGKILL) }

  /// Whether it has not ended yet; its end can still be waited for.
  var isAtWork: Bool {
    var found = unsafe siginfo_t()
    let flags = WEXITED | WNOHANG | WNOWAIT
    let answer = unsafe waitid(P_PID, id_t(number), &found, flags)
    return unsafe answer == 0 && found.si_signo == 0
  }

  /// Waits for its end; one that does not end within a minute hangs, and is ended.
  func wait() throws -> Ended {
    var status: Int32 = 0
    let deadline = ContinuousClock.now + .seconds(60)
    while unsafe waitpid(number, &status, WNOHANG) != number {
      usleep(500)
      guard ContinuousClock.now > deadline else { continue }
      Glibc.kill(-number, SIGKILL)
      unsafe waitpid(number, &status, 0)
      throw ProgramFailure(description: "the program did not end within a minute")
    }
    defer { for kind in [".out", ".err"] { unsafe unlink(log + kind) } }
    let output = try Data(contentsOf: URL(filePath: log + ".out"))
    let error = try Data(contentsOf: URL(filePath: log + ".err"))
    let signal = status & 0x7F
    return Ended(
      code: signal == 0 ? status >> 8 & 0xFF : nil, signal: signal == 0 ? nil : signal,
      output: output, error: String(decoding: error, as: UTF8.self))
  }
}

/// How a program ended, and what it had to say.
struct Ended {
  /// Nil when it was killed.
  let code: Int32?
  /// What killed it: a crash is SIGILL, SIGTRAP, SIGSEGV or the like.
  let signal: Int32?
  let output: Data
  let error: String

  var outputText: String { String(decoding: output, as: UTF8.self) }
}

/// Why the tests could not do their work.
struct ProgramFailure: Error, CustomStringConvertible {
  let description: String
}

private func withCStrings<Result>(
  _ strings: [String], _ work: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = unsafe strings.map { unsafe strdup($0) } + [nil]
  defer { unsafe copies.forEach { unsafe free($0) } }
  return unsafe work(copies)
}
