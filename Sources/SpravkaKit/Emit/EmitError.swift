// Why a build was not published, in words that say what to do.
import Glibc

/// The end of an emit without a new site.
public enum EmitError: Error, Equatable, Sendable {
  /// Wrong usage; nothing was touched.
  case refused(String)
  /// Another build is at work in the output folder.
  case busy(String)
  /// The machine failed us.
  case failed(SystemError, Aftermath)

  /// What readers of the site see after a failure.
  public enum Aftermath: Sendable, Equatable {
    case oldSiteStands
    case nothingPublished
    /// File by file only: some files are new, some old.
    case partlyPublished
  }

  /// One line.
  public var message: String {
    switch self {
    case .refused(let words), .busy(let words): words
    case .failed(let error, let aftermath): "\(error.advice); \(aftermath.words)"
    }
  }
}

extension EmitError.Aftermath {
  fileprivate var words: String {
    switch self {
    case .oldSiteStands: "the old site stands"
    case .nothingPublished: "nothing was published"
    case .partlyPublished: "a part of the new site is in place, and the next build mends it"
    }
  }
}

extension SystemError {
  /// What failed, and what helps.
  fileprivate var advice: String {
    let failure = "cannot \(operation.rawValue) '\(path)'"
    return switch code {
    case ENOSPC: "the disk is full: \(failure); free some space and build again"
    case EDQUOT: "the disk quota is used up: \(failure); free some space and build again"
    case EACCES, EPERM: "\(failure): no permission; give this user the right to it"
    case EROFS: "\(failure): the file system is read-only; choose another output folder"
    case EMFILE, ENFILE: "\(failure): too many open files; raise the limit (ulimit -n)"
    case EFBIG: "\(failure): over the limit for files (ulimit -f)"
    case ESTALE: "\(failure): another program replaced it during the build; build again"
    case ENAMETOOLONG: "\(failure): the name is too long; shorten the article's path"
    default: "\(failure): \(reason)"
    }
  }
}
