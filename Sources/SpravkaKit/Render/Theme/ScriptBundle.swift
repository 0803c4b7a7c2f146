// The modules of `templates/search/` → one module, so that a browser asks once: their imports of
// each other are dropped, and so is `export` but for those of the door, `api.js`. All end up in one
// scope, which is why no name may be used twice at the top of two files.

/// - Parameter files: modules, each with its path and whether it may be trimmed; the door last.
func scriptBundle(of files: [(file: SourceFile, isTrimmed: Bool)]) -> [UInt8] {
  var bundle: [UInt8] = []
  for (number, entry) in files.enumerated() {
    let isDoor = number == files.count - 1
    let bytes = entry.isTrimmed ? trimmedScript(entry.file.bytes) : entry.file.bytes
    for line in bytes.split(separator: .newline) {
      if line.starts(with: "import ".utf8) { continue }
      let isExported = line.starts(with: exportPrefix)
      bundle += isExported && !isDoor ? line.dropFirst(exportPrefix.count) : line
      bundle.append(.newline)
    }
  }
  return bundle
}

private let exportPrefix = Array("export ".utf8)
