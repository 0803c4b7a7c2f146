// A word that the index does not know → the nearest forms that it does know, of the word's own
// shards first, then of the vocabulary of the whole site. The other half of the browser's
// templates/search/readings.js.

extension SearchEngine {
  /// By the number of edits; the same sound in another alphabet is none.
  private static let nearFactors = [0.9, 0.6, 0.45]
  private static let mostInstead = 3

  private struct Found {
    let spelling: Spelling
    let edits: Double
    let isAlike: Bool

    static func precedes(_ left: Found, _ right: Found) -> Bool {
      if left.edits != right.edits { return left.edits < right.edits }
      if left.isAlike != right.isAlike { return left.isAlike }
      if left.spelling.weight != right.spelling.weight {
        return left.spelling.weight > right.spelling.weight
      }
      return left.spelling.form.lexicographicallyPrecedes(right.spelling.form)
    }
  }

  /// Looks for near words in the shards that the words fall in.
  mutating func findNear(_ query: inout SearchQuery, _ way: Reading = .asTyped) {
    for number in query.unknown(from: 4) {
      let own = spellings(inShards: query.words[number].shards)
      query.words[number].instead = near(query.words[number], own, limit: 1, way)
    }
  }

  /// The best forms that are as near as `limit` edits, one for each stem.
  private mutating func near(
    _ word: QueryWord, _ lists: [[Spelling]], limit: Int, _ way: Reading = .asTyped
  ) -> [QueryWord.Instead] {
    let found = lists.joined().compactMap { spelling in
      edits(word, spelling.form, limit, way).map {
        Found(spelling: spelling, edits: $0, isAlike: spelling.form[0] == word.form[0])
      }
    }.sorted(by: Found.precedes)
    var stems: Set<Letters> = []
    var list: [QueryWord.Instead] = []
    for one in found {
      guard one.edits == found[0].edits, stems.count < Self.mostInstead else { break }
      guard stems.insert(book.stem(of: one.spelling.form)).inserted else { continue }
      list.append(QueryWord.Instead(form: one.spelling.form, edits: one.edits))
    }
    return list
  }

  /// Words that nothing near was found for are looked for in the vocabulary of the whole site: with
  /// the same first letter, then with any, then with two edits.
  mutating func spell(_ query: inout SearchQuery) {
    var lost = query.unknown(from: 4)
    for isOther in [false, true] {
      lost.removeAll { !query.words[$0].instead.isEmpty }
      for number in lost {
        let word = query.words[number]
        let lists = vocabulary(of: word.form, isOther: isOther)
        query.words[number].instead = near(word, lists, limit: 1)
      }
    }
    for number in lost {
      let word = query.words[number]
      guard word.instead.isEmpty, word.form.count >= (word.form.hasLatin ? 8 : 6) else { continue }
      let lists = spellings(inShards: word.shards) + vocabulary(of: word.form, isOther: false)
      var found = near(word, lists, limit: 2)
      if found.isEmpty {
        found = near(word, vocabulary(of: word.form, isOther: true), limit: 2)
      }
      query.words[number].instead = found
    }
  }

  /// Puts the terms of the forms that were found in the place of unknown words.
  mutating func replace(_ query: inout SearchQuery) {
    var pairs: [(word: Int, instead: QueryWord.Instead)] = []
    for number in query.spoken {
      for instead in query.words[number].instead { pairs.append((number, instead)) }
    }
    var words: [QueryWord] = []
    for pair in pairs { words.append(QueryWord(pair.instead.form, isPrefix: false, &book)) }
    var known = SearchQuery(words: words)
    gather(&known)
    for (pair, word) in zip(pairs, known.words) {
      query.words[pair.word].used = query.words[pair.word].used ?? pair.instead.form
      let factor = Self.nearFactors[Int(pair.instead.edits)]
      for candidate in word.candidates.list {
        query.words[pair.word].add(candidate.term, factor * candidate.factor, .byRoot)
      }
    }
    if !pairs.isEmpty { query.corrected = query.rewritten }
  }
}

/// Nil when there are too many; 2.5 when a half-typed word begins nearly so.
private func edits(
  _ word: QueryWord, _ form: Letters, _ limit: Int, _ way: Reading
) -> Double? {
  let isSound = way == .transliterated
  let count = slips(word.form, form, limit: isSound ? 2 : limit)
  if isSound, count == 2, sound(of: form) == sound(of: word.form) { return 0 }
  if count <= limit { return Double(count) }
  return limit > 1 && word.isPrefix && beginsNear(form, word.form) ? 2.5 : nil
}

/// Without the signs that Latin letters do not tell.
private func sound(of form: Letters) -> Letters {
  form.compactMap { letter in
    switch letter {
    case 0x44C, 0x44A: nil  // ь ъ
    case 0x44B, 0x439: 0x438  // ы й
    case 0x44D: 0x435  // э
    default: letter
    }
  }
}

private func beginsNear(_ form: Letters, _ typed: Letters) -> Bool {
  [-1, 0, 1].contains { more in
    slips(typed, Array(form.prefix(typed.count + more)), limit: 1) < 2
  }
}

extension SearchQuery {
  /// Words that the index does not know and that may be mistyped. A number is meant as it is.
  func unknown(from length: Int) -> [Int] {
    spoken.filter {
      words[$0].level == .none && words[$0].form.count >= length && !words[$0].form.isExactName
    }
  }

  /// The text with the words that were used in it.
  fileprivate var rewritten: String {
    let bytes = Array(text.utf8)
    var rewritten: [UInt8] = []
    var end = 0
    for unit in units {
      let parts = unit.parts.map { words[$0] }
      let said = parts.contains { $0.used != nil } ? parts : [words[unit.word]]
      guard said.contains(where: { $0.used != nil }) else { continue }
      rewritten += bytes[end..<unit.range.lowerBound]
      rewritten += said.map { ($0.used ?? $0.form).text }.joined(separator: "-").utf8
      end = unit.range.upperBound
    }
    return String(decoding: rewritten + bytes[end...], as: UTF8.self)
  }
}
