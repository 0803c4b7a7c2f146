// What version control knows of a site's files: an input like their bytes. A file that it does not
// know (not committed yet, no repository) is simply not in it, and nothing else stands in for it.

/// The last changes of the site's files.
public struct History: Sendable, Equatable {
  /// By the file's path from the site's root.
  public var changes: [String: LastChange]
  /// Why changes that exist could not be read; then there are none here.
  public var loss: Loss?
  /// The lines of `.git-blame-ignore-revs` that name no commit, from 1.
  public var misreadLines: [Int]

  public init(
    changes: [String: LastChange] = [:], loss: Loss? = nil, misreadLines: [Int] = []
  ) {
    self.changes = changes
    self.loss = loss
    self.misreadLines = misreadLines
  }

  /// Whether there is nothing to know and nothing to say.
  var isSilent: Bool { changes.isEmpty && loss == nil && misreadLines.isEmpty }

  /// The last change of one file.
  public enum LastChange: Sendable, Equatable {
    case known(Commit)
    /// Before the first commit of a clone that holds only the latest ones.
    case beyondClone
  }

  /// A commit as readers see it.
  public struct Commit: Sendable, Equatable {
    /// When it was committed, in the committer's own time zone.
    public let date: CalendarDate
    /// Always of one length, so that it does not depend on how much else a clone holds.
    public let revision: String

    public init(date: CalendarDate, revision: String) {
      self.date = date
      self.revision = revision
    }
  }

  /// A repository that cannot be read.
  public struct Loss: Sendable, Equatable {
    /// As it stands behind «is not known: ».
    public let reason: String
    public let hint: String

    public init(reason: String, hint: String) {
      self.reason = reason
      self.hint = hint
    }
  }
}
