// Numbers of as many bytes as they need: seven bits a byte, the lowest first, the eighth bit set but
// in the last (LEB128).

extension [UInt8] {
  mutating func append(varint number: Int) {
    var rest = UInt64(number)
    while rest > 0x7F {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest &>>= 7
    }
    append(UInt8(rest))
  }
}
