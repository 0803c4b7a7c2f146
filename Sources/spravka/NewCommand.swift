internal import SpravkaKit

/// `spravka new`: a new article where there was none; its path alone goes to standard output.
func runNew(_ arguments: NewArguments) async -> ExitCode {
  let site = arguments.site ?? siteAround()
  let scanned: ScanResult
  do throws(MachineError) {
    scanned = try await scan(site, jobs: arguments.build.jobs, git: nil)
  } catch {
    return fail(error)
  }
  do throws(ComposeError) {
    var generator = SystemRandomNumberGenerator()
    let composition = try await compose(
      scanned, arguments.request(for: site), jobs: arguments.build.jobs, using: &generator)
    try write(composition, to: site)
    for note in composition.notes { standardError.write(note + "\n") }
    let path = pathFromHere(composition.path, site: site)
    return standardOutput.write(path + "\n") ? .fine : .machineFailed
  } catch {
    return refuse(error, in: scanned.tree)
  }
}

extension NewArguments {
  fileprivate func request(for site: String) -> ArticleRequest {
    var request = ArticleRequest(path: path, title: title, today: build.today)
    request.language = language
    request.author = GitProgram.ofEnvironment().author(in: site)
    request.standing = Standing(path, site: site)
    request.option = self.site.map { " --site '\($0)'" } ?? ""
    return request
  }
}

private func refuse(_ error: ComposeError, in tree: SourceTree) -> ExitCode {
  switch error {
  case .refused(let refusal):
    standardError.write("spravka: \(refusal.message)\n")
    for hint in refusal.hints { standardError.write("  hint: \(hint)\n") }
    return .wrongUsage
  case .unknownLanguages(let findings):
    standardError.write(TextReport(file: tree.file(at:)).render(findings))
    standardError.write("Nothing was made: site.yml does not say where articles stand.\n")
    return .contentErrors
  case .failed(let error): return fail(MachineError.failed(error))
  }
}
