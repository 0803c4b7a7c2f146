internal import SpravkaKit

/// `spravka build`: scan, build, publish; the last site stays when anything is wrong.
func runBuild(_ arguments: BuildArguments) async -> ExitCode {
  var timer = StageTimer()
  defer { if arguments.showsTiming { reportTimings(timer.timings) } }
  let known: Baseline?
  let scanned: ScanResult
  do throws(KeptFileError) {
    known = try arguments.knownFindings()
  } catch {
    return fail(error)
  }
  do throws(MachineError) {
    scanned = try await timer.time("scan") { () throws(MachineError) in
      try await scan(arguments.site, jobs: arguments.jobs, git: .ofEnvironment())
    }
  } catch {
    return fail(error)
  }
  var target = await timer.time("digest") { await arguments.target(for: scanned.tree, known) }
  if arguments.mayAnswerQuickly, scanned.diagnostics.isEmpty,
    let last = await timer.time("compare", { await unchangedBuild(target) })
  {
    reportNothingToDo(last, target.output)
    return .fine
  }
  let result = await build(scanned.tree, scanned: scanned.diagnostics, arguments.buildOptions)
  timer.add(result.timings)
  let findings = arguments.newFindings(of: result, known)
  let isReported = report(findings.all, of: scanned.tree, arguments)
  findings.reportKnown()
  guard isReported, !findings.hasErrors else {
    standardError.write("Nothing was published.\n")
    return isReported ? .contentErrors : .machineFailed
  }
  target.warnings = findings.all.count
  do throws(EmitError) {
    let emitted = try await timer.time("emit") { [target] () throws(EmitError) in
      try await emit(result.outputs, to: target)
    }
    report(emitted, of: result, target.part, in: target.output)
    return .fine
  } catch {
    return fail(error)
  }
}

private func reportNothingToDo(_ last: LastBuild, _ output: String) {
  standardError.write("Nothing has changed since the last build of '\(output)'.\n")
  if last.warnings > 0 {
    let warnings = counted(last.warnings, "warning")
    standardError.write("It had \(warnings): 'spravka check' shows them.\n")
  }
}

func fail(_ error: MachineError) -> ExitCode {
  standardError.write("spravka: \(error.message)\n")
  if case .noSite = error { return .wrongUsage }
  return .machineFailed
}

private func fail(_ error: EmitError) -> ExitCode {
  standardError.write("spravka: \(error.message)\n")
  if case .refused = error { return .wrongUsage }
  return .machineFailed
}
