import Testing

@testable import SpravkaKit

struct StopWordsTests {
  @Test func `each is written as words are read, and once`() {
    var reader = WordReader()
    for word in stopWords {
      var read: [String] = []
      reader.read(word) { bytes, _ in
        var copy: [UInt8] = []
        copy.append(copying: bytes)
        read.append(String(decoding: copy, as: UTF8.self))
      }
      #expect(read == [word])
    }
    #expect(Set(stopWords).count == stopWords.count)
  }
}
