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

/// A small file system in memory, mounted for one test; only root can make one.
final class TemporaryMount {
  private let path: String

  init?(at path: String, kilobytes: Int = 1024) {
    self.path = path
    guard unsafe mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
      print("not tested: nothing can be mounted here (\(systemReason(errno)))")
      return nil
    }
  }

  deinit { unsafe umount2(path, Int32(2)) }
}
