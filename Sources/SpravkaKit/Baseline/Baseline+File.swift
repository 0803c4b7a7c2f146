// The baseline's file, read and written.
import Glibc

extension Baseline {
  /// - Parameter path: from where the program stands.
  public static func read(from path: String) throws(KeptFileError) -> Baseline {
    guard let bytes = try contents(of: KeptFile(path)) else {
      throw .refused(
        "there is no baseline '\(path)'",
        hint: "'spravka check --write-baseline \(path)' writes one")
    }
    do throws(ForeignFile) {
      return try Baseline(parsing: bytes)
    } catch {
      throw .refused(
        "'\(path)' is no baseline: \(error.reason)",
        hint: "'spravka check --write-baseline FILE' writes one")
    }
  }

  /// Refuses to take the place of a file that is no baseline.
  public func write(to path: String) throws(KeptFileError) {
    let file = KeptFile(path)
    if let bytes = try Self.contents(of: file) {
      do throws(ForeignFile) {
        _ = try Baseline(parsing: bytes)
      } catch {
        throw .refused(
          "'\(path)' is there and is no baseline: \(error.reason)",
          hint: "remove it, or choose another name")
      }
    }
    do throws(SystemError) {
      try file.replace(with: encoded)
    } catch {
      throw error.meansAbsent ? Self.noFolder(path) : .failed(error)
    }
  }

  private static func contents(of file: KeptFile) throws(KeptFileError) -> [UInt8]? {
    do throws(SystemError) {
      return try file.contents()
    } catch {
      switch error.code {
      case EINVAL, EISDIR, ELOOP:
        throw .refused("'\(file.path)' is no file", hint: "a baseline is a file of JSON")
      case ENOTDIR: throw noFolder(file.path)
      default: throw .failed(error)
      }
    }
  }

  private static func noFolder(_ path: String) -> KeptFileError {
    .refused("the folder of '\(path)' is not there", hint: "make it first, or choose another one")
  }

  init(parsing bytes: [UInt8]) throws(ForeignFile) {
    let known = try OwnJSON.records(of: bytes, mark: Self.mark, list: "findings") { fields in
      let file = fields.node("file").flatMap { fields.text($0, "'file'") }
      let id = fields.require(fields.line("id")?.value, "id")
      let message = fields.node("message").flatMap { fields.text($0, "'message'") }
      let count = fields.integer("count", in: 1...1_000_000)?.value
      guard let id, let message = fields.require(message, "message") else {
        return nil as (FindingKey, Int)?
      }
      return (FindingKey(file: file ?? "", id: id, message: message), count ?? 1)
    }
    // A merge may have left two lines about one finding: both branches knew it.
    self.init(Dictionary(known) { max($0, $1) })
  }
}
