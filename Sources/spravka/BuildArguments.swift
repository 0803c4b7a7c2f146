internal import Glibc
internal import SpravkaKit

/// What `build` and `check` are told, and `search` too of the site.
struct BuildArguments {
  var site = "."
  /// Nil means `public` inside the site.
  var output: String?
  var includesDrafts = false
  var isStrict = false
  var isClean = false
  var showsTiming = false
  var today: CalendarDate
  var jobs: Int
  var format = Format.text

  enum Format: String, CaseIterable { case text, json }
  enum Purpose { case build, check }

  init(_ words: [String], for purpose: Purpose) throws(UsageError) {
    today = try Self.today()
    jobs = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var rest = words[...]
    while let word = rest.popFirst() {
      let (option, attached) = Self.split(word)
      if option == "--output" || option == "--clean", purpose == .check {
        throw UsageError("'check' writes nothing and has no option '\(option)'")
      }
      switch option {
      case "--drafts": includesDrafts = try Self.flag(option, attached)
      case "--strict": isStrict = try Self.flag(option, attached)
      case "--clean": isClean = try Self.flag(option, attached)
      case "--timing": showsTiming = try Self.flag(option, attached)
      default: try read(option, attached, &rest)
      }
    }
  }

  private mutating func read(
    _ option: String, _ attached: String?, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    guard Self.optionsWithValue.contains(option) else { throw Self.unknown(option) }
    let value = try Self.value(of: option, attached, &rest)
    switch option {
    case "--site": site = value
    case "--output": output = value
    case "--now": today = try Self.date(value, from: option)
    case "--jobs":
      guard let count = Int(value), (1...1024).contains(count) else {
        throw UsageError("'--jobs' needs a number from 1 to 1024, not '\(value)'")
      }
      jobs = count
    default:
      guard let format = Format(rawValue: value) else {
        let known = Format.allCases.map(\.rawValue)
        throw UsageError(
          "unknown format '\(value)'", hint: "the formats are \(known.joined(separator: ", "))")
      }
      self.format = format
    }
  }

  /// Whether «nothing has changed» is an answer: not where all findings are asked for again.
  var mayAnswerQuickly: Bool { !isClean && !isStrict && format == .text }

  var buildOptions: BuildOptions {
    var options = BuildOptions(today: today)
    options.includesDrafts = includesDrafts
    options.isStrict = isStrict
    options.jobs = jobs
    return options
  }

  /// Where the build goes, and all that its output depends on.
  func target(for tree: SourceTree) async -> EmitTarget {
    let inputs = await InputDigest(
      of: tree, version: programIdentity(), options: ["drafts=\(includesDrafts)", "now=\(today)"],
      jobs: jobs)
    var target = EmitTarget(
      site: site, output: output ?? (site == "." ? "public" : site + "/public"), inputs: inputs,
      warnings: 0, jobs: jobs)
    target.keepsFiles = !isClean
    // A relative one would be a folder that depends on where the command stands.
    target.home = unsafe getenv("HOME").map { unsafe String(cString: $0) }
      .flatMap { $0.hasPrefix("/") ? $0 : nil }
    return target
  }

  static let flags = ["--drafts", "--strict", "--clean", "--timing"]
  static let optionsWithValue = ["--site", "--output", "--now", "--jobs", "--format"]
  /// Those that `search` has too.
  static let ofSearch = ["--site", "--now", "--jobs", "--format", "--drafts"]

  /// `--site=DIR` → (`--site`, `DIR`).
  static func split(_ word: String) -> (option: String, value: String?) {
    guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  /// A forgotten value must not make the next option one: `--output --strict` means no folder
  /// «--strict», which can still be written as `--output=--strict`.
  static func value(
    of option: String, _ attached: String?, _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> String {
    if attached == nil, let next = rest.first, next.hasPrefix("--") {
      throw UsageError("'\(option)' needs a value, and '\(next)' is an option")
    }
    guard let value = attached ?? rest.popFirst(), !value.isEmpty else {
      throw UsageError("'\(option)' needs a value")
    }
    return value
  }

  static func flag(_ option: String, _ value: String?) throws(UsageError) -> Bool {
    if let value { throw UsageError("'\(option)' takes no value, but has '\(value)'") }
    return true
  }

  private static func unknown(_ word: String) -> UsageError {
    guard word.hasPrefix("-") else {
      return UsageError("unexpected '\(word)'", hint: "the site's folder is given by '--site'")
    }
    return unknown(word, among: flags + optionsWithValue)
  }

  static func unknown(_ word: String, among options: [String]) -> UsageError {
    let near = nearestName(to: word, among: options)
    return UsageError("unknown option '\(word)'", hint: near.map { "did you mean '\($0)'?" })
  }

  private static func date(_ text: String, from source: String) throws(UsageError) -> CalendarDate {
    guard let date = CalendarDate(text) else {
      throw UsageError("'\(source)' needs a date like 2026-11-20, not '\(text)'")
    }
    return date
  }
}

extension BuildArguments {
  /// The day of the build: SOURCE_DATE_EPOCH where it is set, else the clock; both in UTC, so that
  /// no time zone matters.
  private static func today() throws(UsageError) -> CalendarDate {
    var seconds = time(nil)
    if let epoch = unsafe getenv("SOURCE_DATE_EPOCH") {
      let text = unsafe String(cString: epoch)
      guard let number = Int(text) else {
        throw UsageError("SOURCE_DATE_EPOCH is not a number of seconds: '\(text)'")
      }
      seconds = number
    }
    var parts = unsafe tm()
    unsafe gmtime_r(&seconds, &parts)
    let date = unsafe CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    guard let date else { throw UsageError("SOURCE_DATE_EPOCH is no day of our calendar") }
    return date
  }
}
