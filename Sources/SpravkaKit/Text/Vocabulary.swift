// Words ↔ numbers from 0 on, in the order in which they are first seen: an open-addressing table
// over one array of bytes, so that meeting a known word allocates nothing.

struct Vocabulary: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word ends in `bytes`; it begins where the one before it ends.
  private var ends: [Int32] = []
  private var hashes: [UInt32] = []
  /// Numbers of words, at the place of their hash or the next free one; -1 where there is none.
  private var slots = [Int32](repeating: -1, count: 256)

  var count: Int { ends.count }

  subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  func contains(_ word: Span<UInt8>) -> Bool {
    slots[slot(of: word, Self.hash(of: word))] >= 0
  }

  /// The number of a word, which gets the next one when it is new.
  mutating func number(of word: Span<UInt8>) -> Int {
    let hash = Self.hash(of: word)
    let slot = slot(of: word, hash)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    let number = count
    for index in 0..<word.count { bytes.append(word[index]) }
    ends.append(Int32(bytes.count))
    hashes.append(hash)
    slots[slot] = Int32(number)
    if count &* 2 > slots.count { grow() }
    return number
  }

  /// Where the number of a word is, or would be.
  private func slot(of word: Span<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count &- 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isEqual(number, word) { break }
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  private func isEqual(_ number: Int, _ word: Span<UInt8>) -> Bool {
    let start = number == 0 ? 0 : Int(ends[number &- 1])
    guard Int(ends[number]) &- start == word.count else { return false }
    for index in 0..<word.count where bytes[start &+ index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a, its upper half folded into the lower.
  private static func hash(of word: Span<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<word.count { hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ hash &>> 32)
  }
}
