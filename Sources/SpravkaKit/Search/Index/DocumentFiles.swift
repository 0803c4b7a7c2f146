// Documents → blocks, which say what a result looks like, and packs with the texts for excerpts. How
// many documents share a file grows with the site: few files would make readers load what they do
// not need, many make the manifest long.

/// How many documents a file holds.
struct FileSizes: Sendable {
  let perBlock: Int
  let perPack: Int

  init(documents: Int) {
    switch documents {
    case ..<1500: (perBlock, perPack) = (3, 1)
    case ..<30_000: (perBlock, perPack) = (4, 1)
    default: (perBlock, perPack) = (12, 2)
    }
  }
}

/// Makes the files of the documents of a language.
struct DocumentFiles: Sendable {
  let site: Site
  let documents: [SearchDocument]
  let facts: [DocumentFacts]
  let typography: Typography?

  /// The JSON of a block; `packs` are the names of all packs.
  func block(_ range: Range<Int>, perPack: Int, packs: [String]) -> [UInt8] {
    var categories: [PageID] = []
    var list: [UInt8] = []
    for number in range {
      if number > range.lowerBound { list.append(.comma) }
      append(number, &categories, to: &list)
    }
    var json = Array("{\"categories\":[".utf8)
    for (index, category) in categories.enumerated() {
      if index > 0 { json.append(.comma) }
      json.append(.openBracket)
      json.append(json: site[category].kind == .category ? plain(site[category].title) : "")
      json.append(.comma)
      json.append(json: site[category].href)
      json.append(.closeBracket)
    }
    let own = packs[(range.lowerBound / perPack)...((range.upperBound - 1) / perPack)]
    json += "],\"packs\":\"\(own.joined())\",\"documents\":[".utf8
    json += list
    return json + "]}".utf8
  }

  /// Appends a document: title, URL below the category's, category, editions, headings.
  ///
  /// `["Не помню логин","forgot",0,["cloud"],["Если забыли логин",["Вход","sign-in"]]]`: what follows
  /// from a title by transliteration is not written. The part of the URL is then empty, and a
  /// heading is its title alone.
  private func append(
    _ number: Int, _ categories: inout [PageID], to json: inout [UInt8]
  ) {
    let page = site[documents[number].page]
    let article = site.articles[documents[number].source]
    let parent = page.parent ?? site.homes[page.language]
    let category = categories.firstIndex(of: parent) ?? categories.count
    if category == categories.count { categories.append(parent) }
    let title = plain(page.title)
    let name = String(page.href.dropFirst(site[parent].href.utf8.count).dropLast())
    json.append(.openBracket)
    json.append(json: title)
    json.append(.comma)
    json.append(json: name == slug(of: title) ? "" : name)
    json += ",\(category),[".utf8
    for (index, edition) in article.front.editions.enumerated() {
      if index > 0 { json.append(.comma) }
      json.append(json: edition.value)
    }
    json += "],[".utf8
    for (index, heading) in facts[number].headings.enumerated() {
      if index > 0 { json.append(.comma) }
      append(heading, to: &json)
    }
    json += "]]".utf8
  }

  private func append(_ heading: SectionText.Heading, to json: inout [UInt8]) {
    guard heading.anchor != slug(of: heading.title) else { return json.append(json: heading.title) }
    json.append(.openBracket)
    json.append(json: heading.title)
    json.append(.comma)
    json.append(json: heading.anchor)
    json.append(.closeBracket)
  }

  /// The JSON of a pack: for each document its short answer and the texts of its sections.
  func pack(_ range: Range<Int>) -> [UInt8] {
    var json: [UInt8] = [.openBracket]
    for number in range {
      json += number > range.lowerBound ? ",[".utf8 : "[".utf8
      let article = site.articles[documents[number].source]
      json.append(json: plain(article.summary))
      for section in SectionText(of: article).sections() {
        json.append(.comma)
        json.append(json: section[...])
      }
      json.append(.closeBracket)
    }
    return json + "]".utf8
  }

  /// A digest of what a pack will hold, without making it.
  func digest(ofPack range: Range<Int>) -> Digest {
    var digest = DigestStream()
    for number in range {
      digest.append(digest: facts[number].text)
      digest.append(number: facts[number].headings.count)
    }
    return digest.digest
  }

  private func plain(_ text: String) -> String { typography?.plain(text) ?? text }
}
