// A word that the index does not know → the nearest forms that it does know, of the word's own
// shards first, then of the vocabulary of the whole site. The other half of the browser's
// templates/search/readings.js.

extension SearchEngine {
  /// By the number of edits; the same sound in another alphabet is none, nor is another ending.
  private static let nearFactors = [0.9, 0.6, 0.45]
  private static let unsureFactor = 0.4
  private static let mostInstead = 3
  private static let leastHalf = 4

  private struct Found {
    let spelling: Spelling
    let slip: Slip
    let isAlike: Bool

    static func precedes(_ left: Found, _ right: Found) -> Bool {
      if left.slip.edits != right.slip.edits { return left.slip.edits < right.slip.edits }
      if left.isAlike != right.isAlike { return left.isAlike }
      if left.spelling.weight != right.spelling.weight {
        return left.spelling.weight > right.spelling.weight
      }
      return left.spelling.form.lexicographicallyPrecedes(right.spelling.form)
    }
  }

  /// Looks for near words in the shards that the words fall in.
  mutating func findNear(_ query: inout SearchQuery, _ way: Reading = .asTyped) {
    for number in query.unknown(from: 4) + query.unsure {
      let own = spellings(inShards: query.words[number].shards)
      query.words[number].instead = near(query.words[number], own, limit: 1, way)
    }
  }

  /// The best forms that are as near as `limit` edits, one for each stem.
  private mutating func near(
    _ word: QueryWord, _ lists: [[Spelling]], limit: Int, _ way: Reading = .asTyped
  ) -> [QueryWord.Instead] {
    let found = lists.joined().compactMap { spelling in
      Slip(word, spelling.form, limit, way).map {
        Found(spelling: spelling, slip: $0, isAlike: spelling.form[0] == word.form[0])
      }
    }.sorted(by: Found.precedes)
    var stems: Set<Letters> = []
    var list: [QueryWord.Instead] = []
    for one in found {
      guard one.slip.edits == found[0].slip.edits, stems.count < Self.mostInstead else { break }
      guard stems.insert(book.stem(of: one.spelling.form)).inserted else { continue }
      list.append(
        QueryWord.Instead(
          form: one.spelling.form, edits: one.slip.edits, isEnding: one.slip.isEnding))
    }
    return list
  }

  /// Words that nothing near was found for are looked for in the vocabulary of the whole site: with
  /// the same first letter, with any if no word is known, then with two edits.
  mutating func spell(_ query: inout SearchQuery) {
    var lost = query.unknown(from: 4)
    let isHopeless = query.spoken.allSatisfy {
      query.words[$0].level == .none && query.words[$0].instead.isEmpty
    }
    for isOther in isHopeless ? [false, true] : [false] {
      lost.removeAll { !query.words[$0].instead.isEmpty }
      for number in lost {
        let word = query.words[number]
        let lists = vocabulary(of: word.form, isOther: isOther)
        query.words[number].instead = near(word, lists, limit: 1)
      }
    }
    for number in lost {
      let word = query.words[number]
      guard word.instead.isEmpty, word.form.count >= long - 2 else { continue }
      let lists = spellings(inShards: word.shards) + vocabulary(of: word.form, isOther: false)
      query.words[number].instead = near(word, lists, limit: 2)
    }
  }

  /// «парол» is shown as the site writes it.
  mutating func nameSounds(in query: inout SearchQuery) {
    for number in query.spoken {
      let word = query.words[number]
      guard word.level > .none, !word.isForm else { continue }
      let own = spellings(inShards: word.shards)
      query.words[number].used = near(word, own, limit: 0, .transliterated).first?.form
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
      let unknown = query.words[pair.word]
      // What is known by its root is meant rather than what is near.
      let isMeant = unknown.used == nil && unknown.level > .none
      let factor = isMeant ? Self.unsureFactor : Self.nearFactors[Int(pair.instead.edits)]
      if unknown.level == .none {
        query.words[pair.word].used = pair.instead.isEnding ? unknown.form : pair.instead.form
      }
      for candidate in word.candidates.list {
        query.words[pair.word].add(candidate.term, factor * candidate.factor, .byRoot)
      }
    }
    let text = query.rewritten
    if !text.utf8.elementsEqual(query.text.utf8) { query.corrected = text }
  }

  /// What is still unknown may be two words without a space between them.
  mutating func split(_ query: inout SearchQuery) {
    for number in query.unknown(from: 2 * Self.leastHalf) {
      let form = query.words[number].form
      let ends = Self.leastHalf...(form.count - Self.leastHalf)
      for end in ends.reversed() {
        let (head, tail) = (Letters(form[..<end]), Letters(form[end...]))
        guard isForm(head), isForm(tail) else { continue }
        query.words[number].used = head + [0x20] + tail
        break
      }
    }
    let text = query.rewritten
    if text.utf8.elementsEqual((query.corrected ?? query.text).utf8) { return }
    query = SearchQuery(text, &book)
    query.corrected = text
    gather(&query)
  }

  /// Whether a word occurs in texts just so.
  private mutating func isForm(_ form: Letters) -> Bool {
    family(of: book.entry(of: form).root).contains { $0.term.forms.contains(form) }
  }
}

/// In shorter words two edits make most words of most others.
private let long = 9

/// What lies between a word and a form.
private struct Slip {
  let edits: Double
  let isEnding: Bool

  /// Nil when there are more than `limit` edits between them.
  init?(_ word: QueryWord, _ form: Letters, _ limit: Int, _ way: Reading) {
    let isSound = way == .transliterated
    let count = slips(word.form, form, limit: isSound ? 2 : limit)
    let isSame = isSound && count < 3 && sound(of: form) == sound(of: word.form)
    // Another ending is no slip: the stems of one word may differ.
    isEnding = !isSame && count == 1 && form.starts(with: word.form.dropLast())
    if isSame {
      edits = 0
    } else if isEnding, limit > 0 {
      // After the same sound.
      edits = 0.1
    } else if count <= limit, count < 2 || form.count >= long {
      edits = Double(count)
    } else if count > limit, limit > 1, word.isPrefix, beginsNear(form, word.form) {
      edits = 2.5
    } else {
      return nil
    }
  }
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
  /// The text with the forms in it that were used for its words.
  fileprivate var rewritten: String {
    let bytes = Array(text.utf8)
    var rewritten: [UInt8] = []
    var end = 0
    for unit in units {
      let parts = unit.parts.map { words[$0] }
      let said = parts.contains { $0.used != nil } ? parts : [words[unit.word]]
      guard said.contains(where: { $0.used != nil && $0.used != $0.form }) else { continue }
      rewritten += bytes[end..<unit.range.lowerBound]
      rewritten += said.map { ($0.used ?? $0.form).text }.joined(separator: "-").utf8
      end = unit.range.upperBound
    }
    return String(decoding: rewritten + bytes[end...], as: UTF8.self)
  }
}
