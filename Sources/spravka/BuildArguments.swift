internal import Glibc
internal import SpravkaKit

/// What `build` and `check` are told, and other commands too of the site.
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
  /// The share of the site that is written.
  var part: SitePart?
  /// The file of findings that are known.
  var baseline: String?
  /// The file that gets all findings as known ones.
  var newBaseline: String?
  /// The file that lists the addresses of the site that readers know.
  var manifest: String?
  /// Whether links to other sites are asked for, and how.
  var asksLinks = false
  var links = LinksArguments()

  enum Format: String, CaseIterable {
    case text, json, github, sarif

    /// Those of results that are no findings.
    static let plain = [Format.text, .json]
  }
  enum Purpose { case build, check, search }

  init(_ words: [String], for purpose: Purpose) throws(UsageError) {
    today = try Self.today()
    jobs = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var rest = words[...]
    while let word = rest.popFirst() {
      let (option, attached) = Self.split(word)
      try Self.requireUse(of: option, for: purpose)
      switch option {
      case "--drafts": includesDrafts = try Self.flag(option, attached)
      case "--strict": isStrict = try Self.flag(option, attached)
      case "--clean": isClean = try Self.flag(option, attached)
      case "--timing": showsTiming = try Self.flag(option, attached)
      case _ where Self.ofLinks.contains(option): try readLinks(option, attached, &rest)
      default: try read(option, attached, &rest, for: purpose)
      }
    }
    if part != nil, output == nil {
      throw UsageError(
        "'--part' needs '--output'", hint: "each part of a site has a folder of its own")
    }
    if baseline != nil, newBaseline != nil {
      throw UsageError("'--baseline' and '--write-baseline' do not go together")
    }
    if !asksLinks, let option = words.first(where: { $0.hasPrefix("--links-") }) {
      throw UsageError("'\(Self.split(option).option)' needs '--links'")
    }
  }

  /// Refuses options of `build` to `check`, and the other way round.
  private static func requireUse(of option: String, for purpose: Purpose) throws(UsageError) {
    if ofBuild.contains(option), purpose != .build {
      throw UsageError("'check' writes no site and has no option '\(option)'")
    }
    if ofCheck.contains(option), purpose == .build {
      throw UsageError("'build' has no option '\(option)'", hint: "'check' has it")
    }
  }

  private mutating func read(
    _ option: String, _ attached: String?, _ rest: inout ArraySlice<String>, for purpose: Purpose
  ) throws(UsageError) {
    guard Self.optionsWithValue.contains(option) else { throw Self.unknown(option) }
    let value = try Self.value(of: option, attached, &rest)
    switch option {
    case "--site": site = value
    case "--output": output = value
    case "--baseline": baseline = value
    case "--write-baseline": newBaseline = value
    case "--against": manifest = value
    case "--part":
      guard let part = SitePart(value) else {
        throw UsageError(
          "'--part' needs two numbers like 1/4, not '\(value)'",
          hint: "the first is from 1 to the second, the second at most \(SitePart.most)")
      }
      self.part = part
    case "--now": today = try Self.date(value, from: option)
    case "--jobs":
      guard let count = Int(value), (1...1024).contains(count) else {
        throw UsageError("'--jobs' needs a number from 1 to 1024, not '\(value)'")
      }
      jobs = count
    default: format = try Self.format(value, for: purpose)
    }
  }

  private static func format(_ name: String, for purpose: Purpose) throws(UsageError) -> Format {
    let known = purpose == .search ? Format.plain : Format.allCases
    guard let format = known.first(where: { $0.rawValue == name }) else {
      let names = known.map(\.rawValue).joined(separator: ", ")
      throw UsageError("unknown format '\(name)'", hint: "the formats are \(names)")
    }
    return format
  }

  /// Whether «nothing has changed» is an answer: not where all findings are asked for again.
  var mayAnswerQuickly: Bool {
    !isClean && !isStrict && format == .text && part == nil && baseline == nil
  }

  var buildOptions: BuildOptions {
    var options = BuildOptions(today: today)
    options.includesDrafts = includesDrafts
    options.isStrict = isStrict
    options.jobs = jobs
    return options
  }

  /// Where the build goes, and all that its output depends on.
  ///
  /// - Parameter known: without it the site might not be published at all.
  func target(for tree: SourceTree, _ known: Baseline?) async -> EmitTarget {
    var options = ["drafts=\(includesDrafts)", "now=\(today)"]
    if let known { options.append("baseline=\(known.digest)") }
    let inputs = await InputDigest(
      of: tree, version: programIdentity(), options: options, jobs: jobs)
    var target = EmitTarget(
      site: site, output: output ?? (site == "." ? "public" : site + "/public"), inputs: inputs,
      warnings: 0, jobs: jobs)
    target.keepsFiles = !isClean
    // A relative one would be a folder that depends on where the command stands.
    target.home = unsafe getenv("HOME").map { unsafe String(cString: $0) }
      .flatMap { $0.hasPrefix("/") ? $0 : nil }
    target.part = part
    return target
  }

  static let flags = [
    "--drafts", "--strict", "--clean", "--timing", "--links", "--links-private",
  ]
  static let optionsWithValue = [
    "--site", "--output", "--now", "--jobs", "--format", "--part", "--baseline", "--write-baseline",
    "--against", "--links-cache", "--links-limit",
  ]
  static let ofBuild = ["--output", "--clean", "--part"]
  static let ofCheck = ["--against", "--write-baseline"] + ofLinks

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
