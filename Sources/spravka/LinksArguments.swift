internal import Glibc
internal import SpravkaKit

/// What `check --links` is told.
struct LinksArguments {
  /// Nil means a file in the site's folder.
  var cache: String?
  var limit = 1000
  var asksPrivate = false

  static let cacheName = ".spravka-links.json"
}

extension BuildArguments {
  static let ofLinks = ["--links", "--links-cache", "--links-limit", "--links-private"]

  /// Takes one of these options.
  mutating func readLinks(
    _ option: String, _ attached: String?, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    switch option {
    case "--links": asksLinks = try Self.flag(option, attached)
    case "--links-private": links.asksPrivate = try Self.flag(option, attached)
    case "--links-cache": links.cache = try Self.value(of: option, attached, &rest)
    default:
      let value = try Self.value(of: option, attached, &rest)
      guard let limit = Int(value), (1...1_000_000).contains(limit) else {
        throw UsageError("'--links-limit' needs a number from 1 to 1000000, not '\(value)'")
      }
      links.limit = limit
    }
  }

  /// What asks other sites, where that is wanted.
  func linkChecker() throws(LinkCheckError) -> LinkChecker? {
    guard asksLinks else { return nil }
    let file = links.cache ?? "\(site)/\(LinksArguments.cacheName)"
    var checker = try LinkChecker(cache: file, now: time(nil))
    checker.limit = links.limit
    checker.asksPrivate = links.asksPrivate
    if isatty(STDERR_FILENO) == 1 {
      checker.announce = { addresses, hosts in
        guard addresses > 20 else { return }
        standardError.write(
          "Asking \(hosts) hosts for \(addresses) pages, one at a time each: this takes a while.\n")
      }
    }
    return checker
  }
}

/// What was asked, in some lines.
func report(_ links: LinkChecker.Report) {
  var words = "Outside links: \(counted(links.asked, "address", "addresses")) asked"
  words += ", \(links.remembered) known from earlier runs"
  if links.left > 0 { words += ", \(links.left) left for the next run" }
  standardError.write(words + ".\n")
  guard !links.unknown.isEmpty else { return }
  let shown = 20
  standardError.write("Of \(counted(links.unknown.count, "link")) nothing can be said:\n")
  for (address, reason) in links.unknown.prefix(shown) {
    standardError.write("  \(address) \(reason)\n")
  }
  if links.unknown.count > shown {
    standardError.write("  and \(links.unknown.count - shown) more\n")
  }
}

func fail(_ error: LinkCheckError) -> ExitCode {
  switch error {
  case .noCurl:
    standardError.write(
      "spravka: '--links' asks by the program 'curl', which is not on the PATH\n"
        + "  hint: install it, on Debian by 'apt install curl'\n")
  case .foreignCache(let path, let reason):
    standardError.write(
      "spravka: '\(path)' is no cache of links: \(reason)\n"
        + "  hint: remove it, or choose another one with '--links-cache'\n")
    return .wrongUsage
  case .failed(let error):
    standardError.write(
      "spravka: cannot \(error.operation.rawValue) '\(error.path)': \(error.reason)\n")
  }
  return .machineFailed
}
