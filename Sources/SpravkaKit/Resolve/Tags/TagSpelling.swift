// A tag as it is written → its slug, which says what tag it is, and its stems, which say which tags
// are nearly the same: «Пароль» and «пароль» are one by their slug, «пароли» is a twin by its stem.

/// `C++` and `C#` are different tags, though a slug of letters has no place for their signs.
private func readable(_ tag: String) -> String {
  tag.replacing("+", with: " plus ").replacing("#", with: " sharp ")
}

/// `Восстановление пароля` → `vosstanovlenie-parolia`; empty when nothing can be kept.
func slug(ofTag tag: String) -> String { slug(of: readable(tag)) }

/// The stems of a tag's words, one space behind each.
struct TagStems: ~Copyable {
  private var reader = WordReader()
  private var stemmer = Stemmer()

  mutating func stems(of tag: String) -> [UInt8] {
    var words: [(bytes: [UInt8], alphabets: Alphabets)] = []
    reader.read(readable(tag)) { word, alphabets in
      var bytes: [UInt8] = []
      bytes.append(copying: word)
      words.append((bytes, alphabets))
    }
    var stems: [UInt8] = []
    for word in words {
      stemmer.append(stemOf: word.bytes.span, word.alphabets, to: &stems)
      stems.append(.space)
    }
    return stems
  }
}
