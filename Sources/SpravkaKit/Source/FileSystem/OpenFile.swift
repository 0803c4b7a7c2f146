// An open file: reading and writing to the end, whatever the portions in which the system does it.
import Glibc

/// An open file, closed when it goes out of use.
struct OpenFile: ~Copyable {
  private var number: Int32
  private let folder: Folder
  private let path: RawPath

  fileprivate init(number: Int32, folder: Folder, path: RawPath) {
    self.number = number
    self.folder = folder
    self.path = path
  }

  deinit { if number >= 0 { close(number) } }

  var shownPath: String { folder.shown(path) }

  func status() throws(SystemError) -> FileStatus {
    var found = stat()
    _ = try system(.status, shownPath) { unsafe fstat(number, &found) }
    return FileStatus(found)
  }

  /// Fills the buffer from where the last reading ended; fewer bytes only at the file's end.
  func read(into buffer: inout [UInt8], atMost limit: Int = .max) throws(SystemError) -> Int {
    let limit = min(limit, buffer.count)
    var filled = 0
    while filled < limit {
      let count = try system(.read, shownPath) {
        unsafe buffer.withUnsafeMutableBytes { bytes in
          unsafe Glibc.read(
            number, bytes.baseAddress.map { unsafe $0 + filled }, limit - filled)
        }
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  func write(_ bytes: Span<UInt8>) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      written += try system(.write, shownPath) {
        unsafe bytes.withUnsafeBytes { bytes in
          unsafe Glibc.write(
            number, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
        }
      }
    }
  }

  /// Starts again at the first byte.
  func rewind() throws(SystemError) { try skip(to: 0) }

  /// Goes on at a byte.
  func skip(to place: Int) throws(SystemError) {
    _ = try system(.read, shownPath) { lseek(number, off_t(place), SEEK_SET) }
  }

  func setPermissions(_ permissions: mode_t) throws(SystemError) {
    _ = try system(.changeMode, shownPath) { fchmod(number, permissions) }
  }

  /// Closes a file that was written: some file systems say only now that the bytes found no room.
  mutating func finish() throws(SystemError) {
    let closing = number
    number = -1
    if close(closing) != 0, errno != EINTR { throw SystemError(.write, shownPath, errno) }
  }
}

extension Folder {
  /// Opens a file for reading; never waits, not even for the writer of a named pipe.
  func openFile(_ path: RawPath, following: Bool = false) throws(SystemError) -> OpenFile {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (following ? 0 : O_NOFOLLOW)
    let number = try system(.open, shown(path)) {
      unsafe path.withCString { unsafe openat(self.number, $0, flags) }
    }
    return OpenFile(number: number, folder: self, path: path)
  }

  /// Makes a file that must not be there yet.
  func createFile(_ path: RawPath, permissions: mode_t = 0o644) throws(SystemError) -> OpenFile {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let number = try system(.write, shown(path)) {
      unsafe path.withCString { unsafe openat(self.number, $0, flags, permissions) }
    }
    return OpenFile(number: number, folder: self, path: path)
  }

  /// All bytes of a file; nil when there are more than `limit`.
  func contents(_ path: RawPath, limit: Int, following: Bool = false) throws(SystemError)
    -> (bytes: [UInt8]?, status: FileStatus)
  {
    let file = try openFile(path, following: following)
    let status = try file.status()
    guard status.kind == .file else { throw SystemError(.read, shown(path), EINVAL) }
    guard status.size <= limit else { return (nil, status) }
    var bytes = [UInt8](repeating: 0, count: status.size)
    let count = try file.read(into: &bytes, atMost: status.size)
    bytes.removeLast(bytes.count - count)
    return (bytes, status)
  }
}
