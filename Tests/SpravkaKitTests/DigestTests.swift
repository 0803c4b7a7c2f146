import Testing

@testable import SpravkaKit

@Suite struct DigestTests {
  // Values of the reference implementation, MurmurHash3_x64_128 with seed 0.
  @Test(arguments: [
    ("", "00000000000000000000000000000000"),
    ("hello", "cbd8a7b341bd9b025b1e906a48ae1d19"),
    (
      "The quick brown fox jumps over the lazy dog", "e34bbc7bbc071b6c7a433ca9c49a9347"
    ),
  ])
  func `the published values come out`(text: String, hex: String) {
    #expect(Digest(of: Array(text.utf8)).hex == hex)
  }

  @Test func `where the bytes are cut makes no difference`() {
    let bytes = (0..<100).map { UInt8($0) }
    let whole = Digest(of: bytes)
    for cut in 0...100 {
      var stream = DigestStream()
      stream.append(Array(bytes[..<cut]).span)
      stream.append(Array(bytes[cut...]).span)
      #expect(stream.digest == whole)
    }
    var single = DigestStream()
    for byte in bytes { single.append([byte].span) }
    #expect(single.digest == whole)
  }

  @Test func `every length and every byte counts`() {
    var seen: Set<Digest> = []
    for length in 0...64 {
      let zeros = [UInt8](repeating: 0, count: length)
      #expect(seen.insert(Digest(of: zeros)).inserted)
      for index in 0..<length {
        var changed = zeros
        changed[index] = 1
        #expect(seen.insert(Digest(of: changed)).inserted)
      }
    }
  }

  @Test func `hexadecimal digits can be read back, and nothing else can`() {
    let digest = Digest(of: [1, 2, 3])
    #expect(Digest(hex: digest.hex) == digest)
    #expect(Digest(hex: digest.hex.uppercased()) == nil)
    #expect(Digest(hex: digest.hex + "0") == nil)
    #expect(Digest(hex: "") == nil)
  }

  @Test func `fields do not run into each other`() {
    var one = DigestStream()
    one.append(field: "ab")
    one.append(field: "c")
    var other = DigestStream()
    other.append(field: "a")
    other.append(field: "bc")
    #expect(one.digest != other.digest)
  }
}
