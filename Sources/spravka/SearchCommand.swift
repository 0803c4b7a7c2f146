internal import SpravkaKit

/// `spravka search`: what readers would find, to standard output.
func runSearch(_ arguments: SearchArguments) async -> ExitCode {
  do throws(MachineError) {
    let site = arguments.site
    let scanned = try await scan(site.site, jobs: site.jobs, git: nil)
    let report: SearchReport
    do throws(SearchRefusal) {
      report = try await search(scanned.tree, for: arguments.request, site.buildOptions)
    } catch {
      return refuse(error)
    }
    let words =
      site.format == .text ? report.text(explains: arguments.explains) : report.json()
    return standardOutput.write(words) ? .fine : .machineFailed
  } catch {
    return fail(error)
  }
}

private func refuse(_ refusal: SearchRefusal) -> ExitCode {
  let (what, name, known) =
    switch refusal {
    case .unknownLanguage(let name, let known): ("language", name, known)
    case .unknownEdition(let name, let known): ("edition", name, known)
    }
  standardError.write("spravka: this site has no \(what) '\(name)'\n")
  if !known.isEmpty {
    standardError.write("  hint: its \(what)s are \(known.joined(separator: ", "))\n")
  }
  return .wrongUsage
}
