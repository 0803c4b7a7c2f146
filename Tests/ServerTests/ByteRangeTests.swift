import Testing

@testable import SpravkaServer

@Suite struct ByteRangeTests {
  @Test(arguments: [
    ("bytes=0-0", 0..<1), ("bytes=0-499", 0..<500), ("bytes=500-", 500..<1000),
    ("bytes=-1", 999..<1000), ("bytes=-5000", 0..<1000), ("bytes=999-5000", 999..<1000),
    ("Bytes = 1 - 2", 1..<3), ("bytes=5-99999999999999999999999", 5..<1000),
  ])
  func `one range is a part`(header: String, part: Range<Int>) {
    #expect(ByteRange(header, of: 1000) == .part(part))
  }

  @Test(arguments: [
    nil, "", "bytes", "bytes=", "bytes=-", "bytes=2-1", "bytes=a-b", "bytes=1", "items=0-1",
    "bytes=0-1,5-6", "bytes=0-1, 5-6", "bytes=--1", "bytes=1-2-3", "bytes=0-1=2", "bytes=+1-2",
    "bytes=\u{661}-\u{662}",
  ])
  func `what is no single range is passed over`(header: String?) {
    #expect(ByteRange(header, of: 1000) == .whole)
  }

  @Test(arguments: ["bytes=1000-", "bytes=5000-6000", "bytes=-0", "bytes=99999999999999999999-"])
  func `a range behind the end is none`(header: String) {
    #expect(ByteRange(header, of: 1000) == .none)
  }

  @Test func `an empty file has no part`() {
    #expect(ByteRange("bytes=0-", of: 0) == .none)
    #expect(ByteRange("bytes=-1", of: 0) == .none)
  }
}
