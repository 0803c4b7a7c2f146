internal import SpravkaKit

// The words of the command line → one value that says what to do. Every mistake has words of its
// own, and a hint where there is one.

enum Command {
  case build(BuildArguments)
  case check(BuildArguments)
  case search(SearchArguments)
  case serve(ServeArguments)
  case new(NewArguments)
  case initialize(folder: String)
  case help(topic: String?)
  case version

  init(_ words: [String]) throws(UsageError) {
    guard let name = words.first else {
      throw UsageError("no command", hint: "try 'spravka build' or 'spravka --help'")
    }
    let rest = Array(words.dropFirst())
    let asksForHelp = rest.contains("--help") || rest.contains("-h")
    switch name {
    case "--help", "-h", "help": self = .help(topic: rest.first { !$0.hasPrefix("-") })
    case "--version": self = .version
    case _ where asksForHelp && Self.names.contains(name): self = .help(topic: name)
    case "build": self = .build(try BuildArguments(rest, for: .build))
    case "check": self = .check(try BuildArguments(rest, for: .check))
    case "search": self = .search(try SearchArguments(rest))
    case "serve": self = .serve(try ServeArguments(rest))
    case "new": self = .new(try NewArguments(rest))
    case "init": self = .initialize(folder: try Self.folder(rest))
    default:
      let near = nearestName(to: name, among: Self.names + ["--help", "--version"])
      throw UsageError(
        "unknown command '\(name)'",
        hint: near.map { "did you mean '\($0)'?" } ?? "'spravka --help' lists the commands")
    }
  }

  static let names = ["build", "check", "serve", "new", "search", "init"]

  private static func folder(_ words: [String]) throws(UsageError) -> String {
    if let option = words.first(where: { $0.hasPrefix("-") }) {
      throw UsageError("'init' has no option '\(option)'", hint: "write 'spravka init FOLDER'")
    }
    guard words.count == 1, let folder = words.first, !folder.isEmpty else {
      throw UsageError("'init' needs one folder", hint: "write 'spravka init FOLDER'")
    }
    return folder
  }
}

/// The command line makes no sense.
struct UsageError: Error {
  let message: String
  let hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
