// The quick answer: whether the output folder still holds just what the last build put there, and a
// new build would have the same inputs. Only then nothing need be made at all.

/// A build that need not be done again.
public struct LastBuild: Sendable, Equatable {
  public let files: Int
  /// The size of all its files.
  public let bytes: Int
  public let warnings: Int
}

/// The last build of the target, when building again would change nothing; nil when it might.
///
/// Looks at each of our files: it must be there, plain, of its size and with its permissions, and no
/// younger than the mark, which was written last. Sources of copies are read whole.
public func unchangedBuild(_ target: EmitTarget) async -> LastBuild? {
  guard let place = try? OutputPlace(target),
    let above = try? Folder(place.parent, toNameOnly: true),
    let output = try? Folder(place.path), let site = try? Folder(target.site),
    case .known(let mark, let written)? = try? LastMark(in: output),
    mark.inputs == target.inputs.digest,
    isAbsent(StagingFolder.name(beside: place.name), in: above),
    isAbsent(.stagingInside, in: output)
  else { return nil }
  let files = mark.files
  let parts = await parallelSlices(files.count, jobs: target.jobs, size: 256) { range in
    files[range].allSatisfy { file in
      stands(file, in: output, since: written)
        && (file.source.map { hasDigest($0, in: site) } ?? true)
    }
  }
  guard parts.allSatisfy(\.self) else { return nil }
  let bytes = files.reduce(0) { $0 + $1.size }
  return LastBuild(files: files.count, bytes: bytes, warnings: mark.warnings)
}

/// A killed build leaves its staging folder, which only a build clears.
private func isAbsent(_ path: RawPath, in folder: Folder) -> Bool {
  guard let status = try? folder.status(path) else { return true }
  return status.kind != .folder
}

private func stands(_ file: Mark.File, in output: Folder, since written: FileTime) -> Bool {
  guard let status = try? output.status(file.path) else { return false }
  return status.kind == .file && status.size == file.size && status.modified <= written
    && status.permissions == TreeWriter.fileMode
}

private func hasDigest(_ source: CopySource, in site: Folder) -> Bool {
  do throws(SystemError) {
    let file = try site.openFile(RawPath(source.path), following: true)
    guard try file.status().kind == .file else { return false }
    var portion = [UInt8](repeating: 0, count: 256 << 10)
    var digest = DigestStream()
    while case let count = try file.read(into: &portion), count > 0 {
      digest.append(portion.span.extracting(first: count))
    }
    return digest.digest == source.digest
  } catch {
    return false
  }
}
