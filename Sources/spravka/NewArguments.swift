internal import SpravkaKit

/// What `new` is told.
struct NewArguments {
  /// Of its day, as for a build.
  let build: BuildArguments
  /// Nil means the site around where one stands.
  let site: String?
  let path: String
  let title: String
  let language: String?

  static let optionsWithValue = ["--title", "--language", "--site", "--now"]
  private static let usage = "write 'spravka new CATEGORY/NAME.md --title \"TITLE\"'"

  init(_ words: [String]) throws(UsageError) {
    var paths: [String] = []
    var values: [String: String] = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        paths += rest
        break
      }
      guard word.hasPrefix("-") else {
        paths.append(word)
        continue
      }
      let (option, attached) = BuildArguments.split(word)
      guard Self.optionsWithValue.contains(option) else {
        throw BuildArguments.unknown(option, among: Self.optionsWithValue)
      }
      values[option] = try Self.value(of: option, attached, &rest)
    }
    guard let path = paths.first, !path.isEmpty else {
      throw UsageError("'new' needs the path of the article", hint: Self.usage)
    }
    if paths.count > 1 {
      throw UsageError(
        "unexpected '\(paths[1])'", hint: "a title or a path with spaces stands in quotes")
    }
    guard let title = values["--title"], title.contains(where: { !$0.isWhitespace }) else {
      throw UsageError("'new' needs a title", hint: Self.usage)
    }
    self.path = path
    self.title = title
    language = values["--language"]
    site = values["--site"]
    build = try BuildArguments(values["--now"].map { ["--now=\($0)"] } ?? [], for: .check)
  }

  /// A title may begin with a hyphen, and then it says so by an equals sign.
  private static func value(
    of option: String, _ attached: String?, _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> String {
    do throws(UsageError) {
      return try BuildArguments.value(of: option, attached, &rest)
    } catch {
      guard option == "--title" else { throw error }
      throw UsageError(error.message, hint: "write --title=\"TITLE\"")
    }
  }
}
