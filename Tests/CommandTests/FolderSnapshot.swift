import Foundation
import Glibc

// A folder as values, for comparing two of them as a whole, and for saying in what they differ.

/// All that stands below a folder: kinds, permissions, bytes.
struct FolderSnapshot: Equatable {
  enum Thing: Equatable {
    case folder(mode_t)
    case file(mode_t, Data)
    case link(String)
    case other
  }

  /// By path from the folder; `.` is the folder itself.
  private(set) var things: [String: Thing] = [:]

  init(_ path: String) throws {
    try FolderStamps.walk(path) { name, status in
      let whole = path + "/" + name
      let permissions = status.st_mode & 0o7777
      switch status.st_mode & S_IFMT {
      case S_IFDIR: things[name] = .folder(permissions)
      case S_IFREG: things[name] = .file(permissions, try Data(contentsOf: URL(filePath: whole)))
      case S_IFLNK:
        things[name] = .link(try FileManager.default.destinationOfSymbolicLink(atPath: whole))
      default: things[name] = .other
      }
    }
  }

  var paths: [String] { things.keys.sorted() }

  func file(_ path: String) -> Data? {
    if case .file(_, let bytes) = things[path] { bytes } else { nil }
  }

  /// Leaves out what is no part of the comparison.
  mutating func forget(below folder: String) {
    things = things.filter { !$0.key.hasPrefix(folder) }
  }

  func text(_ path: String) -> String {
    file(path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// In words, a few of the paths that differ; nil when none does.
  func difference(from other: FolderSnapshot) -> String? {
    guard self != other else { return nil }
    let differing = Set(things.keys).union(other.things.keys).filter {
      things[$0] != other.things[$0]
    }
    let words = differing.sorted().prefix(5).map { path in
      "\(path): \(Self.words(things[path])) instead of \(Self.words(other.things[path]))"
    }
    return "\(differing.count) differ: " + words.joined(separator: "; ")
  }

  private static func words(_ thing: Thing?) -> String {
    switch thing {
    case nil: "nothing"
    case .folder(let permissions): "a folder \(String(permissions, radix: 8))"
    case .file(let permissions, let bytes):
      "a file \(String(permissions, radix: 8)) of \(bytes.count) bytes"
    case .link(let target): "a link to '\(target)'"
    case .other: "something odd"
    }
  }
}

/// The identity of all that stands below a folder: what has not been touched keeps its stamp.
struct FolderStamps: Equatable {
  struct Stamp: Equatable {
    let inode: UInt64
    let permissions: mode_t
    /// Seconds and nanoseconds of the last change of the bytes, then of anything else.
    let times: [Int]
  }

  private(set) var stamps: [String: Stamp] = [:]

  init(_ path: String) throws {
    try Self.walk(path) { name, status in
      let (modified, changed) = (status.st_mtim, status.st_ctim)
      stamps[name] = Stamp(
        inode: UInt64(status.st_ino), permissions: status.st_mode & 0o7777,
        times: [modified.tv_sec, modified.tv_nsec, changed.tv_sec, changed.tv_nsec])
    }
  }

  /// Paths that are new, gone or touched, sorted.
  func touched(since other: FolderStamps) -> [String] {
    Set(stamps.keys).union(other.stamps.keys).filter { stamps[$0] != other.stamps[$0] }.sorted()
  }

  /// Visits the folder itself, as `.`, and all below it; links are not followed.
  static func walk(_ path: String, _ visit: (String, stat) throws -> Void) throws {
    var pending = ["."]
    while let name = pending.popLast() {
      let whole = path + "/" + name
      var status = stat()
      guard unsafe lstat(whole, &status) == 0 else {
        throw ProgramFailure(description: "cannot look at \(whole): error \(errno)")
      }
      try visit(name, status)
      guard status.st_mode & S_IFMT == S_IFDIR else { continue }
      for entry in try FileManager.default.contentsOfDirectory(atPath: whole) {
        pending.append(name == "." ? entry : name + "/" + entry)
      }
    }
  }
}
