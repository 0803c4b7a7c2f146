// What a folder holds, in an order that does not depend on the file system.
import Glibc

/// One name in a folder.
struct FolderEntry: Sendable {
  let name: [UInt8]
  let kind: FileStatus.Kind
}

/// The names in a folder, sorted by bytes, and the device that it lies on.
struct FolderListing: Sendable {
  let entries: [FolderEntry]
  let identity: FileIdentity
}

extension Folder {
  /// Lists the folder at a path; links are followed only when asked for.
  func listing(_ path: RawPath, following: Bool = false) throws(SystemError) -> FolderListing {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (following ? 0 : O_NOFOLLOW)
    let opened = try system(.list, shown(path)) {
      unsafe path.withCString { unsafe openat(number, $0, flags) }
    }
    guard let stream = unsafe fdopendir(opened) else {
      let code = errno
      close(opened)
      throw SystemError(.list, shown(path), code)
    }
    defer { unsafe closedir(stream) }
    var found = stat()
    _ = try system(.list, shown(path)) { unsafe fstat(opened, &found) }
    var names: [(name: [UInt8], kind: FileStatus.Kind?)] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe [UInt8](bytes.prefix { $0 != 0 })
      }
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      names.append((name, unsafe FileStatus.Kind(entryType: entry.pointee.d_type)))
    }
    if errno != 0 { throw SystemError(.list, shown(path), errno) }
    var entries: [FolderEntry] = []
    entries.reserveCapacity(names.count)
    for (name, kind) in names {
      if let kind {
        entries.append(FolderEntry(name: name, kind: kind))
      } else if let found = try status(path.appending(name)) {
        entries.append(FolderEntry(name: name, kind: found.kind))
      }
    }
    entries.sort { $0.name.lexicographicallyPrecedes($1.name) }
    return FolderListing(entries: entries, identity: FileStatus(found).identity)
  }
}
