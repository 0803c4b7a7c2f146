internal import SpravkaKit

/// What `serve` is told.
struct ServeArguments {
  /// Of the site and of its day, as for a build.
  let site: BuildArguments
  var address = "127.0.0.1"
  var port: UInt16 = 8024
  var opensBrowser = false

  static let flags = ["--open"]
  static let optionsWithValue = ["--site", "--port", "--host", "--now", "--jobs"]

  init(_ words: [String]) throws(UsageError) {
    var others: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      let (option, attached) = BuildArguments.split(word)
      if option == "--open" {
        opensBrowser = try BuildArguments.flag(option, attached)
        continue
      }
      guard Self.optionsWithValue.contains(option) else {
        throw BuildArguments.unknown(option, among: Self.flags + Self.optionsWithValue)
      }
      let value = try BuildArguments.value(of: option, attached, &rest)
      switch option {
      case "--port":
        guard let number = UInt16(value), number > 0 else {
          throw UsageError("'--port' needs a number from 1 to 65535, not '\(value)'")
        }
        port = number
      case "--host": address = value
      default: others.append("\(option)=\(value)")
      }
    }
    site = try BuildArguments(others + ["--drafts"], for: .check)
  }
}
