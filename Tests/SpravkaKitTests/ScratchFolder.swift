import Foundation
import Glibc

@testable import SpravkaKit

/// A folder for one test, gone with it.
final class ScratchFolder {
  /// Canonical, so that tests may compare it with what the kit says.
  let path: String

  init() throws {
    let below = FileManager.default.temporaryDirectory
    let url = below.appending(path: "spravka-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = canonicalPath(url.path)
  }

  deinit {
    // FileManager gives up at paths longer than the system takes.
    let remove = Process()
    remove.executableURL = URL(filePath: "/bin/rm")
    remove.arguments = ["-rf", path]
    if (try? remove.run()) != nil { remove.waitUntilExit() }
  }

  func at(_ name: String) -> String { path + "/" + name }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: at(name), withIntermediateDirectories: true)
  }

  func write(_ name: String, _ text: String = "") throws {
    try write(name, bytes: Array(text.utf8))
  }

  func write(_ name: String, bytes: [UInt8]) throws {
    if let slash = name.lastIndex(of: "/") { try makeFolder(String(name[..<slash])) }
    try Data(bytes).write(to: URL(filePath: at(name)))
  }

  /// Makes an empty file whose name may be any bytes.
  func write(rawName: [UInt8]) {
    let full = RawPath(bytes: Array(at("").utf8) + rawName)
    let made = unsafe full.withCString { unsafe creat($0, 0o644) }
    close(made)
  }

  func link(_ name: String, to target: String) throws {
    if let slash = name.lastIndex(of: "/") { try makeFolder(String(name[..<slash])) }
    try FileManager.default.createSymbolicLink(atPath: at(name), withDestinationPath: target)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: at(name))
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: at(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  func status(_ name: String) throws -> FileStatus? {
    try Folder(path).status(RawPath(name))
  }

  /// Sets the time of the last change, in seconds since 1970.
  func setTime(_ name: String, _ seconds: Int) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: Double(seconds))], ofItemAtPath: at(name))
  }

  func setPermissions(_ name: String, _ permissions: mode_t) throws {
    try Folder(path).setPermissions(RawPath(name), permissions)
  }

  /// All that stands below, sorted, one line each: files with their text, links with their target.
  func lines(_ name: String = ".") throws -> [String] {
    let folder = try Folder(at(name))
    var lines: [String] = []
    var pending = [RawPath.here]
    while let path = pending.popLast() {
      for entry in try folder.listing(path).entries {
        let below = path.appending(entry.name)
        switch entry.kind {
        case .folder:
          pending.append(below)
          lines.append(below.shown + "/")
        case .link: lines.append("\(below.shown) -> \(shownText(try folder.linkText(below)))")
        case .file:
          let bytes = try folder.contents(below, limit: .max).bytes ?? []
          lines.append("\(below.shown): \(String(decoding: bytes, as: UTF8.self))")
        default: lines.append("\(below.shown) (\(entry.kind))")
        }
      }
    }
    return lines.sorted()
  }
}

/// Runs synchronous work on files as a user without rights, for this thread alone, where the tests
/// run as root; `setfsuid` is in glibc, but not in Swift's module of it.
func withoutPrivileges<Result>(_ work: () throws -> Result) rethrows -> Result {
  guard geteuid() == 0, let symbol = unsafe dlsym(nil, "setfsuid") else { return try work() }
  typealias SetUser = @convention(c) (uid_t) -> Int32
  let setUser = unsafe unsafeBitCast(symbol, to: SetUser.self)
  _ = setUser(65534)
  defer { _ = setUser(0) }
  return try work()
}

/// Sets a umask for this thread alone, so that tests beside this one do not meet it; answers the
/// one before, or nil where the system forbids it.
func ownUmask(_ mask: mode_t) -> mode_t? {
  guard let symbol = unsafe dlsym(nil, "unshare") else { return nil }
  typealias Unshare = @convention(c) (Int32) -> Int32
  let unshare = unsafe unsafeBitCast(symbol, to: Unshare.self)
  let cloneFileSystem: Int32 = 0x200
  return unshare(cloneFileSystem) == 0 ? umask(mask) : nil
}
