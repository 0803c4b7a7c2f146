internal import Glibc
internal import SpravkaKit
internal import SpravkaServer

/// `spravka serve`: the preview, until it is stopped.
func runServe(_ arguments: ServeArguments) async -> ExitCode {
  let site = arguments.site
  do throws(MachineError) {
    try requireSite(site.site)
  } catch {
    return fail(error)
  }
  let preview = Preview(site: site.site, site.buildOptions)
  await preview.start(git: .ofEnvironment())
  let server: PreviewServer
  do throws(HTTPServer.StartError) {
    server = try PreviewServer(preview.board, address: arguments.address, port: arguments.port)
  } catch {
    return refuse(error, arguments)
  }
  if server.port != arguments.port {
    standardError.write("Port \(arguments.port) is taken.\n")
  }
  if !arguments.address.hasPrefix("127.") {
    standardError.write(
      "spravka: everybody who can reach \(arguments.address) can read the drafts of this site\n")
  }
  let address = server.origin + preview.board.snapshot.basePath + "/"
  standardError.write("The preview is at \(address). Ctrl+C ends it.\n")
  if arguments.opensBrowser { openBrowser(address) }
  await follow(SiteWatcher(site.site, of: preview.board).changes, preview)
  return .fine
}

/// Takes changes in as they come; the whole site is made anew when no more follow, or when they do
/// not end, and its search is asked when the writer pauses.
private func follow(_ changes: AsyncStream<Set<String>?>, _ preview: Preview) async {
  /// For how long a site is not made anew because more changes come: something may write always.
  let patience = Duration.seconds(2)
  var settling = Task { await preview.askQuestions() }
  var dueSince: ContinuousClock.Instant?
  for await paths in changes {
    settling.cancel()
    if await !preview.isUnsettled {
      dueSince = nil
    } else if let since = dueSince, ContinuousClock.now - since > patience {
      await preview.settle()
      dueSince = nil
    }
    await preview.take(paths)
    if await preview.isUnsettled { dueSince = dueSince ?? .now }
    settling = Task {
      if paths != nil { try? await Task.sleep(for: .milliseconds(150)) }
      if !Task.isCancelled { await preview.settle() }
      try? await Task.sleep(for: .seconds(1))
      if !Task.isCancelled { await preview.askQuestions() }
    }
  }
}

private func refuse(_ error: HTTPServer.StartError, _ arguments: ServeArguments) -> ExitCode {
  switch error {
  case .portTaken:
    standardError.write(
      "spravka: no port from \(arguments.port) on is free\n  hint: '--port' chooses another\n")
  case .refused(let reason):
    standardError.write(
      "spravka: cannot listen on \(arguments.address):\(arguments.port): \(reason)\n")
  }
  return .machineFailed
}

/// Asks the desktop for a browser; where there is none the address is on the screen.
private func openBrowser(_ address: String) {
  var child = pid_t()
  let texts: [String] = ["xdg-open", address]
  var words: [UnsafeMutablePointer<CChar>?] = unsafe texts.map { text in unsafe strdup(text) }
  unsafe words.append(nil)
  defer { unsafe words.forEach { word in unsafe free(word) } }
  if unsafe posix_spawnp(&child, "xdg-open", nil, nil, &words, environ) != 0 {
    standardError.write("No browser could be opened: there is no xdg-open.\n")
  }
}
