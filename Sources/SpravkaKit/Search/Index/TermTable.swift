// The terms of all slices → one list of terms, each with its word forms and its postings, in the
// order of root keys and, within one, of stems. Slices hold documents in their order, so the
// postings of a term only have to follow one another.

/// A stem with what the files of the index say of it.
struct Term: Sendable {
  let root: [UInt8]
  let stem: [UInt8]
  /// Sorted.
  var forms: [[UInt8]] = []
  /// Documents that hold it.
  var frequency = 0
  /// In the order of documents; of a stem that very many hold, those of the best ones.
  var postings: [Posting] = []
  /// The Latin stem that this word sounds like; such a term has no postings.
  var alias: [UInt8]?
}

struct Posting: Sendable {
  let document: Int32
  let impact: UInt8
  /// A bit for each section.
  let sections: UInt32
}

struct TermTable: Sendable {
  /// Sorted by root, then by stem.
  let terms: [Term]
  /// All word forms with how often they occur.
  let formCounts: [(form: [UInt8], count: Int)]
  let documents: [DocumentFacts]

  /// A term has so many postings at most, the best by impact; if more documents have it in their
  /// titles, all of these up to `mostTitles`.
  static let mostPostings = 1024
  static let mostTitles = 8192

  init(_ slices: [SliceTerms], jobs: Int) async {
    let documents = slices.flatMap(\.documents)
    let weight = TermWeight(documents)
    let merged = MergedStems(slices)
    let order = merged.sorted()
    let terms = await parallelSlices(order.count, jobs: jobs, size: 512) { range in
      order[range].map { entry in
        var term = Term(root: entry.root, stem: entry.stem)
        term.forms = merged.forms(of: entry.number)
        let postings = merged.postings(of: entry.number, slices).map { posting in
          Posting(
            document: posting.document,
            impact: weight.impact(of: posting.counts, in: Int(posting.document)),
            sections: posting.sections)
        }
        term.frequency = postings.count
        term.postings = bestPostings(of: postings)
        return term
      }
    }.flatMap(\.self).filter { $0.frequency > 0 }
    self.terms = await Self.withAliases(
      terms, merged.forms, documents: documents.count, jobs: jobs)
    formCounts = merged.formCounts
    self.documents = documents
  }

  /// Adds what Latin words sound like, where no word is spelt so already; on a large site only for
  /// those that a hundredth of the documents hold, which names of products are.
  private static func withAliases(
    _ terms: [Term], _ forms: Vocabulary, documents: Int, jobs: Int
  ) async -> [Term] {
    let least = max(1, documents / 100)
    let named = terms.filter { $0.stem.first?.isASCIILetter == true && $0.frequency >= least }
    let heard = await parallelSlices(named.count, jobs: jobs, size: 256) { range in
      var stemmer = Stemmer()
      return named[range].flatMap { term in
        term.forms.compactMap { form -> Term? in
          guard let sound = phoneticAlias(of: String(decoding: form, as: UTF8.self)),
            !forms.contains(sound.span)
          else { return nil }
          var stem: [UInt8] = []
          stemmer.appendSearchStem(of: sound.span, to: &stem)
          return Term(root: rootKey(of: stem), stem: stem, forms: [sound], alias: term.stem)
        }
      }
    }.flatMap(\.self)
    // The most usual form: of those that are as long, the first.
    var added: Set<[UInt8]> = []
    let aliases = heard.filter { added.insert($0.forms[0]).inserted }.sorted(by: Term.precedes)
    var all: [Term] = []
    all.reserveCapacity(terms.count + aliases.count)
    var next = aliases[...]
    for term in terms {
      while let alias = next.first, Term.precedes(alias, term) { all.append(next.removeFirst()) }
      all.append(term)
    }
    return all + next
  }
}

extension Term {
  static func precedes(_ left: Term, _ right: Term) -> Bool {
    if left.root != right.root { return left.root.lexicographicallyPrecedes(right.root) }
    if left.stem != right.stem { return left.stem.lexicographicallyPrecedes(right.stem) }
    guard let first = left.alias, let second = right.alias else { return left.alias == nil }
    return first.lexicographicallyPrecedes(second)
  }
}

/// The best postings by impact, still in the order of documents: titles first.
func bestPostings(of postings: [Posting]) -> [Posting] {
  guard postings.count > TermTable.mostPostings else { return postings }
  var counts = [Int](repeating: 0, count: 24)
  for posting in postings { counts[strength(of: posting)] += 1 }
  let inTitles = counts[16...].reduce(0, +)
  var room = min(max(inTitles, TermTable.mostPostings), TermTable.mostTitles)
  guard postings.count > room else { return postings }
  var least = counts.count - 1
  while counts[least] <= room {
    room -= counts[least]
    least -= 1
  }
  return postings.filter { posting in
    let strength = strength(of: posting)
    if strength != least { return strength > least }
    room -= 1
    return room >= 0
  }
}

/// What an impact says without the length of a title: 0…15 in the text, 16…23 in a title.
private func strength(of posting: Posting) -> Int {
  posting.impact < 16 ? Int(posting.impact) : 16 + Int(posting.impact & 7)
}

/// The vocabularies of all slices put together.
private struct MergedStems: Sendable {
  private struct Use: Sendable {
    let slice: Int32
    /// The stem's number in the slice.
    let stem: Int32
  }

  private var vocabulary = Vocabulary()
  private var uses: [[Use]] = []
  private var formsOfStem: [[[UInt8]]] = []
  private(set) var formCounts: [(form: [UInt8], count: Int)] = []
  private(set) var forms = Vocabulary()

  init(_ slices: [SliceTerms]) {
    var counts: [Int] = []
    for (slice, terms) in slices.enumerated() {
      var numbers: [Int] = []
      for stem in 0..<terms.stems.count {
        let number = vocabulary.number(of: terms.stems[stem].span)
        if number == uses.count {
          uses.append([])
          formsOfStem.append([])
        }
        uses[number].append(Use(slice: Int32(slice), stem: Int32(stem)))
        numbers.append(number)
      }
      for form in 0..<terms.forms.count {
        let number = forms.number(of: terms.forms[form].span)
        let stem = terms.stemOfForm[form]
        if number == counts.count {
          counts.append(0)
          formsOfStem[numbers[Int(stem < 0 ? -2 - stem : stem)]].append(Array(terms.forms[form]))
        }
        counts[number] += Int(terms.formCounts[form])
      }
    }
    formCounts = counts.enumerated().map { (Array(forms[$0.offset]), $0.element) }
  }

  func sorted() -> [(root: [UInt8], stem: [UInt8], number: Int)] {
    (0..<vocabulary.count).map { number in
      let stem = Array(vocabulary[number])
      return (rootKey(of: stem), stem, number)
    }.sorted {
      $0.0 != $1.0 ? $0.0.lexicographicallyPrecedes($1.0) : $0.1.lexicographicallyPrecedes($1.1)
    }
  }

  func forms(of stem: Int) -> [[UInt8]] {
    formsOfStem[stem].sorted { $0.lexicographicallyPrecedes($1) }
  }

  func postings(of stem: Int, _ slices: [SliceTerms]) -> [RawPosting] {
    var postings: [RawPosting] = []
    for use in uses[stem] {
      let terms = slices[Int(use.slice)]
      let start = Int(terms.starts[Int(use.stem)])
      postings += terms.postings[start..<Int(terms.starts[Int(use.stem) + 1])]
    }
    return postings
  }
}
