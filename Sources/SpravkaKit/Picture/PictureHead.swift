// The bytes with which a file begins. Every byte is asked for by its place in the file, and the
// answer may be that one must read on or that there is no such byte: so no length that a file
// claims to have can lead out of it.

/// Why a head says nothing about the picture.
enum PictureStop: Error {
  /// The file goes on where the head ends.
  case needsMore
  /// The file itself ends.
  case ended
  case fault(PictureFault)
}

struct PictureHead: Sendable {
  let bytes: [UInt8]
  /// Of the whole file, in bytes.
  let fileSize: Int
  let isNamedSVG: Bool

  subscript(offset: Int) -> UInt8 {
    get throws(PictureStop) {
      guard offset < fileSize else { throw .ended }
      guard offset < bytes.count else { throw .needsMore }
      return bytes[offset]
    }
  }

  func bigEndian(at offset: Int, bytes count: Int) throws(PictureStop) -> Int {
    var value = 0
    for index in 0..<count { value = value << 8 | Int(try self[offset + index]) }
    return value
  }

  func littleEndian(at offset: Int, bytes count: Int) throws(PictureStop) -> Int {
    var value = 0
    for index in (0..<count).reversed() { value = value << 8 | Int(try self[offset + index]) }
    return value
  }

  /// Whether these letters stand there; false beyond the head's end.
  func has(_ letters: StaticString, at offset: Int = 0) -> Bool {
    let count = letters.utf8CodeUnitCount
    guard offset + count <= bytes.count else { return false }
    return unsafe bytes[offset..<offset + count].elementsEqual(
      UnsafeBufferPointer(start: letters.utf8Start, count: count))
  }

  func starts(with signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
}
