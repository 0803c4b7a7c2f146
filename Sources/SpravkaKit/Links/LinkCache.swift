// What was asked in earlier runs, in a file beside the site, an address a line:
//
//     {"spravka-links": 1, "links": [
//     {"url": "https://other.example/", "asked": 1795132800, "answer": "fine"},
//     {}
//     ]}
//
// A page that was there is not asked about for a week; one that was not, in every run.

/// Answers by address, each with when it was given.
struct LinkCache: Equatable, Sendable {
  struct Entry: Equatable, Sendable {
    /// In seconds since 1970.
    let asked: Int
    let answer: LinkAnswer
  }

  private(set) var entries: [String: Entry] = [:]

  private static let day = 24 * 60 * 60
  private static let mark = "spravka-links"

  init() {}

  subscript(address: LinkAddress) -> Entry? {
    get { entries[address.text] }
    set { entries[address.text] = newValue }
  }

  /// Whether there is no need to ask.
  func isFresh(_ address: LinkAddress, now: Int) -> Bool {
    guard let entry = self[address], entry.asked <= now, entry.asked > now - 7 * Self.day else {
      return false
    }
    return switch entry.answer {
    case .fine, .moved: true
    case .dead, .unknown: false
    }
  }

  /// Leaves out what has not been asked for a month: no link leads there any more.
  mutating func forgetOld(now: Int) {
    entries = entries.filter { $0.value.asked > now - 30 * Self.day }
  }
}

extension LinkCache {
  private enum Kind: String, CaseIterable { case fine, moved, dead, unknown }

  init(parsing bytes: [UInt8]) throws(ForeignFile) {
    let known = try OwnJSON.records(of: bytes, mark: Self.mark, list: "links") { fields in
      let url = fields.require(fields.line("url")?.value, "url")
      let asked = fields.require(fields.integer("asked", in: 0...1 << 40)?.value, "asked")
      let kind = fields.require(fields.choice("answer", of: Kind.self), "answer")
      let words = fields.line("words")?.value ?? ""
      guard let url, let asked, let kind else { return nil as (String, Entry)? }
      let answer: LinkAnswer =
        switch kind {
        case .fine: .fine
        case .moved: .moved(to: words)
        case .dead: .dead(reason: words)
        case .unknown: .unknown(reason: words)
        }
      return (url, Entry(asked: asked, answer: answer))
    }
    entries = Dictionary(known) { $0.asked > $1.asked ? $0 : $1 }
  }

  var encoded: [UInt8] {
    var bytes = Array("{\"\(Self.mark)\": 1, \"links\": [\n".utf8)
    for (url, entry) in entries.sorted(by: { pathPrecedes($0.key, $1.key) }) {
      bytes += "{\"url\": ".utf8
      bytes.append(jsonAndYAML: url)
      let (kind, words): (Kind, String?) =
        switch entry.answer {
        case .fine: (.fine, nil)
        case .moved(let to): (.moved, to)
        case .dead(let reason): (.dead, reason)
        case .unknown(let reason): (.unknown, reason)
        }
      bytes += ", \"asked\": \(entry.asked), \"answer\": \"\(kind)\"".utf8
      if let words {
        bytes += ", \"words\": ".utf8
        bytes.append(jsonAndYAML: words)
      }
      bytes += "},\n".utf8
    }
    bytes += "{}\n]}\n".utf8
    return bytes
  }
}
