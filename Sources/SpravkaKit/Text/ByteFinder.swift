// Looks for a few bytes in a long text, sixteen at a time. Articles are read from end to end more
// than once before libcmark sees them, and nearly all of their bytes are letters.

/// Up to a dozen bytes to look for.
struct ByteFinder: Sendable {
  private let bytes: [UInt8]
  private let lanes: [SIMD16<UInt8>]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lanes = bytes.map { SIMD16(repeating: $0) }
  }

  /// Calls a closure with the offset of each of the bytes, in order.
  func forEach(in text: [UInt8], _ range: Range<Int>, _ body: (Int) -> Void) {
    unsafe text.withUnsafeBytes { text in
      var index = range.lowerBound
      while index + 16 <= range.upperBound {
        let chunk = unsafe text.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        var found = SIMDMask<SIMD16<Int8>>(repeating: false)
        for lane in lanes { found .|= chunk .== lane }
        if any(found) {
          for offset in 0..<16 where found[offset] { body(index + offset) }
        }
        index += 16
      }
      while index < range.upperBound {
        if unsafe bytes.contains(text[index]) { body(index) }
        index += 1
      }
    }
  }
}
