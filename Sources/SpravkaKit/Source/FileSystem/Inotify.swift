// Changes in folders, as Linux tells them (inotify(7)).
import CLinux
import Glibc

/// Hidden names that web servers and hosts ask for, and a site may therefore hold.
let hostNames = [".htaccess", ".nojekyll", ".well-known"]

/// What the system tells of folders that are watched; closed when it goes out of use.
struct Inotify: ~Copyable {
  private let number: Int32
  private struct Watched {
    let name: String
    let only: [String]?
  }

  /// By the number of a watch.
  private var folders: [Int32: Watched] = [:]

  /// Nil where the system gives none.
  init?() {
    number = clinux_inotify_init()
    guard number >= 0 else { return nil }
  }

  deinit { if number >= 0 { close(number) } }

  /// Watches a folder; one that is watched already stays so.
  ///
  /// - Parameters:
  ///   - name: how its files are told of; empty for their bare names.
  ///   - only: the names that matter there; nil for all.
  /// - Returns: false when the system has no room for more.
  mutating func watch(_ path: String, as name: String, only: [String]? = nil) -> Bool {
    let watch = unsafe RawPath(path).withCString { unsafe clinux_inotify_watch(number, $0) }
    if watch >= 0 { folders[watch] = Watched(name: name, only: only) }
    return watch >= 0 || (errno != ENOSPC && errno != ENOMEM)
  }

  /// Whether there is something to read, after at most so long.
  func waits(milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&entry, 1, milliseconds) > 0
  }

  /// What has happened: paths of files; nil when that is not all that may have.
  mutating func read() -> Set<String>? {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    let count = unsafe buffer.withUnsafeMutableBytes {
      unsafe Glibc.read(number, $0.baseAddress, $0.count)
    }
    guard count > 0 else { return [] }
    var paths: Set<String>? = []
    var place = 0
    while place + 16 <= count {
      let watch = Int32(bitPattern: Self.word(buffer, place))
      let mask = Self.word(buffer, place + 4)
      let length = Int(Self.word(buffer, place + 12))
      let bytes = buffer[(place + 16)..<(place + 16 + length)].prefix { $0 != 0 }
      let name = String(decoding: bytes, as: UTF8.self)
      place += 16 + length
      let folder = folders[watch]
      if mask & clinux_in_ignored != 0 { folders[watch] = nil }
      if Self.isPassedOver(bytes) { continue }
      if let only = folder?.only, !name.isEmpty, !only.contains(name) { continue }
      // A name that is no text cannot be told as a path.
      guard mask & clinux_in_whole == 0, let folder, !name.isEmpty,
        String(validating: bytes, as: UTF8.self) != nil
      else {
        paths = nil
        continue
      }
      paths?.insert(folder.name.isEmpty ? name : folder.name + "/" + name)
    }
    return paths
  }

  /// Files that no site holds: hidden ones, and what editors leave behind.
  private static func isPassedOver(_ name: ArraySlice<UInt8>) -> Bool {
    name.last == .tilde || name.first == .dot && !hostNames.contains { name.elementsEqual($0.utf8) }
  }

  /// Four bytes in the order of this machine.
  private static func word(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << UInt32($1 * 8) }
  }
}
