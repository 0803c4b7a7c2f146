// Pages → who says the same in which language. Pages of one path below their language's folder
// translate each other; a site of one language pays nothing.

struct Translations: Sendable {
  /// Where the switch to another language leads.
  enum Counterpart: Sendable, Equatable {
    /// To the same page in that language.
    case translation(PageID)
    /// To the nearest page above that has one, which says so.
    case nearest(PageID)
  }

  private let languageCount: Int
  /// The group of each page; empty where there is one language.
  private var groups: [Int] = []
  /// The pages of one group after another, a place for each language.
  private var members: [PageID?] = []
  /// Whether a page is the nearest one to some page without a translation.
  private var standsIn: [Bool] = []
  private let states: [ArticleState]

  /// - Parameter tree: with all its pages.
  init(_ tree: PageTree, _ paths: ContentPaths) {
    languageCount = paths.languages.count
    states = languageCount > 1 ? tree.pages.map(\.state) : []
    guard languageCount > 1 else { return }
    group(tree.pages, paths)
    standsIn = [Bool](repeating: false, count: tree.pages.count)
    for index in tree.pages.indices {
      for language in 0..<languageCount where language != tree.pages[index].language {
        let counterpart = counterpart(of: PageID(index: index), in: language, tree.pages)
        if case .nearest(let page) = counterpart { standsIn[page.index] = true }
      }
    }
  }

  private mutating func group(_ pages: [Page], _ paths: ContentPaths) {
    var known: [Substring: Int] = [:]
    groups.reserveCapacity(pages.count)
    for (index, page) in pages.enumerated() {
      let path = page.url.utf8.dropFirst(paths.prefix(of: page.language).utf8.count)
      // An article and a category are no translations of each other, though their URLs are alike.
      let key = Substring(page.kind == .article ? path.dropLast() : path)
      let group = known[key] ?? members.count / languageCount
      if group * languageCount == members.count {
        known[key] = group
        members += [PageID?](repeating: nil, count: languageCount)
      }
      groups.append(group)
      members[group * languageCount + page.language] = PageID(index: index)
    }
  }

  /// The page of the same path in a language, the page itself in its own.
  func page(_ language: Int, for page: PageID) -> PageID? {
    groups.isEmpty ? nil : members[groups[page.index] * languageCount + language]
  }

  /// Where a reader of a page is led who wants another language.
  ///
  /// A page that is in the lists knows of no page that is in none: a link would give it away.
  func counterpart(of page: PageID, in language: Int, _ pages: [Page]) -> Counterpart {
    if let same = self.page(language, for: page), mayName(same, on: page) {
      return .translation(same)
    }
    var above = page
    while let parent = pages[above.index].parent {
      above = parent
      if let near = self.page(language, for: above), states[near.index].isItself(on: .navigation) {
        return .nearest(near)
      }
    }
    // Every language has a home, which is in the way of no rule.
    return .nearest(self.page(language, for: above) ?? above)
  }

  /// The page in all languages that it has, for search engines; empty when that is one alone.
  func alternates(of page: PageID) -> [PageID] {
    guard !groups.isEmpty, states[page.index].isItself(on: .alternates) else { return [] }
    let start = groups[page.index] * languageCount
    let announced = members[start..<start + languageCount].compactMap(\.self)
      .filter { states[$0.index].isItself(on: .alternates) }
    return announced.count > 1 ? announced : []
  }

  /// Whether readers whose page is not translated are led to this one.
  func isNearest(_ page: PageID) -> Bool { !standsIn.isEmpty && standsIn[page.index] }

  private func mayName(_ other: PageID, on page: PageID) -> Bool {
    states[other.index].presence(on: .languageSwitch) != .nothing
      || states[page.index] == .unlisted || other == page
  }
}
