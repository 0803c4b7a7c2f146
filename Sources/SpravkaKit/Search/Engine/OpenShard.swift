// A file of terms → the terms between two borders with their word forms and postings; the browser's
// templates/search/shards.js. Terms stand in the order of root and stem, so a root's family is found
// by halving.

struct OpenShard {
  struct Term {
    let stem: Letters
    let root: Letters
    /// In which it occurs in texts.
    let forms: [Letters]
    /// How many documents hold it.
    var frequency = 0
    /// How many of its postings are of titles.
    var titles = 0
    /// Its postings.
    var range = 0..<0
    /// The terms that it is made of, when it stands for several words together.
    var parts: [TermID] = []
  }

  var terms: [Term] = []
  /// The stems of Cyrillic words, and the Latin stems that they sound like.
  var aliases: [(stem: Letters, target: Letters)] = []
  /// The columns of all postings: document, impact, a bit for each section.
  var documents: [Int32] = []
  var impacts: [UInt8] = []
  var sections: [UInt32] = []

  init() {}

  init(_ bytes: [UInt8]) {
    var numbers = VarintReader(bytes)
    let size = numbers.next()
    let text = String(decoding: bytes[numbers.place..<(numbers.place + size)], as: UTF8.self)
    numbers.place += size
    for line in Letters(of: text).split(separator: 0x0A) { append(line) }
    readPostings(&numbers)
  }

  private mutating func append(_ line: ArraySlice<UInt16>) {
    let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
    let stem = Array(fields[0])
    if let sign = stem.firstIndex(of: 0x3E) {
      aliases.append((Array(stem[..<sign]), Array(stem[(sign + 1)...])))
    } else {
      let forms = fields.dropFirst().map { code in
        code.first == 0x3D ? Array(code.dropFirst()) : stem + code
      }
      terms.append(Term(stem: stem, root: rootLetters(of: stem), forms: forms))
    }
  }

  private mutating func readPostings(_ numbers: inout VarintReader) {
    var count = 0
    for index in terms.indices {
      let frequency = numbers.next()
      terms[index].frequency = frequency
      let held = frequency > TermTable.mostPostings ? numbers.next() : frequency
      terms[index].range = count..<(count + held)
      count = terms[index].range.upperBound
    }
    documents.reserveCapacity(count)
    for term in terms {
      var document = -1
      for _ in term.range {
        document += numbers.next() + 1
        documents.append(Int32(document))
      }
    }
    impacts = Array(numbers.bytes[numbers.place..<(numbers.place + count)])
    numbers.place += count
    for index in terms.indices { countTitles(ofTerm: index) }
    sections.reserveCapacity(count)
    for _ in 0..<count {
      let code = numbers.next()
      sections.append(code == 31 ? .max : code < 32 ? 1 << UInt32(code) : UInt32(code - 32))
    }
  }

  mutating func countTitles(ofTerm index: Int) {
    terms[index].titles = impacts[terms[index].range].count { Impact(byte: $0).isOfTitle }
  }

  /// The places of the terms with a root.
  func family(of root: Letters) -> Range<Int> {
    var (low, high) = (0, terms.count)
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].root.lexicographicallyPrecedes(root) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < terms.count, terms[end].root == root { end += 1 }
    return low..<end
  }

  /// Where a document stands among a term's postings.
  func place(of document: Int, in term: Int) -> Int? {
    var (low, high) = (terms[term].range.lowerBound, terms[term].range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if documents[middle] < document { low = middle + 1 } else { high = middle }
    }
    return low < terms[term].range.upperBound && documents[low] == document ? low : nil
  }
}

/// Reads the numbers of Varint.swift.
struct VarintReader {
  let bytes: [UInt8]
  var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = bytes[place]
      place += 1
      value |= Int(byte & 0x7F) &<< shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }
}
