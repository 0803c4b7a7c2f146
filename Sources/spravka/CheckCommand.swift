internal import SpravkaKit

/// `spravka check`: all findings, and no site written.
func runCheck(_ arguments: BuildArguments) async -> ExitCode {
  var timer = StageTimer()
  do throws(BaselineError) {
    let known = try arguments.knownFindings()
    let scanned: ScanResult
    do throws(MachineError) {
      scanned = try await timer.time("scan") { () throws(MachineError) in
        try await scan(arguments.site, jobs: arguments.jobs, git: .ofEnvironment())
      }
    } catch {
      return fail(error)
    }
    let result = await check(scanned.tree, scanned: scanned.diagnostics, arguments.buildOptions)
    timer.add(result.timings)
    let written = try arguments.writeKnownFindings(of: result)
    let findings = arguments.newFindings(of: result, written ?? known)
    let isReported = report(findings.all, of: scanned.tree, arguments)
    findings.reportKnown()
    if arguments.showsTiming { reportTimings(timer.timings) }
    if findings.all.isEmpty {
      let nothing = findings.known > 0 ? "nothing new" : "nothing"
      standardError.write(
        "\(counted(result.articleCount, "article")): \(nothing) to find fault with\n")
    }
    guard isReported else { return .machineFailed }
    return findings.hasErrors ? .contentErrors : .fine
  } catch {
    return fail(error)
  }
}
