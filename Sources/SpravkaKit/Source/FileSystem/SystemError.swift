// A refusal of the system as a value: what was tried, on which path, and the number that the
// system gave. Words are made only when somebody prints it.
import Glibc

/// A call to the system that failed.
public struct SystemError: Error, Equatable, Sendable {
  /// What was tried, as it stands after «cannot».
  public enum Operation: String, Sendable {
    case carryOver = "carry over"
    case changeMode = "set the permissions of"
    case copy
    case exchange
    case link
    case list
    case lock
    case makeFolder = "make the folder"
    case open
    case read
    case remove
    case rename
    case stage = "lay the new site ready in"
    case start
    case status = "look at"
    case write
  }

  public let operation: Operation
  /// The path as people know it.
  public let path: String
  /// The system's `errno`.
  public let code: Int32

  public init(_ operation: Operation, _ path: String, _ code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// The same refusal, as a part of something larger.
  func during(_ operation: Operation) -> SystemError { SystemError(operation, path, code) }

  /// The system's words, in English whatever the locale: "No space left on device".
  public var reason: String { systemReason(code) }

  /// Nothing is there, or a part of the way to it is no folder.
  var meansAbsent: Bool { code == ENOENT || code == ENOTDIR }

  /// The process or the machine is at its end, so that each further file would fail as well.
  var meansExhausted: Bool { code == EMFILE || code == ENFILE || code == ENOMEM }
}

/// The system's words for an `errno`.
public func systemReason(_ code: Int32) -> String {
  guard let words = unsafe strerror(code) else { return "error \(code)" }
  return unsafe String(cString: words)
}

/// Calls the system, once more after each interruption by a signal; a negative answer is an error.
@inline(__always)
func system<Answer: SignedInteger>(
  _ operation: SystemError.Operation, _ path: @autoclosure () -> String, _ call: () -> Answer
) throws(SystemError) -> Answer {
  while true {
    let answer = call()
    if answer >= 0 { return answer }
    let code = errno
    if code != EINTR { throw SystemError(operation, path(), code) }
  }
}
