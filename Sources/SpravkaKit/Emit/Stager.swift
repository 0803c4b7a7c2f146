// Outputs → files in a staging folder, as far as they differ from those of the old site. Each
// output is made, compared and let go before the next one is made, so that memory never holds the
// site; slices of the list go side by side.

/// Makes outputs and compares them with the old site.
struct Stager: Sendable {
  let outputs: OutputList
  /// Where copied files come from.
  let site: Folder
  let old: Folder
  let staging: StagingFolder
  let keepsFiles: Bool

  /// Stages all outputs.
  func stage(jobs: Int) async throws(SystemError) -> StagedSite {
    let parts = await parallelSlices(outputs.paths.count, jobs: jobs) { range in
      stage(range, comparing: keepsFiles)
    }
    var files: [StagedFile] = []
    files.reserveCapacity(outputs.paths.count)
    for part in parts { files += try part.get() }
    return StagedSite(outputs: outputs, files: files)
  }

  /// Stages some outputs once more, whatever stands in the old site.
  func stageAnew(_ indices: [Int]) throws(SystemError) -> [StagedFile] {
    var files: [StagedFile] = []
    for index in indices { files += try stage(index..<index + 1, comparing: false).get() }
    return files
  }

  private func stage(
    _ range: Range<Int>, comparing: Bool
  ) -> Result<[StagedFile], SystemError> {
    var desk = StagingDesk(site: site, old: comparing ? old : nil, writer: staging.writer())
    var files: [StagedFile] = []
    files.reserveCapacity(range.count)
    do throws(SystemError) {
      for index in range {
        let path = outputs.paths[index]
        switch outputs.outputs[index].content {
        case .bytes(let bytes): files.append(try desk.stage(bytes, at: path))
        case .made(let make): files.append(try desk.stage(make(), at: path))
        case .copy(let source): files.append(try desk.stageCopy(of: source, at: path))
        }
      }
    } catch {
      return .failure(error)
    }
    return .success(files)
  }
}
