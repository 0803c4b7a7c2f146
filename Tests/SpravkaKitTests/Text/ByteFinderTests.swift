import Testing

@testable import SpravkaKit

struct ByteFinderTests {
  @Test func `every place is found whatever the length and the start`() {
    let text = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let wanted: [UInt8] = [0, 7, 133, 255]
    let finder = ByteFinder(wanted)
    for start in 0..<40 {
      for end in start..<text.count {
        var found: [Int] = []
        finder.forEach(in: text, start..<end) { found.append($0) }
        #expect(found == (start..<end).filter { wanted.contains(text[$0]) })
      }
    }
  }
}
