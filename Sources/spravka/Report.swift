internal import SpravkaKit

// Findings and timings, as they go to the terminal or to another program.

/// Shows all findings: text to standard error, other formats to standard output.
///
/// - Returns: false when a report that another program waits for could not be written.
func report(
  _ diagnostics: [Diagnostic], of tree: SourceTree, _ arguments: BuildArguments
) -> Bool {
  let file = tree.file(at:)
  switch arguments.format {
  case .text:
    standardError.write(TextReport(file: file).render(diagnostics))
    return true
  case .json: return standardOutput.write(JSONReport(file: file).render(diagnostics))
  case .github:
    let report = GitHubReport(folder: folderInRepository(arguments), file: file)
    return standardOutput.write(report.render(diagnostics))
  case .sarif:
    let report = SARIFReport(folder: folderInRepository(arguments), file: file)
    return standardOutput.write(report.render(diagnostics))
  }
}

private func folderInRepository(_ arguments: BuildArguments) -> String {
  folderInRepository(of: arguments.site, workspace: environmentVariable("GITHUB_WORKSPACE"))
}

/// A line a stage, in milliseconds.
func reportTimings(_ timings: [StageTiming]) {
  let width = timings.map(\.stage.count).max() ?? 0
  var total = Duration.zero
  for timing in timings {
    standardError.write(line(timing.stage, timing.duration, width))
    total += timing.duration
  }
  standardError.write(line("total", total, width))
}

private func line(_ stage: String, _ duration: Duration, _ width: Int) -> String {
  let tenths = duration / .microseconds(100)
  let number = "\(Int(tenths) / 10).\(Int(tenths) % 10)"
  let padding = String(repeating: " ", count: max(0, width - stage.count + 10 - number.count))
  return "\(stage)\(padding)\(number) ms\n"
}

/// What became of a build, in a line or two.
func report(
  _ emitted: EmitReport, of result: BuildResult, _ part: SitePart?, in output: String
) {
  var changes = ["\(emitted.written) written", "\(emitted.unchanged) unchanged"]
  if emitted.dropped > 0 { changes.append("\(emitted.dropped) dropped") }
  let articles = counted(result.articleCount, "article")
  let count = emitted.written + emitted.unchanged
  let files =
    part.map {
      "part \($0.number) of \($0.count): \(count) of \(counted(result.outputs.count, "file"))"
    }
    ?? counted(count, "file")
  standardError.write("\(articles), \(files) in '\(output)': \(changes.joined(separator: ", "))\n")
  if case .fileByFile(let reason) = emitted.exchange {
    standardError.write("The site was published file by file: \(reason).\n")
  }
  for path in emitted.overridden {
    standardError.write("'\(path)' was not Spravka's, and had to give way to a file of the site.\n")
  }
}

/// `1 article`, `2 articles`.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
