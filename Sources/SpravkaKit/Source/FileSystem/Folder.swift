// An open folder, and what can be asked about the paths below it. All work goes through such a
// folder rather than through absolute paths: the folder stays the same one when somebody renames
// it, and the system need not walk the same long way for each file.
import CLinux
import Glibc

/// An open folder, closed with its last reference.
final class Folder: Sendable {
  let number: Int32
  /// How messages name it.
  let shownPath: String

  private init(number: Int32, shownPath: String) {
    self.number = number
    self.shownPath = shownPath
  }

  deinit {
    // Closing alone would leave the lock with a child process that is just being started.
    flock(number, LOCK_UN)
    close(number)
  }

  /// Opens a folder by a path that is absolute or starts where the process stands.
  convenience init(
    _ path: String, shownAs shownPath: String? = nil, toNameOnly: Bool = false
  ) throws(SystemError) {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (toNameOnly ? clinux_o_path : 0)
    let number = try system(.open, shownPath ?? path) {
      unsafe RawPath(path).withCString { unsafe openat(AT_FDCWD, $0, flags) }
    }
    self.init(number: number, shownPath: shownPath ?? path)
  }

  /// Opens a folder below this one; a link is not followed.
  func folder(_ path: RawPath, shownAs shownPath: String) throws(SystemError) -> Folder {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
    let number = try system(.open, shown(path)) {
      unsafe path.withCString { unsafe openat(self.number, $0, flags) }
    }
    return Folder(number: number, shownPath: shownPath)
  }

  func shown(_ path: RawPath) -> String {
    if path == .here { return shownPath }
    let isPrefix = shownPath.isEmpty || shownPath.hasSuffix("/")
    return shownPath + (isPrefix ? "" : "/") + path.shown
  }

  /// What stands at the path, links not followed unless asked for; nil when nothing does.
  func status(_ path: RawPath, following: Bool = false) throws(SystemError) -> FileStatus? {
    var found = stat()
    let flags = following ? 0 : AT_SYMLINK_NOFOLLOW
    do {
      _ = try system(.status, shown(path)) {
        unsafe fstatat(number, path.terminated, &found, flags)
      }
    } catch {
      if error.meansAbsent { return nil }
      throw error
    }
    return FileStatus(found)
  }

  /// What this folder itself is, whatever its path leads to by now.
  func status() throws(SystemError) -> FileStatus {
    var found = stat()
    _ = try system(.status, shownPath) { unsafe fstat(number, &found) }
    return FileStatus(found)
  }

  /// Why this process may not read the file at the path; nil when it may.
  func refusalToRead(_ path: RawPath) -> SystemError? {
    do {
      _ = try system(.read, shown(path)) {
        unsafe faccessat(number, path.terminated, R_OK, AT_EACCESS)
      }
      return nil
    } catch {
      return error
    }
  }

  /// Where the link at the path says that it leads, word for word.
  func linkText(_ path: RawPath) throws(SystemError) -> [UInt8] {
    var text = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = try system(.read, shown(path)) {
      unsafe readlinkat(number, path.terminated, &text, text.count)
    }
    return text[..<length].map { UInt8(bitPattern: $0) }
  }

  /// Takes the folder's lock, without waiting; false when somebody else holds it.
  func lock() throws(SystemError) -> Bool {
    do {
      _ = try system(.lock, shownPath) { flock(number, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      if error.code == EWOULDBLOCK { return false }
      throw error
    }
  }

  /// Whether the folder of that name is the root of a mount; false where the kernel cannot tell.
  func isMountPoint(_ path: RawPath) -> Bool {
    var found = statx()
    let answer = unsafe statx(number, path.terminated, AT_SYMLINK_NOFOLLOW, 0, &found)
    let flag = UInt64(STATX_ATTR_MOUNT_ROOT)
    return answer == 0 && found.stx_attributes & found.stx_attributes_mask & flag != 0
  }
}

extension RawPath {
  /// For `openat`, which Swift takes for a function of Swift; others take `terminated` itself.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    unsafe terminated.withUnsafeBytes { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        unsafe body(text.baseAddress.unsafelyUnwrapped)
      }
    }
  }
}
