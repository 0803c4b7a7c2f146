// A file that Spravka keeps for a person or for CI, by the path that they gave: read whole, and
// replaced in one step, so that a kill leaves the old one or the new one.
import Glibc

/// A path from where the program stands.
struct KeptFile {
  let path: String
  private let folder: String
  private let name: String

  private static let limit = 256 << 20

  /// A link is followed: what it leads to is the file.
  init(_ path: String) {
    self.path = path
    let real = canonicalPath(path)
    let slash = real.lastIndex(of: "/") ?? real.startIndex
    folder = slash == real.startIndex ? "/" : String(real[..<slash])
    name = String(real[real.index(after: slash)...])
  }

  /// Nil when there is none.
  func contents() throws(SystemError) -> [UInt8]? {
    do throws(SystemError) {
      let bytes = try Folder(folder).contents(RawPath(name), limit: Self.limit).bytes
      guard let bytes else { throw SystemError(.read, path, EFBIG) }
      return bytes
    } catch {
      if error.code == ENOENT { return nil }
      throw SystemError(error.operation, path, error.code)
    }
  }

  func replace(with bytes: [UInt8]) throws(SystemError) {
    do throws(SystemError) {
      let above = try Folder(folder)
      let fresh = RawPath(".\(name).spravka-\(getpid())")
      do throws(SystemError) {
        var file = try above.createFile(fresh)
        try file.write(bytes.span)
        try file.finish()
        try above.rename(fresh, to: RawPath(name))
      } catch {
        try? above.remove(fresh)
        throw error
      }
    } catch {
      throw SystemError(.write, path, error.code)
    }
  }
}

extension Folder {
  /// Gives the file another name here, over what has it.
  fileprivate func rename(_ path: RawPath, to other: RawPath) throws(SystemError) {
    _ = try system(.rename, shown(other)) {
      unsafe renameat(number, path.terminated, number, other.terminated)
    }
  }
}

/// Why a file that the writer has named could not be read or written.
public enum KeptFileError: Error, Equatable, Sendable {
  /// Wrong usage: what to say, and what to do.
  case refused(String, hint: String)
  /// The machine failed us.
  case failed(SystemError)
}
