// The articles of one language → everything that its search needs: a manifest and files. The bytes
// of most are there, since their names come from them; the texts for excerpts are made when Emit
// asks, since all of them together are as large as the site.

struct SearchIndex: Sendable {
  /// A file before it is deflated.
  struct File: Sendable {
    let name: String
    let level: CInt
    let content: Content
  }

  enum Content: Sendable {
    case bytes([UInt8])
    /// The same bytes at every call.
    case made(@Sendable () -> [UInt8])

    var bytes: [UInt8] {
      switch self {
      case .bytes(let bytes): bytes
      case .made(let make): make()
      }
    }
  }

  let language: String
  private(set) var manifest = SearchManifest()
  private(set) var files: [File] = []
  let documents: [SearchDocument]
  private var names = FileNames()

  init(_ site: Site, language: Int, jobs: Int) async {
    self.language = site.languages[language]
    let documents = site.searchDocuments(language: language)
    self.documents = documents
    manifest.documents = documents.count
    // Several slices a worker, and few: each has vocabularies of its own to be merged.
    let size = max(64, documents.count / (jobs * 4) + 1)
    let slices = await parallelSlices(documents.count, jobs: jobs, size: size) { range in
      SliceTerms(of: documents[range], site)
    }
    let table = await TermTable(slices, jobs: jobs)
    await addShards(table, jobs: jobs)
    for file in spellingVocabulary(of: table.formCounts) {
      manifest.vocabulary.append((file.letters, add(file.bytes)))
    }
    let isSet = site.configuration.markdown.typography
    await addDocuments(
      DocumentFiles(
        site: site, documents: documents, facts: table.documents,
        typography: isSet ? Typography(language: self.language) : nil), jobs: jobs)
    addEditions(site)
    addSettings(site, language: language)
  }

  private mutating func addShards(_ table: TermTable, jobs: Int) async {
    let shards = await termShards(
      of: table.terms, documents: table.documents.count, jobs: jobs)
    for (index, shard) in shards.enumerated() {
      if index > 0 { manifest.borders.append(border(shards[index - 1].last, shard.first)) }
      manifest.shards.append(add(shard.bytes))
    }
  }

  private mutating func addDocuments(_ documents: DocumentFiles, jobs: Int) async {
    let sizes = FileSizes(documents: documents.documents.count)
    manifest.perBlock = sizes.perBlock
    manifest.perPack = sizes.perPack
    // One for all: a closure that holds the documents of its own is a copy of them.
    let pack: @Sendable (Range<Int>) -> [UInt8] = { documents.pack($0) }
    var packs: [String] = []
    for range in ranges(of: documents.documents.count, size: sizes.perPack) {
      let name = names.name(for: documents.digest(ofPack: range))
      packs.append(name)
      files.append(
        File(name: name, level: Deflate.fast, content: .made { pack(range) }))
    }
    let blocks = ranges(of: documents.documents.count, size: sizes.perBlock)
    let made = await blocks.parallelMap(jobs: jobs) { [packs] range in
      documents.block(range, perPack: sizes.perPack, packs: packs)
    }
    for block in made { manifest.blocks.append(add(block)) }
  }

  /// For each edition, the documents that are about others.
  private mutating func addEditions(_ site: Site) {
    for edition in site.configuration.editions {
      let others = documents.indices.filter { number in
        let editions = site.articles[documents[number].source].front.editions
        return !editions.isEmpty && !editions.contains { $0.value == edition.id }
      }
      guard !others.isEmpty else { continue }
      var bytes: [UInt8] = []
      bytes.append(varint: others.count)
      var next = 0
      for number in others {
        bytes.append(varint: number - next)
        next = number + 1
      }
      manifest.editions.append((edition.id, add(bytes)))
    }
  }

  private mutating func addSettings(_ site: Site, language: Int) {
    for (number, document) in documents.enumerated() {
      let boost = site.articles[document.source].front.search.boost
      if boost != 1 { manifest.boosts.append((number, boost)) }
    }
    let settings = site.configuration.search[self.language] ?? SearchSettings()
    manifest.synonyms = settings.synonyms
    manifest.oneWay = settings.oneWaySynonyms
    for pinned in site.furniture[language].pinned {
      guard let number = documents.firstIndex(where: { $0.page == pinned.page }) else { continue }
      manifest.pinned.append((pinned.query, number))
    }
  }

  /// Notes in which other languages something can be found.
  mutating func note(languages: [String]) {
    manifest.others = languages.filter { $0 != language }
  }

  private mutating func add(_ bytes: [UInt8]) -> String {
    let name = names.name(for: Digest(of: bytes))
    files.append(File(name: name, level: Deflate.smallest, content: .bytes(bytes)))
    return name
  }
}

private func ranges(of count: Int, size: Int) -> [Range<Int>] {
  stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
}

/// The shortest text above one root key and not above another.
private func border(_ last: [UInt8], _ first: [UInt8]) -> String {
  let (left, right) = (
    Array(String(decoding: last, as: UTF8.self).unicodeScalars),
    Array(String(decoding: first, as: UTF8.self).unicodeScalars)
  )
  let shared = zip(left, right).prefix { $0 == $1 }.count
  var text = String.UnicodeScalarView()
  text.append(contentsOf: right.prefix(shared + 1))
  return String(text)
}
