import Testing

@testable import SpravkaKit

struct VocabularyTests {
  @Test func `words are numbered as they come and keep their numbers`() {
    var vocabulary = Vocabulary()
    let words = (0..<5000).map { Array("слово\($0 * 7919 % 5000)".utf8) } + [[], [0]]
    let first = words.map { vocabulary.number(of: $0.span) }
    #expect(first == Array(words.indices))
    #expect(words.map { vocabulary.number(of: $0.span) } == first)
    #expect(vocabulary.count == words.count)
    for (number, word) in words.enumerated() { #expect(Array(vocabulary[number]) == word) }
  }
}
