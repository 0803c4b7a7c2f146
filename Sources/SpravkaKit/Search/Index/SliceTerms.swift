// Some documents → their terms: which stems stand where and how often. Slices of a language are read
// side by side, each with vocabularies of its own; TermTable puts them together.

/// Where a stem stands in a document, before its weight is known.
struct RawPosting: Sendable {
  let stem: Int32
  /// The document's number.
  let document: Int32
  /// A bit for each section.
  var sections: UInt32
  var counts: FieldCounts<UInt8>
}

/// What is remembered of each document besides its terms.
struct DocumentFacts: Sendable {
  /// Words of each field; stop words do not count.
  var lengths = FieldCounts<Int32>()
  /// Of the text: two documents with the same digest have the same excerpts.
  var text: Digest
  var headings: [SectionText.Heading]
  /// Bytes of what readers see.
  var size: Int
}

struct SliceTerms: Sendable {
  /// All word forms, and for each how often it occurs and the number of its stem; stop words have
  /// no stem.
  private(set) var forms = Vocabulary()
  private(set) var formCounts: [Int32] = []
  private(set) var stemOfForm: [Int32] = []
  private(set) var stems = Vocabulary()
  /// Sorted by stem, then by document.
  private(set) var postings: [RawPosting] = []
  /// Where the postings of each stem begin; one more than there are stems.
  private(set) var starts: [Int32] = []
  private(set) var documents: [DocumentFacts] = []

  /// - Parameter first: the number of the first document.
  init(of documents: ArraySlice<SearchDocument>, _ site: Site) {
    var tally = Tally()
    for (number, document) in zip(documents.indices, documents) {
      tally.read(site.articles[document.source], site[document.page].title, number: Int32(number))
    }
    forms = tally.forms
    formCounts = tally.formCounts
    stemOfForm = tally.stemOfForm
    stems = tally.stems
    self.documents = tally.documents
    (starts, postings) = tally.sortedPostings()
  }
}

/// Counts words, document by document.
private struct Tally: ~Copyable {
  var forms = Vocabulary()
  var formCounts: [Int32] = []
  var stemOfForm: [Int32] = []
  var stems = Vocabulary()
  var documents: [DocumentFacts] = []
  private var postings: [RawPosting] = []
  private var stemmer = Stemmer()
  private var reader = SearchWordReader()
  /// By stem: its posting of the present document; -1 when it has none yet.
  private var posting: [Int32] = []
  private var firstPosting = 0

  mutating func read(_ article: Article, _ title: String, number: Int32) {
    firstPosting = postings.count
    let text = SectionText(of: article)
    var digest = DigestStream()
    digest.append(text.bytes.span)
    var facts = DocumentFacts(
      text: digest.digest, headings: text.headings, size: text.bytes.count)
    add(Array(title.utf8), number, section: 0, .title, &facts.lengths)
    for keyword in article.front.keywords {
      add(Array(keyword.utf8), number, section: 0, .heading, &facts.lengths)
    }
    for run in text.runs {
      add(text.bytes.span.extracting(run.range), number, run.section, run.field, &facts.lengths)
    }
    documents.append(facts)
    for index in firstPosting..<postings.count { posting[Int(postings[index].stem)] = -1 }
  }

  private mutating func add(
    _ text: [UInt8], _ number: Int32, section: Int, _ field: SearchField,
    _ lengths: inout FieldCounts<Int32>
  ) {
    add(text.span, number, section, field, &lengths)
  }

  private mutating func add(
    _ text: Span<UInt8>, _ number: Int32, _ section: Int, _ field: SearchField,
    _ lengths: inout FieldCounts<Int32>
  ) {
    // Taken out while words are counted: the two are one struct's.
    var reader = SearchWordReader()
    swap(&reader, &self.reader)
    var length: Int32 = 0
    reader.readUnits(text) { word, role, _ in
      // Of a name in code its parts are enough.
      if field == .code, role == .whole { return }
      let form = forms.number(of: word)
      if form == stemOfForm.count { addForm(word) }
      formCounts[form] &+= 1
      var stem = stemOfForm[form]
      if stem < 0 {
        // A stop word: in titles and headings alone, for queries of nothing else.
        guard field == .title || field == .heading else { return }
        stem = -2 - stem
      } else {
        length &+= 1
      }
      count(Int(stem), number, section, field)
    }
    lengths.add(length, to: field)
    swap(&reader, &self.reader)
  }

  /// Finds the stem of a new word form; that of a stop word is kept as -2 - stem.
  private mutating func addForm(_ word: Span<UInt8>) {
    var stem: [UInt8] = []
    stemmer.appendSearchStem(of: word, to: &stem)
    let number = stems.number(of: stem.span)
    if number == posting.count { posting.append(-1) }
    formCounts.append(0)
    stemOfForm.append(isStopWord(word) ? -2 - Int32(number) : Int32(number))
  }

  private mutating func count(
    _ stem: Int, _ number: Int32, _ section: Int, _ field: SearchField
  ) {
    var index = Int(posting[stem])
    if index < 0 {
      index = postings.count
      posting[stem] = Int32(index)
      postings.append(
        RawPosting(
          stem: Int32(stem), document: number, sections: 0, counts: FieldCounts()))
    }
    postings[index].sections |= 1 &<< UInt32(section)
    postings[index].counts.add(1, to: field)
  }

  /// Postings in the order of stems; within a stem documents keep theirs.
  func sortedPostings() -> (starts: [Int32], postings: [RawPosting]) {
    var starts = [Int32](repeating: 0, count: stems.count + 1)
    for posting in postings { starts[Int(posting.stem) + 1] += 1 }
    for stem in 0..<stems.count { starts[stem + 1] += starts[stem] }
    guard let any = postings.first else { return (starts, []) }
    var next = starts
    var sorted = [RawPosting](repeating: any, count: postings.count)
    for posting in postings {
      sorted[Int(next[Int(posting.stem)])] = posting
      next[Int(posting.stem)] += 1
    }
    return (starts, sorted)
  }
}
