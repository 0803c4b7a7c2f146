// The manifest of a published site, as a file → its addresses, or the words that say why it is none.
import Glibc

extension SiteManifest {
  private static let hint = "take 'manifest.json' from the site that readers see"

  /// - Parameter path: from where the program stands.
  public static func read(from path: String) throws(KeptFileError) -> SiteManifest {
    let bytes = try contents(of: path)
    do throws(ManifestProblem) {
      return try SiteManifest(reading: bytes)
    } catch {
      throw .refused(
        "'\(path)' is no manifest of a published site: " + words(for: error, in: bytes),
        hint: hint)
    }
  }

  private static func contents(of path: String) throws(KeptFileError) -> [UInt8] {
    do throws(SystemError) {
      if let bytes = try KeptFile(path).contents() { return bytes }
    } catch {
      switch error.code {
      case ENOTDIR: break
      case EINVAL, EISDIR, ELOOP: throw .refused("'\(path)' is no file", hint: hint)
      default: throw .failed(error)
      }
    }
    throw .refused("there is no '\(path)'", hint: hint)
  }

  private static func words(for problem: ManifestProblem, in bytes: [UInt8]) -> String {
    switch problem {
    case .syntax where bytes.allSatisfy(\.isASCIIWhitespace): return "it is empty"
    case .syntax(let offset):
      let place = LineTable(bytes).position(at: min(offset, bytes.count))
      return "it is no JSON at line \(place.line), column \(place.column)"
    case .shape: return "'version', 'pages' and 'redirects' are not there as they must be"
    case .version(let version) where version < 1:
      return "its 'version' is none that Spravka ever wrote"
    case .version(let version): return "a newer Spravka wrote it (version \(version))"
    }
  }
}
