// A word → the terms of the index that it may mean: by stem, by root, as the beginning of a form,
// through an alias or a synonym. The browser's templates/search/terms.js.

extension SearchEngine {
  private static let rootFactor = 0.55
  private static let bareFactor = 0.5
  private static let halfFactor = 0.6
  private static let aliasFactor = 0.9
  private static let synonymFactor = 0.8
  /// A prefix that falls into more shards is looked up in the vocabulary instead.
  private static let mostShards = 5
  private static let mostCompletions = 6
  private static let longestSynonym = 4

  /// Looks up all words of a query.
  mutating func gather(_ query: inout SearchQuery) {
    for number in query.words.indices {
      query.words[number].shards = shards(for: query.words[number])
      lookUp(&query.words[number])
    }
    addSynonyms(&query)
  }

  /// The shards that a word falls in, its own first; those of its completions with it unless they
  /// are many.
  private mutating func shards(for word: QueryWord) -> [Int] {
    let own = shard(of: word.root)
    var numbers = [own]
    if !word.bare.isEmpty { numbers.append(shard(of: word.bare)) }
    // A soft sign that Latin letters do not tell may end in a shorter root: «sozdat».
    if word.isSpelt, shard(of: Array(word.root.prefix(4))) < own { numbers.append(own - 1) }
    guard word.isPrefix else { return numbers }
    let first = min(own, shard(of: word.form))
    let last = max(own, shard(of: word.form + [0xFFFF]))
    let isWide = last - first >= Self.mostShards
    let others = isWide ? completionShards(for: word, besides: own) : Array(first...last)
    return numbers + others.filter { !numbers.contains($0) }
  }

  /// The shards of the most frequent words that begin like this one.
  private mutating func completionShards(
    for word: QueryWord, besides own: Int
  ) -> [Int] {
    let found = vocabulary(of: word.form, isOther: false).joined()
      .filter { $0.form.starts(with: word.form) }.sorted {
        $0.weight != $1.weight
          ? $0.weight > $1.weight : $0.form.lexicographicallyPrecedes($1.form)
      }
    var numbers: [Int] = []
    for spelling in found.prefix(Self.mostCompletions) {
      let number = shard(of: book.entry(of: spelling.form).root)
      if number != own, !numbers.contains(number) { numbers.append(number) }
    }
    return Array(numbers.prefix(Self.mostShards))
  }

  private mutating func lookUp(_ word: inout QueryWord) {
    word.candidates = Candidates()
    word.level = .none
    let known = family(of: word.root)
    for (id, term) in known {
      if term.stem == word.stem {
        word.add(id, 1, .byStem)
      } else {
        word.add(id, Self.rootFactor, .byRoot)
      }
    }
    if !word.bare.isEmpty {
      for (id, _) in family(of: word.bare) { word.add(id, Self.bareFactor, .byRoot) }
    }
    word.isForm = known.contains { $0.term.forms.contains(word.form) }
    // What Latin words sound like, unless it was typed in Latin letters itself.
    for alias in openShard(shard(of: word.root)).aliases
    where !word.isSpelt && alias.stem == word.stem {
      if let id = term(ofStem: alias.target) { word.add(id, Self.aliasFactor, .byStem) }
    }
    if word.isPrefix { addCompletions(&word) }
  }

  /// The more of its shortest form is typed, the likelier a term is meant.
  ///
  /// Half a word may have the stem of another, rare one; so unless it is a form itself, stems count
  /// little more.
  private mutating func addCompletions(_ word: inout QueryWord) {
    let (whole, level) = (word.candidates.list, word.level)
    word.candidates = Candidates()
    word.level = .none
    for number in word.shards {
      for (place, term) in openShard(number).terms.enumerated() {
        var shortest = 0
        for form in term.forms where form.starts(with: word.form) {
          if shortest == 0 || form.count < shortest { shortest = form.count }
        }
        if shortest == 0 { continue }
        let id = TermID(shard: Int32(number), term: Int32(place))
        word.add(id, 0.1 + 0.5 * Double(word.form.count) / Double(shortest), .byPrefix)
      }
    }
    let isHalf = word.level > .none && !word.isForm
    for (id, factor) in whole {
      word.add(id, isHalf ? factor * Self.halfFactor : factor, isHalf ? .none : level)
    }
  }
}

// MARK: - Synonyms

extension SearchEngine {
  private mutating func addSynonyms(_ query: inout SearchQuery) {
    if synonyms.isEmpty { return }
    let numbers = query.units.map(\.word)
    for start in numbers.indices {
      for end in start..<min(start + Self.longestSynonym, numbers.count) {
        let some = numbers[start...end]
        for stems in synonyms[some.map { query.words[$0].stem }] ?? [] {
          add(meaning: stems, to: some, of: &query)
        }
      }
    }
  }

  private mutating func add(
    meaning stems: [Letters], to words: ArraySlice<Int>, of query: inout SearchQuery
  ) {
    var terms: [TermID] = []
    for stem in stems {
      guard let term = term(ofStem: stem) else { return }
      terms.append(term)
    }
    guard let first = terms.first else { return }
    let term = terms.count == 1 ? first : together(terms)
    for number in words { query.words[number].add(term, Self.synonymFactor, .byStem) }
  }

  /// A term made of several: the documents that hold all of them, each as the weakest does.
  private mutating func together(_ terms: [TermID]) -> TermID {
    let opened = terms.map { (shard: openedShard(of: $0), term: Int($0.term)) }
    var joint = OpenShard()
    let documents = opened[0].shard.documents[opened[0].shard.terms[opened[0].term].range]
    for document in documents {
      let places = opened.compactMap { $0.shard.place(of: Int(document), in: $0.term) }
      guard places.count == opened.count else { continue }
      joint.documents.append(document)
      joint.impacts.append(zip(opened, places).map { $0.shard.impacts[$1] }.min() ?? 0)
      joint.sections.append(
        zip(opened, places).map { $0.shard.sections[$1] }.reduce(.max) {
          $0 & $1 != 0 ? $0 & $1 : $0 | $1
        })
    }
    let count = joint.documents.count
    joint.terms = [
      OpenShard.Term(
        stem: [], root: [], forms: [], frequency: count, range: 0..<count, parts: terms)
    ]
    joint.countTitles(ofTerm: 0)
    shards.append(joint)
    return TermID(shard: Int32(shards.count - 1), term: 0)
  }

  /// Forgets the terms that were made for one search.
  mutating func dropJointTerms() {
    shards.removeLast(shards.count - index.manifest.shards.count)
  }
}
