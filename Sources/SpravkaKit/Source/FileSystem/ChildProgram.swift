// Another program's words → its output, portion by portion, as it comes. No shell in between, no
// input, a group of its own, so that all it has started ends with it. Nothing that the program does
// or fails to do makes us wait for longer than `patience`.
import CLinux
import Glibc

/// A program that is to be run.
struct ChildProgram: Sendable {
  /// Absolute.
  var path: String
  /// Without the program's own name.
  var words: [String]
  /// All of it: nothing is inherited.
  var environment: [String]
  /// How long it may say nothing before it is ended.
  var patience: Duration

  /// How a run ended.
  enum Ending: Equatable, Sendable {
    /// The one who listened had heard enough.
    case enough
    case exited(code: Int32, errors: [UInt8])
    case killed(signal: Int32)
    /// Ended for saying nothing.
    case silent
    case notStarted(SystemError)
  }

  /// Runs the program to its end.
  ///
  /// - Parameter hear: takes a portion of its output, and says whether to go on.
  func run(_ hear: (ArraySlice<UInt8>) -> Bool) -> Ending {
    do throws(SystemError) {
      var output = try Pipe()
      var errors = try Pipe()
      let number = try start(output: output.input, errors: errors.input)
      output.closeInput()
      errors.closeInput()
      let listener = Listener(
        number: number, output: output.output, errors: errors.output, patience: patience)
      let ending = listener.listen(hear)
      output.closeOutput()
      errors.closeOutput()
      return ending
    } catch {
      return .notStarted(error)
    }
  }

  private func start(output: Int32, errors: Int32) throws(SystemError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    // Whoever ignores SIGPIPE hands that down, and the child would write into nothing for ever.
    var signals = sigset_t()
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    var number: pid_t = 0
    let failure = unsafe withCStrings([path] + words) { words in
      unsafe withCStrings(environment) { environment in
        unsafe posix_spawn(&number, path, &actions, &attributes, words, environment)
      }
    }
    guard failure == 0 else { throw SystemError(.start, path, failure) }
    return number
  }
}

/// Two ends; what is still open is closed with the value.
private struct Pipe: ~Copyable {
  /// Reading never waits.
  private(set) var output: Int32
  private(set) var input: Int32

  init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    _ = try system(.start, "a pipe") { unsafe pipe2(&ends, O_CLOEXEC) }
    (output, input) = (ends[0], ends[1])
    _ = fcntl(output, F_SETFL, O_NONBLOCK)
  }

  deinit {
    for end in [output, input] where end >= 0 { close(end) }
  }

  mutating func closeInput() {
    close(input)
    input = -1
  }

  mutating func closeOutput() {
    close(output)
    output = -1
  }
}

/// Listens to a running program until its end.
private struct Listener {
  let number: pid_t
  let output: Int32
  let errors: Int32
  let patience: Duration

  private static let longestErrors = 64 << 10

  func listen(_ hear: (ArraySlice<UInt8>) -> Bool) -> ChildProgram.Ending {
    var said: [UInt8] = []
    var portion = [UInt8](repeating: 0, count: 64 << 10)
    var open = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    // A descriptor below zero is passed over by `poll`.
    while open.contains(where: { $0.fd >= 0 }) {
      let ready = unsafe poll(&open, nfds_t(open.count), milliseconds)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return ended(.silent) }
      for index in open.indices where open[index].revents != 0 {
        let count = unsafe read(open[index].fd, &portion, portion.count)
        if count < 0, errno == EAGAIN || errno == EINTR { continue }
        if count <= 0 {
          open[index].fd = -1
        } else if index == 0 {
          guard hear(portion[..<count]) else { return ended(.enough) }
        } else if said.count < Self.longestErrors {
          said += portion[..<count]
        }
      }
    }
    return awaited(said)
  }

  private var milliseconds: Int32 {
    Int32(clamping: Int(patience / .milliseconds(1)))
  }

  /// Both pipes are closed: what is left is to hear how it ended.
  private func awaited(_ said: [UInt8]) -> ChildProgram.Ending {
    let deadline = ContinuousClock.now + patience
    var status: Int32 = 0
    var pause: UInt32 = 100
    while true {
      let answer = unsafe waitpid(number, &status, WNOHANG)
      if answer == number { break }
      // Where our parent has children forgotten, only their words tell how they ended.
      if answer < 0, errno != EINTR { return .exited(code: said.isEmpty ? 0 : 1, errors: said) }
      guard ContinuousClock.now < deadline else { return ended(.silent) }
      usleep(pause)
      pause = min(pause * 2, 10_000)
    }
    let signal = status & 0x7F
    return signal == 0
      ? .exited(code: status >> 8 & 0xFF, errors: said) : .killed(signal: signal)
  }

  private func ended(_ ending: ChildProgram.Ending) -> ChildProgram.Ending {
    kill(-number, SIGKILL)
    var status: Int32 = 0
    while unsafe waitpid(number, &status, 0) < 0, errno == EINTR {}
    return ending
  }
}

/// The first program of that name in the folders of a `PATH`.
///
/// Parts that do not begin at the root are passed over: they could lead into the folder that is
/// worked on.
func findProgram(_ name: String, in searchPath: String) -> String? {
  searchPath.split(separator: ":").lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
    .first(where: isProgram)
}

private func isProgram(_ path: String) -> Bool {
  var found = stat()
  guard unsafe stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return false }
  return unsafe access(path, X_OK) == 0
}

/// A variable of our own environment.
public func environmentVariable(_ name: String) -> String? {
  unsafe getenv(name).map { unsafe String(cString: $0) }
}

private func withCStrings<Result>(
  _ strings: [String], _ work: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = unsafe strings.map { unsafe strdup($0) } + [nil]
  defer { unsafe copies.forEach { unsafe free($0) } }
  return unsafe work(copies)
}
