// What can be changed below an open folder. Nothing here follows a link.
import CLinux
import Glibc

extension Folder {
  /// Makes one folder; false when something stands there already.
  func makeFolder(_ path: RawPath, permissions: mode_t = 0o755) throws(SystemError) -> Bool {
    do {
      _ = try system(.makeFolder, shown(path)) {
        unsafe mkdirat(number, path.terminated, permissions)
      }
      return true
    } catch {
      if error.code == EEXIST { return false }
      throw error
    }
  }

  /// Removes what stands there, unless it is a folder.
  func remove(_ path: RawPath) throws(SystemError) {
    _ = try system(.remove, shown(path)) { unsafe unlinkat(number, path.terminated, 0) }
  }

  /// Removes an empty folder.
  func removeFolder(_ path: RawPath) throws(SystemError) {
    _ = try system(.remove, shown(path)) { unsafe unlinkat(number, path.terminated, AT_REMOVEDIR) }
  }

  /// Gives the file here a second name, the same path below another folder.
  func link(_ path: RawPath, to other: Folder) throws(SystemError) {
    _ = try system(.link, shown(path)) {
      unsafe linkat(number, path.terminated, other.number, path.terminated, 0)
    }
  }

  /// Moves the file to the same path below another folder, over what stands there.
  func rename(_ path: RawPath, to other: Folder) throws(SystemError) {
    _ = try system(.rename, other.shown(path)) {
      unsafe renameat(number, path.terminated, other.number, path.terminated)
    }
  }

  /// Lets two folders change their names in one step, so that each name leads somewhere always.
  func exchange(_ one: RawPath, _ other: RawPath) throws(SystemError) {
    _ = try system(.exchange, shown(other)) {
      unsafe renameat2(
        number, one.terminated, number, other.terminated, clinux_rename_exchange)
    }
  }

  /// Sets the permissions of a file or folder below, whatever the umask; not of a link.
  func setPermissions(_ path: RawPath, _ permissions: mode_t) throws(SystemError) {
    _ = try system(.changeMode, shown(path)) {
      unsafe fchmodat(number, path.terminated, permissions, 0)
    }
  }

  /// Gives the thing there to an owner and group as far as this process may.
  func offer(_ path: RawPath, owner: uid_t, group: gid_t) {
    _ = unsafe fchownat(number, path.terminated, owner, group, AT_SYMLINK_NOFOLLOW)
  }
}
