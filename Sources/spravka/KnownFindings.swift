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
          + " 'spravka check --write-baseline \(baseline)' writes it anew.\n")
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
    let rest = (known ?? Baseline(of: [])).remainder(of: result.diagnostics)
    return NewFindings(
      all: rest.findings, known: rest.known, vanished: rest.vanished, baseline: baseline)
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
