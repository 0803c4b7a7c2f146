internal import Glibc

/// Standard output or standard error.
struct Stream {
  fileprivate let descriptor: Int32

  /// Writes everything; false when the machine failed, and then standard error says so.
  @discardableResult
  func write(_ text: String) -> Bool { write(Array(text.utf8)) }

  /// Whoever closed the other end has lost interest, which is no failure.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
      let rest = bytes[written...]
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        written += count
      } else if errno != EINTR {
        return errno == EPIPE || complain(errno)
      }
    }
    return true
  }

  private func complain(_ code: Int32) -> Bool {
    if descriptor == STDOUT_FILENO {
      let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
      standardError.write("spravka: cannot write to standard output: \(reason)\n")
    }
    return false
  }
}

let standardOutput = Stream(descriptor: STDOUT_FILENO)
let standardError = Stream(descriptor: STDERR_FILENO)

/// Makes standard streams that a caller has closed lead nowhere, lest a page of the site get the
/// number of one and our words be written into it; and lets a write that nobody reads fail, lest
/// `spravka build 2>&1 | head` die before the site is published.
func prepareStandardStreams() {
  for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
    _ = unsafe open("/dev/null", O_RDWR)
  }
  signal(SIGPIPE, SIG_IGN)
}
