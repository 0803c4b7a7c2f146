import Glibc
import Testing

/// A small file system in memory, mounted for one test; only root can make one.
final class Mount {
  private let path: String
  /// Kept, since it cannot be removed before the end of the mount.
  private let scratch: ScratchFolder

  /// - Parameter name: a folder that is there already.
  init(at name: String, in scratch: ScratchFolder, options: String) throws {
    self.scratch = scratch
    path = scratch.at(name)
    guard unsafe mount("tmpfs", path, "tmpfs", 0, options) == 0 else {
      throw ProgramFailure(description: "nothing can be mounted at \(path): error \(errno)")
    }
  }

  deinit { unsafe umount2(path, Int32(2)) }

  /// Forbids writing from now on.
  func makeReadOnly() {
    let (readOnly, remount) = (1 as UInt, 32 as UInt)
    unsafe mount("tmpfs", path, "tmpfs", readOnly | remount, nil)
  }

  static let isPossible: Bool = {
    guard let scratch = try? ScratchFolder() else { return false }
    return (try? Mount(at: "", in: scratch, options: "size=64k")) != nil
  }()
}

extension Trait where Self == ConditionTrait {
  static var needsMounts: Self {
    .enabled(if: Mount.isPossible, "this user may not mount a file system in memory")
  }
}
