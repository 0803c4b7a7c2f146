internal import SpravkaKit

/// `spravka init`: a new site, in a folder that has no content yet.
func runInit(_ folder: String) -> ExitCode {
  do throws(StarterError) {
    for path in try writeStarterSite(to: folder) {
      standardError.write("wrote \(folder)/\(path)\n")
    }
    standardError.write("Now try: spravka build --site \(folder)\n")
    return .fine
  } catch {
    standardError.write("spravka: \(error.message)\n")
    switch error {
    case .occupied, .blocked: return .wrongUsage
    case .failed: return .machineFailed
    }
  }
}
