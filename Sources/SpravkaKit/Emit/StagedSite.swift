// What is known of each output once it has been made and compared with what stands there.

/// One output that is laid ready, or that stands already.
struct StagedFile: Sendable {
  /// In bytes.
  let size: Int
  /// The same bytes stand in the old site; nothing was written.
  let isUnchanged: Bool
  let source: CopySource?
}

/// All outputs of a build, in the order of the list.
struct StagedSite: Sendable {
  let outputs: OutputList
  var files: [StagedFile]

  var writtenCount: Int { files.count { !$0.isUnchanged } }
  var bytes: Int { files.reduce(0) { $0 + $1.size } }

  func mark(_ target: EmitTarget) -> Mark {
    let files = zip(outputs.paths, files).map { path, file in
      Mark.File(path: path, size: file.size, source: file.source)
    }
    return Mark(inputs: target.inputs.digest, warnings: target.warnings, files: files)
  }

  /// What was written, all else before the pages that refer to it.
  var inOrderOfMoving: [Int] {
    let written = files.indices.filter { !files[$0].isUnchanged }
    let isPage = { (index: Int) in outputs.paths[index].hasSuffix(".html") }
    return written.filter { !isPage($0) } + written.filter(isPage)
  }

  func report(_ exchange: EmitReport.Exchange) -> EmitReport {
    var report = EmitReport()
    report.exchange = exchange
    report.written = writtenCount
    report.unchanged = files.count - report.written
    report.bytes = bytes
    return report
  }
}
