// Word forms → their stems and roots, each worked out once: a site asks many questions with the same
// words in them, and titles are read again for every search.

/// A word as search compares it: UTF-16 units, as in the browser.
///
/// All its letters are below U+10000, so each is one unit, and their order is that of the bytes in
/// the index.
typealias Letters = [UInt16]

extension Letters {
  init(of text: some StringProtocol) { self = Array(text.utf16) }

  var text: String { String(decoding: self, as: UTF16.self) }

  /// What is meant as it is, and never as something like it: a digit or a sign of a name.
  var isExactName: Bool {
    contains { 0x30...0x39 ~= $0 || $0 == 0x2E || $0 == 0x2B || $0 == 0x23 }
  }
}

/// To be used by one thread at a time.
struct WordBook: ~Copyable {
  struct Entry {
    let stem: Letters
    let root: Letters
    /// The root without a prefix: «публик» of «опубликовать»; else empty.
    let bare: Letters
    let isStop: Bool
  }

  private var stemmer = Stemmer()
  private var entries: [Letters: Entry] = [:]

  /// - Parameter form: a word as `searchUnits` reads it.
  mutating func entry(of form: Letters) -> Entry {
    if let known = entries[form] { return known }
    let word = Array(form.text.utf8)
    var stem: [UInt8] = []
    stemmer.appendSearchStem(of: word.span, to: &stem)
    let entry = Entry(
      stem: Letters(of: String(decoding: stem, as: UTF8.self)), root: rootLetters(of: stem),
      bare: bareRoot(of: stem), isStop: isStopWord(word.span))
    entries[form] = entry
    return entry
  }

  mutating func stem(of form: Letters) -> Letters { entry(of: form).stem }

  mutating func stems(of forms: [Letters]) -> [Letters] {
    var stems: [Letters] = []
    for form in forms { stems.append(stem(of: form)) }
    return stems
  }

  /// What is alike in two texts that mean the same.
  mutating func stems(of text: String) -> [Letters] {
    let query = SearchQuery(text, &self)
    return query.units.map { query.words[$0.word].stem }
  }
}

extension SearchUnit {
  /// The whole if it has one.
  var key: String { whole ?? parts[0] }
}

/// All words of a text one after the other, as wholes where they are one.
func wholeWords(in text: String) -> [Letters] { searchUnits(of: text).map { Letters(of: $0.key) } }

/// Likewise, in parts.
func spokenWords(in text: String) -> [Letters] {
  searchUnits(of: text).flatMap { $0.parts.map { Letters(of: $0) } }
}

func rootLetters(of stem: Letters) -> Letters { rootLetters(of: Array(stem.text.utf8)) }

private func rootLetters(of stem: [UInt8]) -> Letters {
  Letters(of: String(decoding: rootKey(of: stem), as: UTF8.self))
}

/// Borrowed verbs get a prefix when the work is done, which their nouns have not.
private func bareRoot(of stem: [UInt8]) -> Letters {
  let letters = Letters(of: String(decoding: stem, as: UTF8.self))
  guard letters.suffix(ending.count).elementsEqual(ending) else { return [] }
  let prefix = prefixes.first {
    letters.starts(with: $0) && letters.count >= $0.count + 4 + ending.count
  }
  return prefix.map { rootLetters(of: Letters(letters.dropFirst($0.count))) } ?? []
}

private let ending = Letters(of: "ова")
private let prefixes = ["за", "от", "о", "пере", "по", "про", "с"].map { Letters(of: $0) }
