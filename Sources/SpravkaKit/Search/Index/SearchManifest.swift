// What a browser has to know before it can ask for anything else: the names of all files with the
// borders of the shards, and what the site's owner has taught the search.

struct SearchManifest: Sendable {
  var documents = 0
  var perBlock = 1
  var perPack = 1
  /// Root keys that part one shard from the next.
  var borders: [String] = []
  /// Names of files.
  var shards: [String] = []
  var blocks: [String] = []
  var vocabulary: [(letters: String, file: String)] = []
  /// By edition: the file with the documents that are not about it.
  var editions: [(id: String, file: String)] = []
  var boosts: [(document: Int, factor: Double)] = []
  var synonyms: [[String]] = []
  var oneWay: [OneWaySynonym] = []
  var pinned: [(query: String, document: Int)] = []
  /// Other languages that have an index.
  var others: [String] = []

  static let format = 1

  func json() -> [UInt8] {
    var json = Array("{\"format\":\(Self.format),\"documents\":\(documents)".utf8)
    json += ",\"perBlock\":\(perBlock),\"perPack\":\(perPack),\"borders\":".utf8
    json.append(json: borders.joined(separator: " "))
    json += ",\"shards\":\"\(shards.joined())\",\"blocks\":\"\(blocks.joined())\"".utf8
    json.append(list: "vocabulary", vocabulary) { json, entry in
      json.append(strings: [entry.letters, entry.file])
    }
    if !editions.isEmpty {
      json.append(list: "editions", editions, "{", "}") { json, entry in
        json.append(json: entry.id)
        json += ":\"\(entry.file)\"".utf8
      }
    }
    if !boosts.isEmpty {
      json.append(list: "boosts", boosts, "{", "}") { json, entry in
        json += "\"\(entry.document)\":\(entry.factor)".utf8
      }
    }
    if !synonyms.isEmpty {
      json.append(list: "synonyms", synonyms) { json, group in json.append(strings: group) }
    }
    if !oneWay.isEmpty {
      json.append(list: "oneWay", oneWay) { json, entry in
        json.append(.openBracket)
        json.append(json: entry.word)
        json.append(.comma)
        json.append(strings: entry.others)
        json.append(.closeBracket)
      }
    }
    if !pinned.isEmpty {
      json.append(list: "pinned", pinned) { json, entry in
        json.append(.openBracket)
        json.append(json: entry.query)
        json += ",\(entry.document)]".utf8
      }
    }
    if !others.isEmpty {
      json += ",\"others\":".utf8
      json.append(strings: others)
    }
    return json + "}\n".utf8
  }
}

extension [UInt8] {
  fileprivate mutating func append<Entry>(
    list name: String, _ entries: [Entry], _ open: String = "[", _ close: String = "]",
    _ append: (inout [UInt8], Entry) -> Void
  ) {
    self += ",\"\(name)\":\(open)".utf8
    for (index, entry) in entries.enumerated() {
      if index > 0 { self.append(.comma) }
      append(&self, entry)
    }
    self += close.utf8
  }

  fileprivate mutating func append(strings: [String]) {
    append(.openBracket)
    for (index, text) in strings.enumerated() {
      if index > 0 { append(.comma) }
      append(json: text)
    }
    append(.closeBracket)
  }
}
