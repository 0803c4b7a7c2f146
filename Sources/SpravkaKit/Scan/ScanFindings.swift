// The words of what Scan finds, in one place.
import Glibc

extension Diagnostic {
  static func unreadable(_ path: RawPath, _ error: SystemError) -> Diagnostic {
    let hint =
      switch error.code {
      case EACCES, EPERM: "give yourself the right to read it, with chmod or chown"
      case EIO: "the disk may be failing: restore the file from a copy"
      case ENAMETOOLONG: "shorten the names on its path"
      default: "see that the file can be opened, or take it out of the site"
      }
    return unreadable(path, "cannot be read: \(error.reason)", hint: hint)
  }

  static func special(_ path: RawPath, _ kind: FileStatus.Kind) -> Diagnostic {
    let name =
      switch kind {
      case .pipe: "a named pipe"
      case .socket: "a socket"
      default: "a device"
      }
    return unreadable(
      path, "is \(name), neither a file nor a folder", hint: "take it out of the site")
  }

  static func notAFolder(_ path: RawPath) -> Diagnostic {
    unreadable(path, "is a file, not a folder", hint: "rename it, or make a folder of that name")
  }

  static func cycle(_ path: RawPath, through above: RawPath) -> Diagnostic {
    let folder = above == .here ? "the site's own folder" : "'\(above.shown)'"
    return unreadable(
      path, "the link leads back to \(folder), in which it lies",
      hint: "remove the link: a folder cannot hold itself")
  }

  static func deadLink(_ path: RawPath, to target: String) -> Diagnostic {
    unreadable(
      path, "the link leads nowhere: there is no '\(target)'",
      hint: "mend the link, or put the file itself there")
  }

  static func circularLink(_ path: RawPath, to target: String) -> Diagnostic {
    unreadable(
      path, "the link leads in a circle: '\(target)' leads back to it",
      hint: "mend the link, or put the file itself there")
  }

  static func outside(_ path: RawPath, to target: String) -> Diagnostic {
    Diagnostic(
      .pathOutside, "the link leads out of the site: '\(target)'", file: path.shown,
      hint: "copy what it leads to into the site")
  }

  static func articleTooLarge(_ path: RawPath, size: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .articleTooLarge, "the article has \(size) bytes; the limit is \(limit)", file: path.shown,
      hint: "split it into several articles")
  }

  static func textTooLarge(_ path: RawPath, size: Int, limit: Int) -> Diagnostic {
    unreadable(
      path, "the file has \(size) bytes; the limit is \(limit)",
      hint: "see that it is the file you mean")
  }

  /// A finding when the last name of a path cannot be published or even be printed.
  static func unusableName(_ path: RawPath) -> Diagnostic? {
    if !path.isUTF8 {
      return unreadable(
        path, "the name is not UTF-8", hint: "rename it, best with letters, digits and hyphens")
    }
    guard path.hasControlCharacter else { return nil }
    return unreadable(
      path, "the name holds a control character",
      hint: "rename it, best with letters, digits and hyphens")
  }

  private static func unreadable(
    _ path: RawPath, _ message: String, hint: String
  ) -> Diagnostic {
    Diagnostic(.unreadableFile, message, file: path.shown, hint: hint)
  }
}
