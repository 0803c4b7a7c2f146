internal import SpravkaKit

/// What `search` is told.
struct SearchArguments {
  /// Of the site and of its day, as for a build.
  let site: BuildArguments
  let request: SearchRequest
  /// Whether to say which words each article holds.
  let explains: Bool

  static let flags = ["--drafts", "--explain"]
  static let optionsWithValue = [
    "--site", "--language", "--edition", "--limit", "--now", "--jobs", "--format",
  ]
  private static let own = ["--language", "--edition", "--limit", "--explain"]

  init(_ words: [String]) throws(UsageError) {
    var text: [String] = []
    var others: [String] = []
    var values: [String: String] = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        text += rest
        break
      }
      guard word.hasPrefix("-") else {
        text.append(word)
        continue
      }
      let (option, attached) = BuildArguments.split(word)
      if Self.flags.contains(option) {
        _ = try BuildArguments.flag(option, attached)
        values[option] = ""
      } else if Self.optionsWithValue.contains(option) {
        values[option] = try BuildArguments.value(of: option, attached, &rest)
      } else {
        throw BuildArguments.unknown(option, among: Self.flags + Self.optionsWithValue)
      }
    }
    for (option, value) in values.sorted(by: { $0.key < $1.key }) where !Self.own.contains(option) {
      others.append(value.isEmpty ? option : "\(option)=\(value)")
    }
    site = try BuildArguments(others, for: .search)
    explains = values["--explain"] != nil
    request = try Self.request(for: text, values)
  }

  private static func request(
    for text: [String], _ values: [String: String]
  ) throws(UsageError) -> SearchRequest {
    guard text.contains(where: { $0.contains { !$0.isWhitespace } }) else {
      throw UsageError("'search' needs a text", hint: "write 'spravka search \"TEXT\"'")
    }
    var request = SearchRequest(text.joined(separator: " "))
    request.language = values["--language"]
    request.edition = values["--edition"]
    if let number = values["--limit"] {
      guard let limit = Int(number), (1...1000).contains(limit) else {
        throw UsageError("'--limit' needs a number from 1 to 1000, not '\(number)'")
      }
      request.limit = limit
    }
    return request
  }
}
