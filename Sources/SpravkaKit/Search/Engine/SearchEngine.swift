// The search of a site's readers, in Swift: the same ranking of the same files as in the browser
// (templates/search/), so that a build can tell what readers will find. The files are those of a
// SearchIndex, before they are deflated; each is decoded when it is first asked for. What the two
// sides share is tested by the cases of Tests/Search.

/// To be used by one thread at a time; engines of one index share nothing but its bytes.
struct SearchEngine: ~Copyable {
  let index: SearchIndex
  /// The path that URLs of the site begin with: `/` or `/help/`.
  let root: String
  var book = WordBook()
  /// Terms of the index, by shard; behind those, terms that stand for several words together.
  var shards: [OpenShard?]
  /// One number for each document, always left at zero.
  var tallies: [DocumentTally]

  private let borders: [Letters]
  private let fileNumbers: [String: Int]
  private(set) var synonyms: [[Letters]: [[Letters]]] = [:]
  /// By the stems of a query: the document that comes first.
  private(set) var pinned: [[Letters]: Int] = [:]
  private(set) var boosts: [Int: Double] = [:]
  private var vocabularies: [[Spelling]?]
  private var records: [Int: DocumentRecord] = [:]
  private var titles: [Int: [TitleWord]] = [:]
  private var absences: [String: Set<Int>] = [:]

  init(_ index: SearchIndex, basePath: String) {
    self.index = index
    root = basePath + "/"
    let manifest = index.manifest
    shards = Array(repeating: nil, count: manifest.shards.count)
    tallies = Array(repeating: DocumentTally(), count: manifest.documents)
    borders = manifest.borders.map { Letters(of: $0) }
    vocabularies = Array(repeating: nil, count: manifest.vocabulary.count)
    fileNumbers = Dictionary(
      uniqueKeysWithValues: index.files.enumerated().map { ($0.element.name, $0.offset) })
    for (query, document) in manifest.pinned { pinned[book.stems(of: query)] = document }
    for (document, factor) in manifest.boosts { boosts[document] = factor }
    addSynonyms(manifest)
  }

  /// What a word or phrase, as stems, means besides itself.
  private mutating func addSynonyms(_ manifest: SearchManifest) {
    for group in manifest.synonyms {
      for one in group { for other in group where other != one { mean(one, other) } }
    }
    for entry in manifest.oneWay { for other in entry.others { mean(entry.word, other) } }
  }

  private mutating func mean(_ text: String, _ other: String) {
    synonyms[book.stems(of: text), default: []].append(book.stems(of: other))
  }

  func bytes(of file: String) -> [UInt8] {
    fileNumbers[file].map { index.files[$0].content.bytes } ?? []
  }
}

// MARK: - Terms

extension SearchEngine {
  /// The number of the shard that a root falls in.
  func shard(of root: Letters) -> Int {
    var (low, high) = (0, borders.count)
    while low < high {
      let middle = (low + high) / 2
      if root.lexicographicallyPrecedes(borders[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  mutating func openShard(_ number: Int) -> OpenShard {
    guard number < index.manifest.shards.count else { return OpenShard() }
    if let known = shards[number] { return known }
    let shard = OpenShard(bytes(of: index.manifest.shards[number]))
    shards[number] = shard
    return shard
  }

  /// The shard that a candidate is in, which is open.
  func openedShard(of id: TermID) -> OpenShard { shards[Int(id.shard)] ?? OpenShard() }

  func term(_ id: TermID) -> OpenShard.Term { openedShard(of: id).terms[Int(id.term)] }

  /// The terms of a root, and where they begin in their shard.
  mutating func family(of root: Letters) -> [(id: TermID, term: OpenShard.Term)] {
    let number = shard(of: root)
    let shard = openShard(number)
    return shard.family(of: root).map {
      (TermID(shard: Int32(number), term: Int32($0)), shard.terms[$0])
    }
  }

  mutating func term(ofStem stem: Letters) -> TermID? {
    family(of: rootLetters(of: stem)).first { $0.term.stem == stem }?.id
  }
}

// MARK: - Spelling

/// A word form with how frequent it is.
struct Spelling {
  let form: Letters
  let weight: Int
}

extension SearchEngine {
  /// The vocabulary of words with the first letter of a form, or of all others, file by file.
  mutating func vocabulary(of form: Letters, isOther: Bool) -> [[Spelling]] {
    let files = index.manifest.vocabulary
    return files.indices.filter { files[$0].letters.utf16.contains(form[0]) != isOther }
      .map { openVocabulary($0) }
  }

  private mutating func openVocabulary(_ number: Int) -> [Spelling] {
    if let known = vocabularies[number] { return known }
    // Lines of a form and a digit, how often it occurs.
    let lines = bytes(of: index.manifest.vocabulary[number].file).split(separator: .newline)
    let list = lines.map { line in
      Spelling(
        form: Letters(of: String(decoding: line.dropLast(), as: UTF8.self)),
        weight: Int(line.last ?? 0x30) - 0x30)
    }
    vocabularies[number] = list
    return list
  }

  /// The forms of some shards, shard by shard.
  mutating func spellings(inShards numbers: [Int]) -> [[Spelling]] {
    numbers.map { number in
      openShard(number).terms.flatMap { term in
        term.forms.map { Spelling(form: $0, weight: term.frequency) }
      }
    }
  }
}

// MARK: - Documents

/// A word of a title, as a whole if it is one.
struct TitleWord {
  let form: Letters
  let stem: Letters
}

extension SearchEngine {
  mutating func record(of document: Int) -> DocumentRecord {
    if let known = records[document] { return known }
    let (perBlock, perPack) = (index.manifest.perBlock, index.manifest.perPack)
    let block = document / perBlock
    let first = block * perBlock
    let list = documentRecords(
      inBlock: bytes(of: index.manifest.blocks[block]), first: first, perPack: perPack)
    for (offset, record) in list.enumerated() { records[first + offset] = record }
    return list[document - first]
  }

  mutating func titleWords(of document: Int) -> [TitleWord] {
    if let known = titles[document] { return known }
    var words: [TitleWord] = []
    for form in wholeWords(in: record(of: document).title) {
      words.append(TitleWord(form: form, stem: book.stem(of: form)))
    }
    titles[document] = words
    return words
  }

  /// The short answer of a document and the texts of its sections.
  ///
  /// Not kept: all texts together are as large as the site.
  mutating func texts(of document: Int) -> [String] {
    let record = record(of: document)
    return documentTexts(inPack: bytes(of: record.pack), place: record.place)
  }

  /// The documents that are not about an edition; nil when all are, or nobody knows it.
  mutating func documents(without edition: String?) -> Set<Int>? {
    guard let edition, let file = index.manifest.editions.first(where: { $0.id == edition })?.file
    else { return nil }
    if let known = absences[file] { return known }
    var numbers = VarintReader(bytes(of: file))
    var absent: Set<Int> = []
    var document = -1
    for _ in 0..<numbers.next() {
      document += numbers.next() + 1
      absent.insert(document)
    }
    absences[file] = absent
    return absent
  }
}
