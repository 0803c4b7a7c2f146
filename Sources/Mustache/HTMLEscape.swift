// Text → HTML: the only place in Spravka that escapes. Runs of plain bytes are copied whole, which
// is many times faster than going byte by byte, and quotes are always escaped, so that the same
// function serves element content and attribute values in double quotes.

/// Appends `bytes` with `&`, `<`, `>` and `"` written as character references.
public func appendEscaped(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
  var runStart = 0
  var index = 0
  while true {
    index = plainEnd(of: bytes, from: index)
    guard index < bytes.count else { break }
    if let reference = characterReference(for: bytes[index]) {
      output.append(bytes.extracting(runStart..<index))
      output.append(reference)
      runStart = index + 1
    }
    index += 1
  }
  output.append(bytes.extracting(runStart..<bytes.count))
}

/// Where the next byte may stand that is escaped.
///
/// Eight bytes are looked at in one step, by the trick that finds a zero in a word (Warren,
/// «Hacker's Delight», section 6–1): the first one that it finds is a true one.
@inline(__always)
private func plainEnd(of bytes: Span<UInt8>, from start: Int) -> Int {
  var index = start
  while index &+ 8 <= bytes.count {
    let word = unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    // `"` and `&` differ in one bit, so do `<` and `>`.
    let quotes = word & 0xFBFB_FBFB_FBFB_FBFB ^ 0x2222_2222_2222_2222
    let angles = word & 0xFDFD_FDFD_FDFD_FDFD ^ 0x3C3C_3C3C_3C3C_3C3C
    let ones: UInt64 = 0x0101_0101_0101_0101
    let found = ((quotes &- ones) & ~quotes | (angles &- ones) & ~angles) & (ones &<< 7)
    if found != 0 { return index &+ found.trailingZeroBitCount &>> 3 }
    index &+= 8
  }
  while index < bytes.count, characterReference(for: bytes[index]) == nil { index &+= 1 }
  return index
}

/// Appends `bytes` with `&`, `<`, `>` and `"` written as character references.
public func appendEscaped(_ bytes: [UInt8], to output: inout [UInt8]) {
  appendEscaped(bytes.span, to: &output)
}

/// Appends `bytes` with `&`, `<`, `>` and `"` written as character references.
public func appendEscaped(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
  appendEscaped(bytes.span, to: &output)
}

/// Appends `text` with `&`, `<`, `>` and `"` written as character references.
public func appendEscaped(_ text: String, to output: inout [UInt8]) {
  appendEscaped(text.utf8.span, to: &output)
}

@inline(__always)
private func characterReference(for byte: UInt8) -> StaticString? {
  // All four stand at or below `>`; letters and every byte of Cyrillic stand above.
  guard byte <= UInt8(ascii: ">") else { return nil }
  return switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  default: nil
  }
}
