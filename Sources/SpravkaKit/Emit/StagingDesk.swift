// One output against the file of the old site: compared in portions, sizes first, and written only
// when they differ.
import Glibc

/// The place where one worker stages one output after the other.
struct StagingDesk {
  let site: Folder
  /// Nil when nothing is to be kept.
  let old: Folder?
  var writer: TreeWriter
  private var portion = [UInt8](repeating: 0, count: 256 << 10)

  init(site: Folder, old: Folder?, writer: TreeWriter) {
    self.site = site
    self.old = old
    self.writer = writer
  }

  mutating func stage(_ bytes: [UInt8], at path: RawPath) throws(SystemError) -> StagedFile {
    let stands = try isOld(bytes, at: path)
    if !stands { try writer.write(bytes, to: path) }
    return StagedFile(size: bytes.count, isUnchanged: stands, source: nil)
  }

  /// Copies a file of the site; it is not linked, since people edit pictures in place.
  mutating func stageCopy(of source: String, at path: RawPath) throws(SystemError) -> StagedFile {
    let file = try site.openFile(RawPath(source), following: true)
    let status = try file.status()
    guard status.kind == .file else { throw SystemError(.copy, file.shownPath, EINVAL) }
    if let digest = try digestIfOld(file, size: status.size, at: path) {
      let source = CopySource(path: source, digest: digest)
      return StagedFile(size: status.size, isUnchanged: true, source: source)
    }
    try file.rewind()
    var digest = DigestStream()
    var size = 0
    var copy = try writer.create(path)
    while case let count = try file.read(into: &portion), count > 0 {
      digest.append(portion.span.extracting(first: count))
      try copy.write(portion.span.extracting(first: count))
      size += count
    }
    try copy.finish()
    let origin = CopySource(path: source, digest: digest.digest)
    return StagedFile(size: size, isUnchanged: false, source: origin)
  }

  private mutating func isOld(_ bytes: [UInt8], at path: RawPath) throws(SystemError) -> Bool {
    guard let file = try openOld(path, size: bytes.count) else { return false }
    var start = 0
    while start < bytes.count {
      let count = try file.read(into: &portion, atMost: bytes.count - start)
      guard count > 0, portion.isSame(as: bytes, from: start, count: count) else { return false }
      start += count
    }
    return true
  }

  /// The digest of the source when the old site holds the same bytes.
  private mutating func digestIfOld(
    _ source: borrowing OpenFile, size: Int, at path: RawPath
  ) throws(SystemError) -> Digest? {
    guard let file = try openOld(path, size: size) else { return nil }
    var digest = DigestStream()
    var other = [UInt8](repeating: 0, count: portion.count)
    while true {
      let count = try source.read(into: &portion)
      guard try file.read(into: &other) == count,
        portion.isSame(as: other, from: 0, count: count)
      else { return nil }
      if count == 0 { return digest.digest }
      digest.append(portion.span.extracting(first: count))
    }
  }

  /// The old site's file when it is a plain one of that size, with the permissions that it should
  /// have, and can be read.
  private func openOld(_ path: RawPath, size: Int) throws(SystemError) -> OpenFile? {
    guard let old else { return nil }
    let file: OpenFile
    do {
      file = try old.openFile(path)
    } catch {
      if error.meansExhausted { throw error }
      return nil
    }
    let status = try file.status()
    guard status.kind == .file, status.size == size, status.permissions == TreeWriter.fileMode
    else { return nil }
    return file
  }
}

extension [UInt8] {
  /// Whether the first `count` bytes are those of `other` from `start`.
  fileprivate func isSame(as other: [UInt8], from start: Int, count: Int) -> Bool {
    precondition(count <= self.count && start + count <= other.count)
    return unsafe withUnsafeBytes { mine in
      unsafe other.withUnsafeBytes { theirs in
        unsafe count == 0
          || memcmp(
            mine.baseAddress.unsafelyUnwrapped, theirs.baseAddress.unsafelyUnwrapped + start, count)
            == 0
      }
    }
  }
}
