/// All uses of one tag in one language, however they spell it.
struct TagUses: Sendable {
  struct Use: Sendable {
    let tag: Located<String>
    let file: String
    let page: PageID
  }

  let language: Int
  let slug: String
  private(set) var uses: [Use] = []
  /// How often each spelling is used, in the order in which they came.
  private var spellings: [(text: String, count: Int)] = []

  init(language: Int, slug: String) {
    self.language = language
    self.slug = slug
  }

  mutating func add(_ use: Use) {
    uses.append(use)
    if let known = spellings.firstIndex(where: { $0.text == use.tag.value }) {
      spellings[known].count += 1
    } else {
      spellings.append((use.tag.value, 1))
    }
  }

  /// As most write it; of equals, as the first.
  var name: String { mostUsed.text }

  /// How many articles spell it so.
  var nameCount: Int { mostUsed.count }

  private var mostUsed: (text: String, count: Int) {
    spellings.reduce(into: (text: "", count: 0)) { best, spelling in
      if spelling.count > best.count { best = spelling }
    }
  }
}
