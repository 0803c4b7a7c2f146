internal import CStemmer

// A word → its stem, by Snowball's algorithms: Russian for Cyrillic letters, English for Latin ones.
// The only file that knows libstemmer.

/// Takes words apart; to be used by one thread at a time.
@safe struct Stemmer: ~Copyable {
  // Nil only when there is no memory; words are their own stems then.
  private let russian: OpaquePointer?
  private let english: OpaquePointer?

  init() {
    unsafe russian = sb_stemmer_new("russian", "UTF_8")
    unsafe english = sb_stemmer_new("english", "UTF_8")
  }

  deinit {
    unsafe sb_stemmer_delete(russian)
    unsafe sb_stemmer_delete(english)
  }

  /// Appends the stem of a word in lower case to some bytes.
  ///
  /// A word of both alphabets is taken for Russian, as declined names are («API-шный»); one with
  /// letters of others has no stem but itself.
  mutating func append(
    stemOf word: Span<UInt8>, _ alphabets: Alphabets, to bytes: inout [UInt8]
  ) {
    guard let stemmer = unsafe stemmer(for: alphabets),
      let stem = unsafe word.withUnsafeBufferPointer({ letters in
        unsafe sb_stemmer_stem(stemmer, letters.baseAddress, CInt(letters.count))
      })
    else {
      bytes.append(copying: word)
      return
    }
    // The stem is libstemmer's own until it is asked again.
    let count = Int(unsafe sb_stemmer_length(stemmer))
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: stem, count: count))
  }

  /// Likewise for a word as search reads it: one with a digit or a sign is its own stem.
  mutating func appendSearchStem(of word: Span<UInt8>, to bytes: inout [UInt8]) {
    append(stemOf: word, Self.searchLanguage(of: word), to: &bytes)
  }

  /// Russian for any Cyrillic letter (U+0400 to U+04FF), English for Latin ones alone.
  private static func searchLanguage(of word: Span<UInt8>) -> Alphabets {
    var isCyrillic = false
    var isLatin = true
    for index in 0..<word.count {
      let byte = word[index]
      if byte < 0x80 {
        guard byte.isASCIILetter else { return [] }
      } else {
        isLatin = false
        if 0xD0...0xD3 ~= byte { isCyrillic = true }
      }
    }
    return isCyrillic ? .cyrillic : isLatin ? .latin : []
  }

  private func stemmer(for alphabets: Alphabets) -> OpaquePointer? {
    if alphabets.contains(.other) { return nil }
    if alphabets.contains(.cyrillic) { return unsafe russian }
    return alphabets.contains(.latin) ? unsafe english : nil
  }
}

extension [UInt8] {
  mutating func append(copying bytes: Span<UInt8>) {
    for index in 0..<bytes.count { append(bytes[index]) }
  }
}
