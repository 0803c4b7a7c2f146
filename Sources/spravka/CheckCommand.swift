internal import SpravkaKit

/// `spravka check`: all findings, and no site written.
func runCheck(_ arguments: BuildArguments) async -> ExitCode {
  let known: Baseline?
  let checker: LinkChecker?
  var options = arguments.buildOptions
  do throws(KeptFileError) {
    known = try arguments.knownFindings()
    options.published = try arguments.publishedAddresses()
  } catch {
    return fail(error)
  }
  do throws(LinkCheckError) {
    checker = try arguments.linkChecker()
  } catch {
    return fail(error)
  }
  return await runCheck(arguments, options, known, checker)
}

private func runCheck(
  _ arguments: BuildArguments, _ options: BuildOptions, _ known: Baseline?, _ checker: LinkChecker?
) async -> ExitCode {
  var timer = StageTimer()
  let scanned: ScanResult
  do throws(MachineError) {
    scanned = try await timer.time("scan") { () throws(MachineError) in
      try await scan(arguments.site, jobs: arguments.jobs, git: .ofEnvironment())
    }
  } catch {
    return fail(error)
  }
  var asked: Result<LinkChecker.Report, LinkCheckError>?
  let result = await check(
    scanned.tree, scanned: scanned.diagnostics, options,
    asking: checker.map { checker in
      { links in
        asked = await checker.answers(to: links)
        return (try? asked?.get().answers) ?? [:]
      }
    })
  timer.add(result.timings)
  if case .failure(let error) = asked { return fail(error) }
  let written: Baseline?
  do throws(KeptFileError) {
    written = try arguments.writeKnownFindings(of: result)
  } catch {
    return fail(error)
  }
  let findings = arguments.newFindings(of: result, written ?? known)
  let isReported = report(findings.all, of: scanned.tree, arguments)
  findings.reportKnown()
  if case .success(let links) = asked { report(links) }
  if arguments.showsTiming { reportTimings(timer.timings) }
  if findings.all.isEmpty {
    let nothing = findings.known > 0 ? "nothing new" : "nothing"
    standardError.write(
      "\(counted(result.articleCount, "article")): \(nothing) to find fault with\n")
  }
  reportAddresses(options.published, in: result)
  guard isReported else { return .machineFailed }
  return findings.hasErrors ? .contentErrors : .fine
}

extension LinkChecker {
  fileprivate func answers(to links: Set<String>) async -> Result<Report, LinkCheckError> {
    do throws(LinkCheckError) {
      return .success(try await check(links))
    } catch {
      return .failure(error)
    }
  }
}
