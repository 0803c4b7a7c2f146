internal import Glibc

/// Standard output or standard error.
struct Stream {
  fileprivate let descriptor: Int32

  func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes everything; whoever closed the other end has lost interest, which is no failure.
  func write(_ bytes: [UInt8]) {
    var written = 0
    while written < bytes.count {
      let rest = bytes[written...]
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        written += count
      } else if errno != EINTR {
        return
      }
    }
  }
}

let standardOutput = Stream(descriptor: STDOUT_FILENO)
let standardError = Stream(descriptor: STDERR_FILENO)
