import Testing

@testable import SpravkaKit

struct BestPostingsTests {
  /// Postings of as many documents, the first of them in titles.
  private func postings(_ count: Int, inTitles titles: Int) -> [Posting] {
    (0..<count).map { number in
      let impact = number < titles ? 16 + number % 8 : number % 16
      return Posting(document: Int32(number), impact: UInt8(impact), sections: 1)
    }
  }

  private func kept(_ count: Int, inTitles titles: Int) -> [Posting] {
    bestPostings(of: postings(count, inTitles: titles))
  }

  @Test(arguments: [(1, 0), (1024, 0), (1024, 1024), (2000, 2000), (8192, 8192)])
  func `all are kept while they are few, or in titles`(count: Int, titles: Int) {
    #expect(kept(count, inTitles: titles).count == count)
  }

  @Test(arguments: [(1025, 0, 1024), (5000, 10, 1024), (5000, 3000, 3000), (9000, 9000, 8192)])
  func `of many those in titles come first, then the strongest`(
    count: Int, titles: Int, most: Int
  ) {
    let kept = kept(count, inTitles: titles)
    #expect(kept.count == most)
    #expect(kept.count { $0.impact >= 16 } == min(titles, 8192))
    #expect(kept.map(\.document) == kept.map(\.document).sorted())
    let weakest = kept.map(\.impact).filter { $0 < 16 }.min() ?? 16
    let dropped = count - most
    #expect(postings(count, inTitles: titles).count { $0.impact < weakest } <= dropped)
  }
}
