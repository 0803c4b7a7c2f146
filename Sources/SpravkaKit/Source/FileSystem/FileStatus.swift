// What `stat` says, in the words of this project.
import Glibc

/// What stands at a path.
struct FileStatus: Sendable {
  enum Kind: Sendable, Equatable {
    case file
    case folder
    case link
    case pipe
    case socket
    case device
  }

  let kind: Kind
  /// In bytes.
  let size: Int
  /// The lower twelve bits of the mode.
  let permissions: mode_t
  let identity: FileIdentity
  let modified: FileTime
  let owner: uid_t
  let group: gid_t

  init(_ found: stat) {
    kind = Kind(mode: found.st_mode)
    size = Int(found.st_size)
    permissions = found.st_mode & 0o7777
    identity = FileIdentity(device: UInt64(found.st_dev), inode: UInt64(found.st_ino))
    modified = FileTime(seconds: found.st_mtim.tv_sec, nanoseconds: found.st_mtim.tv_nsec)
    owner = found.st_uid
    group = found.st_gid
  }
}

/// Equal for two paths exactly when one file stands at both.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
}

struct FileTime: Comparable, Sendable {
  let seconds: Int
  let nanoseconds: Int

  static func < (left: FileTime, right: FileTime) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}

extension FileStatus.Kind {
  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
  }

  /// From the `d_type` of a folder's entry; nil when the file system does not say.
  init?(entryType: UInt8) {
    switch Int(entryType) {
    case DT_REG: self = .file
    case DT_DIR: self = .folder
    case DT_LNK: self = .link
    case DT_FIFO: self = .pipe
    case DT_SOCK: self = .socket
    case DT_CHR, DT_BLK: self = .device
    default: return nil
    }
  }
}
