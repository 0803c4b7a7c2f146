// The files of a site → what the hosts that site.yml names would refuse. Limits are those that the
// hosts' own documentation gave in 2026; who has bought more switches the finding off.

/// Findings about `hosts` of site.yml.
///
/// - Parameters:
///   - outputs: all of a build.
///   - largeFiles: of the site, published or not.
func hostFindings(
  on site: Site, _ outputs: [Output], _ largeFiles: [LargeFile]
) -> [Diagnostic] {
  site.configuration.outputs.hosts.flatMap { host -> [Diagnostic] in
    let report = { (message: String, hint: String) in
      Diagnostic(
        .hostLimit, message, file: Configuration.path, range: host.range, hint: hint)
    }
    switch host.value {
    case .cloudflare:
      var findings: [Diagnostic] = []
      if outputs.count > CloudflareLimits.files {
        findings.append(
          report(
            "the site has \(outputs.count) files, and Cloudflare Pages takes \(CloudflareLimits.files)",
            "switch off what you do not need in 'outputs': markdownCopies, api, redirects"))
      }
      let lines =
        site.configuration.outputs.redirects.contains(.netlify)
        ? site.namedRedirects.count : 0
      if lines > CloudflareLimits.redirects {
        findings.append(
          report(
            "'_redirects' has \(lines) lines, and Cloudflare Pages reads \(CloudflareLimits.redirects)",
            "leave 'netlify' out of 'redirects': pages of 'html' lead on, too"))
      }
      return findings + oversized(largeFiles, on: site)
    case .netlify:
      return fullFolders(of: outputs).map { folder, count in
        report(
          "the folder '\(folder)' has \(count) files, and Netlify takes \(NetlifyLimits.filesInFolder)",
          "switch off what you do not need in 'outputs', or divide the category")
      }
    }
  }
}

private enum CloudflareLimits {
  static let files = 20_000
  /// Of one source each; patterns, of which Spravka writes none, have a limit of their own.
  static let redirects = 2_000
  /// In bytes; pages and files of the search are far from it.
  static let fileSize = 25 << 20
}

/// Files that Cloudflare Pages does not take: a single one of them ends the whole upload.
private func oversized(_ files: [LargeFile], on site: Site) -> [Diagnostic] {
  let tooLarge = files.filter { $0.size > CloudflareLimits.fileSize }
  if tooLarge.isEmpty { return [] }
  let published = Set(site.files.map(\.path))
  return tooLarge.filter { published.contains($0.path) }.map { file in
    // Rounded up, so that what is too large by a byte does not look like what is allowed.
    let tenths = (file.size * 10 + (1 << 20) - 1) >> 20
    return Diagnostic(
      .hostLimit,
      "the file has \(tenths / 10).\(tenths % 10) MiB, and Cloudflare Pages takes "
        + "\(CloudflareLimits.fileSize >> 20)",
      file: file.path, hint: "make it smaller, or keep it on another server and link to it there")
  }
}

private enum NetlifyLimits {
  static let filesInFolder = 54_000
}

/// Folders with too many files in them, sorted by path.
private func fullFolders(of outputs: [Output]) -> [(folder: String, count: Int)] {
  var counts: [Substring: Int] = [:]
  for output in outputs {
    counts[output.path.lastIndex(of: "/").map { output.path[..<$0] } ?? "", default: 0] += 1
  }
  return counts.filter { $0.value > NetlifyLimits.filesInFolder }
    .map { (String($0.key), $0.value) }.sorted { pathPrecedes($0.0, $1.0) }
}
