internal import CZlib

// Bytes → the same, deflated without a header or a check sum, as `DecompressionStream("deflate-raw")`
// of browsers opens them; and back, for the search in the terminal. The only file that knows zlib.

enum Deflate {
  /// The level for files that readers wait for; there are few of them.
  static let smallest: CInt = 9
  /// The level for what there is much of: twice as fast as 6 for 6 to 9 % more bytes.
  static let fast: CInt = 3

  /// - Parameter level: zlib's, from 1 to 9.
  static func deflated(_ bytes: [UInt8], level: CInt = smallest) -> [UInt8] {
    var stream = unsafe z_stream()
    // -15: a window of 32 KB and nothing around the data. 9: all the memory that zlib can use.
    let isReady = unsafe deflateInit2_(
      &stream, level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      CInt(MemoryLayout<z_stream>.size))
    precondition(isReady == Z_OK, "zlib has no memory")
    defer { unsafe deflateEnd(&stream) }
    let bound = Int(unsafe deflateBound(&stream, uLong(bytes.count)))
    var input = bytes
    return unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = uInt(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = uInt(bound)
        let end = unsafe CZlib.deflate(&stream, Z_FINISH)
        precondition(end == Z_STREAM_END, "deflateBound leaves room for everything")
      }
      count = Int(unsafe stream.total_out)
    }
  }
}
