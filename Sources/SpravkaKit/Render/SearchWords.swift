// The words of search in one language → JSON for its script. Pages name the file and do not carry the
// words: most readers never touch the box, and those who do load it once.

/// `assets/words.ru.1f2e3d4c.json`:
/// `{"style":"assets/search.1f2e3d4c.css","words":{"open":"Открыть статью",…},`
/// `"pages":{"ru":"search/","en":"en/search/"}}`, addresses below the site's root.
func searchWords(of language: Int, on site: Site, _ theme: Theme, _ wording: Wording) -> Asset {
  let strings = theme.strings[language]
  var json = Array("{\"style\":".utf8)
  json.append(json: theme.assets.first { $0.name == "search.css" }?.url ?? "")
  json += ",\"words\":{".utf8
  let own = strings.keys.compactMap { key -> (name: Substring, text: String)? in
    if key.hasPrefix(searchKeys) { return (key.dropFirst(searchKeys.utf8.count), key) }
    return ["feedback-thanks", "summary"].contains(key) ? (key[...], key) : nil
  }
  json.appendMembers(own) { json, word in
    json.append(json: wording.plain(strings[word.text] ?? "", language))
  }
  json += "},\"pages\":{".utf8
  let pages = site.languages.enumerated().map { (name: $1[...], text: site.own($0).search) }
  json.appendMembers(pages) { json, page in json.append(json: page.text) }
  return Asset(name: "words.\(site.languages[language]).json", bytes: json + "}}\n".utf8)
}

extension [UInt8] {
  fileprivate mutating func appendMembers(
    _ members: [(name: Substring, text: String)],
    _ append: (inout [UInt8], (name: Substring, text: String)) -> Void
  ) {
    for (index, member) in members.enumerated() {
      if index > 0 { self.append(.comma) }
      self.append(json: String(member.name))
      self.append(.colon)
      append(&self, member)
    }
  }
}

private let searchKeys = "search-"
