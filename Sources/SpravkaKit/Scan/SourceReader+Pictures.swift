// A picture's file → what its first bytes say. Nearly always the first 4 KB are enough; a camera's
// JPEG may have a small picture and colours in front of the size, an SVG a long comment.

import Glibc

extension SourceReader {
  func readPicture(_ path: RawPath) -> Outcome {
    do throws(SystemError) {
      let (facts, size) = try site.pictureFacts(path)
      return .picture(facts, size: size)
    } catch {
      return error.meansExhausted ? .exhausted(error) : .finding(.unreadable(path, error))
    }
  }
}

extension Folder {
  /// In bytes.
  ///
  /// Where the size stands even further on, the picture goes without one.
  private static let longestHead = 1 << 20

  fileprivate func pictureFacts(
    _ path: RawPath
  ) throws(SystemError) -> (PictureFacts, size: Int) {
    let file = try openFile(path, following: true)
    let status = try file.status()
    guard status.kind == .file else { throw SystemError(.read, shown(path), EINVAL) }
    var fileSize = status.size
    var bytes: [UInt8] = []
    var wanted = 4096
    while true {
      var portion = [UInt8](repeating: 0, count: min(wanted, fileSize) - bytes.count)
      let count = try file.read(into: &portion)
      bytes += portion.prefix(count)
      // Somebody has cut it off meanwhile.
      if count < portion.count { fileSize = bytes.count }
      let head = PictureHead(
        bytes: bytes, fileSize: fileSize, isNamedSVG: isNamedSVG(path.bytes))
      if let facts = PictureFacts(of: head) { return (facts, status.size) }
      guard wanted < Self.longestHead else { return (.unsized, status.size) }
      wanted *= 16
    }
  }
}
