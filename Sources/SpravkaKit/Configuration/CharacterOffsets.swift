// libyaml counts characters, Spravka bytes. Marks come almost in order, so a cursor that walks
// from the last one asked for costs no more than one walk over the text.

/// Turns numbers of scalars, counted from the start of a part of a text, into byte offsets.
struct CharacterOffsets: Sendable {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private var character = 0
  private var offset: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    offset = range.lowerBound
  }

  /// The offset in the whole text; at most the end of the part.
  mutating func byte(at target: Int) -> Int {
    while character < target, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, bytes[offset].isUTF8Continuation { offset += 1 }
      character += 1
    }
    while character > target, offset > range.lowerBound {
      offset -= 1
      while offset > range.lowerBound, bytes[offset].isUTF8Continuation { offset -= 1 }
      character -= 1
    }
    return offset
  }
}
