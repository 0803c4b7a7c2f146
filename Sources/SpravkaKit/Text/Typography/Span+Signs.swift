// What the bytes of a text are to a typographer.

/// A sign of two or three bytes.
enum TypographicSign {
  case noBreakSpace, dash, ellipsis, openQuote, closeQuote
  /// “, which opens in English and closes in Russian.
  case highQuote
  /// «№» and «§».
  case number
  /// Part of a word, or nothing that matters.
  case other
}

extension Span<UInt8> {
  /// The sign that begins with the byte C2 or E2.
  func sign(at index: Int) -> TypographicSign {
    if self[index] == 0xC2 {
      guard index &+ 1 < count else { return .other }
      return switch self[index &+ 1] {
      case 0xA0: .noBreakSpace
      case 0xA7: .number
      case 0xAB: .openQuote
      case 0xBB: .closeQuote
      default: .other
      }
    }
    guard index &+ 2 < count else { return .other }
    return switch (self[index &+ 1], self[index &+ 2]) {
    case (0x80, 0x93), (0x80, 0x94): .dash
    case (0x80, 0x9C): .highQuote
    case (0x80, 0x9D): .closeQuote
    case (0x80, 0x9E): .openQuote
    case (0x80, 0xA6): .ellipsis
    case (0x80, 0xAF): .noBreakSpace
    case (0x84, 0x96): .number
    default: .other
    }
  }

  /// The bytes of the letter or digit that begins here; 0 when none does.
  @inline(__always) func letterLength(at index: Int) -> Int {
    guard index >= 0, index < count else { return 0 }
    let byte = self[index]
    if byte.isASCIILetter || byte.isASCIIDigit { return 1 }
    // From ß to the end of what takes two bytes; below stand signs.
    return 0xC3...0xDF ~= byte && index &+ 1 < count ? 2 : 0
  }

  @inline(__always) func isLetter(at index: Int) -> Bool { letterLength(at: index) > 0 }

  /// Whether a letter or digit ends before an offset.
  func isLetter(before index: Int) -> Bool {
    letterLength(at: index &- 1) == 1 || letterLength(at: index &- 2) == 2
  }

  /// Whether a capital letter stands here, Latin or Russian.
  func isCapital(at index: Int) -> Bool {
    guard index >= 0, index < count else { return false }
    if self[index] == 0xD0, index &+ 1 < count {
      return 0x90..<0xB0 ~= self[index &+ 1] || self[index &+ 1] == 0x81
    }
    return 0x41...0x5A ~= self[index]
  }

  /// The first byte from an offset on that may matter; else `end`.
  ///
  /// That is all from space to slash, and the first bytes of signs. Eight bytes are looked at in
  /// one step: the trick that finds a zero in a word (Warren, «Hacker's Delight», section 6–1) may
  /// take a byte behind a true one for one, never a byte before it.
  @inline(__always) func nextMark(from start: Int, to end: Int) -> Int {
    var index = start
    while index &+ 8 <= end {
      let bytes = unsafe UInt64(
        littleEndian: self.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let ascii = bytes & 0xF0F0_F0F0_F0F0_F0F0 ^ 0x2020_2020_2020_2020
      let signs = bytes & 0xDFDF_DFDF_DFDF_DFDF ^ 0xC2C2_C2C2_C2C2_C2C2
      let found = (ascii.zeroBytes | signs.zeroBytes) & 0x8080_8080_8080_8080
      if found != 0 { return index &+ found.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < end, self[index] & 0xF0 != 0x20, self[index] & 0xDF != 0xC2 { index &+= 1 }
    return index
  }
}

extension UInt64 {
  @inline(__always) fileprivate var zeroBytes: UInt64 { (self &- 0x0101_0101_0101_0101) & ~self }
}
