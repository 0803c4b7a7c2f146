// Bytes → 128 bits that tell two files apart: for the fingerprints of assets, and to see whether a
// build's inputs are the same. It keeps off accidents, not attackers: a site's owner who makes two
// of their own files collide only deceives themselves.
// MurmurHash3_x64_128 with seed 0, by Austin Appleby, in the public domain
// (https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp): two lanes of
// multiply-rotate over words of eight bytes, and published values to test against.

/// A digest of 128 bits.
public struct Digest: Hashable, Sendable {
  let first: UInt64
  let second: UInt64

  /// The digest of all these bytes.
  public init(of bytes: [UInt8]) {
    var stream = DigestStream()
    stream.append(bytes.span)
    self = stream.digest
  }

  init(first: UInt64, second: UInt64) {
    self.first = first
    self.second = second
  }

  /// 32 hexadecimal digits, lower case.
  public var hex: String { hexDigits(first) + hexDigits(second) }

  /// Reads what `hex` wrote; nil for anything else.
  init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == 32, let first = word(fromHex: digits[..<16]),
      let second = word(fromHex: digits[16...])
    else { return nil }
    self.init(first: first, second: second)
  }
}

/// A digest of bytes that come in portions; where they are cut makes no difference.
struct DigestStream: Sendable {
  private var lanes = Lanes()
  private var count = 0
  /// The bytes after the last whole block of sixteen.
  private var rest: [UInt8] = []

  mutating func append(_ bytes: Span<UInt8>) {
    count += bytes.count
    var start = 0
    if !rest.isEmpty {
      start = min(16 - rest.count, bytes.count)
      for index in 0..<start { rest.append(bytes[index]) }
      guard rest.count == 16 else { return }
      let block = rest
      lanes.mixBlocks(of: block.span, from: 0)
      rest.removeAll(keepingCapacity: true)
    }
    start = lanes.mixBlocks(of: bytes, from: start)
    for index in start..<bytes.count { rest.append(bytes[index]) }
  }

  /// Appends a field with its length before it, so that fields cannot run into each other.
  mutating func append(field bytes: [UInt8]) {
    append(number: bytes.count)
    append(bytes.span)
  }

  mutating func append(field text: String) {
    append(field: Array(text.utf8))
  }

  mutating func append(number: Int) {
    append(word: UInt64(number))
  }

  mutating func append(digest: Digest) {
    append(word: digest.first)
    append(word: digest.second)
  }

  private mutating func append(word: UInt64) {
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: word &>> (8 * $0)) }
    append(bytes.span)
  }

  /// The digest of all that came so far.
  var digest: Digest { lanes.finished(rest: rest, count: count) }
}

private struct Lanes {
  private static let factor1: UInt64 = 0x87C3_7B91_1142_53D5
  private static let factor2: UInt64 = 0x4CF5_AD43_2745_937F
  private var one: UInt64 = 0
  private var two: UInt64 = 0

  /// Mixes whole blocks of sixteen bytes in; answers where the bytes begin that are left over.
  @discardableResult
  mutating func mixBlocks(of bytes: Span<UInt8>, from start: Int) -> Int {
    var (one, two) = (self.one, self.two)
    var index = start
    while bytes.count &- index >= 16 {
      one ^= Lanes.mixed1(word(bytes, index))
      one = (rotated(one, 27) &+ two) &* 5 &+ 0x52DC_E729
      two ^= Lanes.mixed2(word(bytes, index &+ 8))
      two = (rotated(two, 31) &+ one) &* 5 &+ 0x3849_5AB5
      index &+= 16
    }
    (self.one, self.two) = (one, two)
    return index
  }

  func finished(rest: [UInt8], count: Int) -> Digest {
    var (one, two) = (self.one, self.two)
    let padded = rest + [UInt8](repeating: 0, count: 16 - rest.count)
    if rest.count > 8 { two ^= Lanes.mixed2(word(padded.span, 8)) }
    if !rest.isEmpty { one ^= Lanes.mixed1(word(padded.span, 0)) }
    one ^= UInt64(count)
    two ^= UInt64(count)
    one &+= two
    two &+= one
    one = avalanched(one)
    two = avalanched(two)
    one &+= two
    two &+= one
    return Digest(first: one, second: two)
  }

  @inline(__always)
  private static func mixed1(_ word: UInt64) -> UInt64 {
    rotated(word &* factor1, 31) &* factor2
  }

  @inline(__always)
  private static func mixed2(_ word: UInt64) -> UInt64 {
    rotated(word &* factor2, 33) &* factor1
  }
}

/// Eight bytes, the lowest first; the compiler makes one load of it.
@inline(__always)
private func word(_ bytes: Span<UInt8>, _ start: Int) -> UInt64 {
  var word: UInt64 = 0
  for index in 0..<8 { word |= UInt64(bytes[start &+ index]) &<< UInt64(8 &* index) }
  return word
}

@inline(__always)
private func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
  (word &<< bits) | (word &>> (64 &- bits))
}

private func avalanched(_ word: UInt64) -> UInt64 {
  var word = word
  word = (word ^ (word &>> 33)) &* 0xFF51_AFD7_ED55_8CCD
  word = (word ^ (word &>> 33)) &* 0xC4CE_B9FE_1A85_EC53
  return word ^ (word &>> 33)
}

private func hexDigits(_ word: UInt64) -> String {
  let digits = String(word, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

private func word(fromHex digits: ArraySlice<UInt8>) -> UInt64? {
  var word: UInt64 = 0
  for digit in digits {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): word = word << 4 | UInt64(digit - 0x30)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): word = word << 4 | UInt64(digit - 0x57)
    default: return nil
    }
  }
  return word
}
