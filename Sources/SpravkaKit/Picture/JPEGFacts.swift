// JPEG: segments, one of which is the header of the frame with height and width (ITU T.81, B.2.2).
// A camera that was held upright says so in Exif, before the frame, and browsers turn its picture.

func jpegFacts(of head: PictureHead) throws(PictureStop) -> PictureFacts {
  var offset = 2
  var isTurned: Bool?
  while true {
    let marker = try nextMarker(in: head, &offset)
    // Markers without a segment.
    if marker == 0x01 || (0xD0...0xD8).contains(marker) { continue }
    // The end, or the pixels, before any frame.
    if marker == 0xD9 || marker == 0xDA { throw .fault(.damaged(.jpeg)) }
    // The length counts its own two bytes.
    let length = try head.bigEndian(at: offset, bytes: 2)
    guard length >= 2 else { throw .fault(.damaged(.jpeg)) }
    if isFrame(marker) {
      let height = try head.bigEndian(at: offset + 3, bytes: 2)
      let width = try head.bigEndian(at: offset + 5, bytes: 2)
      return isTurned == true
        ? try .pixels(.jpeg, height, width) : try .pixels(.jpeg, width, height)
    }
    if marker == 0xE1, isTurned == nil {
      isTurned = try isTurnedByExif(head, offset + 2..<offset + length)
    }
    offset += length
  }
}

/// Goes behind the next marker, over whatever stands before it, as browsers do.
private func nextMarker(
  in head: PictureHead, _ offset: inout Int
) throws(PictureStop) -> UInt8 {
  while try head[offset] != 0xFF { offset += 1 }
  while try head[offset] == 0xFF { offset += 1 }
  offset += 1
  return try head[offset - 1]
}

/// Whether a marker is one of SOF0 to SOF15; among their numbers are three tables of other kinds.
private func isFrame(_ marker: UInt8) -> Bool {
  (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
}

/// Whether the segment is Exif and its orientation one of those that lay the picture on its side;
/// nil when it is no Exif.
///
/// What is wrong in it counts for nothing: the picture is shown as it lies.
private func isTurnedByExif(
  _ head: PictureHead, _ segment: Range<Int>
) throws(PictureStop) -> Bool? {
  // Asked for once, so that it is there or must be read on to.
  _ = try head[segment.upperBound - 1]
  guard segment.count >= 14, head.has("Exif\0\0", at: segment.lowerBound) else { return nil }
  let exif = ExifDirectory(head: head, range: segment.lowerBound + 6..<segment.upperBound)
  guard let orientation = exif.orientation else { return false }
  return (5...8).contains(orientation)
}

/// The first directory of an Exif segment, which is a TIFF file in itself (TIFF 6.0, section 2).
private struct ExifDirectory {
  let head: PictureHead
  let range: Range<Int>

  /// From 1 to 8; nil when it is not said.
  var orientation: Int? {
    guard number(at: 2, bytes: 2) == 42, let start = number(at: 4, bytes: 4),
      let count = number(at: start, bytes: 2)
    else { return nil }
    for entry in 0..<count {
      let offset = start + 2 + 12 * entry
      guard let tag = number(at: offset, bytes: 2) else { return nil }
      // A short number; the first two of the four bytes of its value.
      guard tag == 0x0112, number(at: offset + 2, bytes: 2) == 3 else { continue }
      return number(at: offset + 8, bytes: 2)
    }
    return nil
  }

  private func number(at offset: Int, bytes count: Int) -> Int? {
    guard offset + count <= range.count else { return nil }
    let isLittle = head.has("II", at: range.lowerBound)
    guard isLittle || head.has("MM", at: range.lowerBound) else { return nil }
    let place = range.lowerBound + offset
    return isLittle
      ? try? head.littleEndian(at: place, bytes: count)
      : try? head.bigEndian(at: place, bytes: count)
  }
}
