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
  ///
  /// Snowball takes the end of «портал» for that of a verb, and not so in «порталу»: here both are
  /// «порта».
  mutating func appendSearchStem(of word: Span<UInt8>, to bytes: inout [UInt8]) {
    let language = Self.searchLanguage(of: word)
    let start = bytes.count
    append(stemOf: word, language, to: &bytes)
    guard language == .cyrillic, Self.endsLikeVerb(bytes.span.extracting(start...)) else { return }
    bytes.removeLast(2)
  }

  /// Whether a stem of two syllables or more ends in «ал», «ан», «ял» or «ян».
  private static func endsLikeVerb(_ stem: Span<UInt8>) -> Bool {
    guard stem.count >= 6 else { return false }
    func letter(_ index: Int) -> UInt16 { UInt16(stem[index]) << 8 | UInt16(stem[index + 1]) }
    let (vowel, last) = (letter(stem.count - 4), letter(stem.count - 2))
    guard last == 0xD0BB || last == 0xD0BD, vowel == 0xD0B0 || vowel == 0xD18F else { return false }
    for index in 0..<(stem.count - 5) where vowels.contains(letter(index)) { return true }
    return false
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

/// а е и о у ы э ю я, each as the two bytes of its UTF-8.
private let vowels: Set<UInt16> = [
  0xD0B0, 0xD0B5, 0xD0B8, 0xD0BE, 0xD183, 0xD18B, 0xD18D, 0xD18E, 0xD18F,
]

extension [UInt8] {
  mutating func append(copying bytes: Span<UInt8>) {
    for index in 0..<bytes.count { append(bytes[index]) }
  }
}
