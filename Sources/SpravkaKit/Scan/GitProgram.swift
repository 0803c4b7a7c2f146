// The one program that a build starts, and all that it is told. Git reads the configuration of the
// user and of the repository, and neither may change the answer, start anything or reach for a
// network: hence the long list of overrides. What says whom git may trust (`safe.directory`) is kept.

/// How `git` is found and run.
public struct GitProgram: Sendable {
  /// Folders as in `PATH`.
  var searchPath: String
  /// What git gets of our own environment.
  var inherited: [String]
  /// How long git may say nothing: it does while it walks commits that do not touch the site.
  var patience = Duration.seconds(60)

  init(searchPath: String, inherited: [String] = []) {
    self.searchPath = searchPath
    self.inherited = inherited
  }

  /// Git as the person has it who started us.
  public static func ofEnvironment() -> GitProgram {
    var names = [
      "PATH", "HOME", "XDG_CONFIG_HOME", "SUDO_UID", "GIT_EXEC_PATH", "GIT_CONFIG_COUNT",
    ]
    names += ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"]
    let count = environmentVariable("GIT_CONFIG_COUNT").flatMap { Int($0) } ?? 0
    for index in 0..<max(0, min(count, 1000)) {
      names += ["GIT_CONFIG_KEY_\(index)", "GIT_CONFIG_VALUE_\(index)"]
    }
    return GitProgram(
      searchPath: environmentVariable("PATH") ?? "",
      inherited: names.compactMap { name in environmentVariable(name).map { "\(name)=\($0)" } })
  }

  /// The program to run; nil when there is none.
  var path: String? { findProgram("git", in: searchPath) }

  /// The history of all that lies in a folder, the latest commit first; see `GitLog`.
  func log(of folder: String, program: String) -> ChildProgram {
    var words = ["-C", folder, "--no-pager", "--literal-pathspecs"]
    for override in Self.overrides { words += ["-c", override] }
    words += ["log", "-z", "-c", "--name-status", "-M100%", "--format=%x00%H %cd", "--date=short"]
    words += ["--no-color", "--no-show-signature", "--no-notes", "--no-decorate"]
    words += ["--no-ext-diff", "--no-textconv", "-O/dev/null", "--", "."]
    return ChildProgram(
      path: program, words: words, environment: inherited + Self.settings, patience: patience)
  }

  private static let overrides = [
    "log.follow=false", "log.showRoot=true", "log.mailmap=false", "diff.relative=false",
    "core.fsmonitor=false", "core.hooksPath=/dev/null",
    "core.pager=cat", "diff.ignoreSubmodules=none", "submodule.recurse=false",
    "protocol.allow=never",
  ]

  /// English, without questions, locks, replaced commits and the objects that another host keeps.
  private static let settings = [
    "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_REPLACE_OBJECTS=1",
    "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_ATTR_NOSYSTEM=1",
  ]
}
