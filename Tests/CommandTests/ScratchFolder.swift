import Foundation
import Glibc

// A folder for one test, gone with it. In memory where there is room: these tests write some hundred
// megabytes, and what they look at does not depend on the disk.

final class ScratchFolder: Sendable {
  /// Without links.
  let path: String

  init() throws {
    path = Self.place + "/spravka-\(UUID().uuidString.prefix(13).lowercased())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // FileManager gives up at names and permissions that tests like to make.
    let script = "chmod -R u+rwx -- \"$0\" 2>/dev/null; rm -rf -- \"$0\""
    _ = try? Program(words: ["/bin/sh", "-c", script, path], folder: "/").run()
  }

  private static let place: String = {
    var found = statvfs()
    let memory = "/dev/shm"
    let hasRoom =
      unsafe statvfs(memory, &found) == 0 && found.f_bavail * found.f_frsize > 300 << 20
    if hasRoom, unsafe access(memory, W_OK) == 0 { return memory }
    return FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
  }()

  func at(_ name: String) -> String { path + "/" + name }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: at(name), withIntermediateDirectories: true)
  }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  func write(_ name: String, _ bytes: Data) throws {
    if let slash = name.lastIndex(of: "/") { try makeFolder(String(name[..<slash])) }
    try bytes.write(to: URL(filePath: at(name)))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: at(name), withDestinationPath: target)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: at(name)) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: at(name)) }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: at(name), encoding: .utf8)
  }

  /// The names in a folder, sorted, hidden ones included.
  func names(_ name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: at(name)).sorted()
  }

  /// Runs the command from this folder.
  func spravka(
    _ words: String..., in folder: String = "", environment: [String: String] = [:],
    mask: String = "022", under outer: [String] = []
  ) throws -> Ended {
    let program = Program(
      words: outer + [Program.spravka] + words, folder: at(folder), environment: environment,
      mask: mask)
    return try program.run()
  }
}
