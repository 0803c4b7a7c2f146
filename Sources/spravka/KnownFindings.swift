internal import SpravkaKit

// What a baseline makes of the findings: those that it knows are neither shown nor counted.

/// The findings of a run that are not known.
struct NewFindings {
  let all: [Diagnostic]
  /// How many were left out.
  let known: Int
  /// How many known ones are found no more.
  fileprivate let vanished: Int
  fileprivate let baseline: String?
  /// The command that writes the known findings anew.
  fileprivate let renewal: String

  var hasErrors: Bool { all.contains { $0.level == .error } }

  /// Says what is not shown.
  func reportKnown() {
    guard let baseline else { return }
    if known > 0 {
      standardError.write("\(counted(known, "known finding")) of '\(baseline)' not shown.\n")
    }
    if vanished > 0 {
      standardError.write(
        "\(counted(vanished, "known finding")) of '\(baseline)' found no more:"
          + " '\(renewal)' writes it anew.\n")
    }
  }
}

extension BuildArguments {
  /// The baseline, where one is given.
  func knownFindings() throws(KeptFileError) -> Baseline? {
    guard let baseline else { return nil }
    return try Baseline.read(from: baseline)
  }

  func newFindings(of result: BuildResult, _ known: Baseline?) -> NewFindings {
    var unasked: Set<DiagnosticID> = []
    if manifest == nil { unasked.formUnion(Self.foundAgainst) }
    if !asksLinks { unasked.formUnion(Self.foundByLinks) }
    let known = known ?? Baseline(of: [])
    let rest = known.remainder(of: result.diagnostics, unasked: unasked)
    return NewFindings(
      all: rest.findings, known: rest.known, vanished: rest.vanished, baseline: baseline,
      renewal: renewal(of: known))
  }

  private static let foundAgainst: Set<DiagnosticID> = [.lostURL, .lostAnchor]
  private static let foundByLinks: Set<DiagnosticID> = [.deadLink, .movedLink]

  /// The same run with `--write-baseline`; it must look for all that the old file knows, or that
  /// would be lost.
  private func renewal(of known: Baseline) -> String {
    var words = ["spravka", "check"]
    if site != "." { words += ["--site", inShell(site)] }
    if includesDrafts { words.append("--drafts") }
    if isStrict { words.append("--strict") }
    if let manifest {
      words += ["--against", inShell(manifest)]
    } else if known.holds(Self.foundAgainst) {
      words += ["--against", "MANIFEST"]
    }
    if asksLinks || known.holds(Self.foundByLinks) { words.append("--links") }
    if links.asksPrivate { words.append("--links-private") }
    if links.limit != LinksArguments().limit { words += ["--links-limit", "\(links.limit)"] }
    if let cache = links.cache { words += ["--links-cache", inShell(cache)] }
    return (words + ["--write-baseline", inShell(baseline ?? "FILE")]).joined(separator: " ")
  }

  /// Makes all findings known ones, where that is asked for.
  func writeKnownFindings(of result: BuildResult) throws(KeptFileError) -> Baseline? {
    guard let newBaseline else { return nil }
    let known = Baseline(of: result.diagnostics)
    try known.write(to: newBaseline)
    standardError.write("Wrote '\(newBaseline)': \(counted(known.size, "known finding")).\n")
    if result.diagnostics.count > known.size {
      standardError.write("What has a fixed level cannot be a known finding:\n")
    }
    return known
  }
}

/// As a shell takes it for one word.
private func inShell(_ word: String) -> String {
  let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_./=,+@%".contains($0) }
  return isPlain ? word : "\"" + word.replacing(/["$`\\]/) { "\\" + $0.output } + "\""
}

func fail(_ error: KeptFileError) -> ExitCode {
  switch error {
  case .refused(let words, let hint):
    standardError.write("spravka: \(words)\n  hint: \(hint)\n")
    return .wrongUsage
  case .failed(let error):
    standardError.write(
      "spravka: cannot \(error.operation.rawValue) '\(error.path)': \(error.reason)\n")
    return .machineFailed
  }
}
