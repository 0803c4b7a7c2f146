import Glibc
import Testing

@testable import SpravkaKit

/// The two ways of publishing, for tests that must hold for both.
enum Way: CaseIterable, Sendable {
  case whole
  case fileByFile

  func emit(_ outputs: [Output], to target: EmitTarget) async throws -> EmitReport {
    switch self {
    case .whole: try await SpravkaKit.emit(outputs, to: target)
    case .fileByFile:
      try await Emission(outputs, target).publishFileByFile(because: "a test wants it")
    }
  }
}

/// Something mounted for one test, which only root can do.
final class TemporaryMount {
  private let path: String

  /// A small file system in memory.
  init?(at path: String, kilobytes: Int = 1024) {
    self.path = path
    let answer = unsafe mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k")
    guard TemporaryMount.isMade(answer) else { return nil }
  }

  /// Another folder of the same file system.
  init?(at path: String, of folder: String) {
    self.path = path
    let bind: UInt = 4096
    guard TemporaryMount.isMade(unsafe mount(folder, path, nil, bind, nil)) else { return nil }
  }

  private static func isMade(_ answer: Int32) -> Bool {
    if answer != 0 { print("not tested: nothing can be mounted here (\(systemReason(errno)))") }
    return answer == 0
  }

  deinit { unsafe umount2(path, Int32(2)) }
}
