// A block of documents → what a result says of each; a pack → the texts of one document. What
// follows from a title by transliteration is not written there (DocumentFiles.swift).

struct DocumentRecord: Sendable {
  struct Section: Sendable {
    let title: String
    /// The anchor, where it is not what follows from the title.
    let own: String?

    var anchor: String { own ?? slug(of: title) }
  }

  let title: String
  /// From the site's root, percent-encoded.
  let href: String
  let editions: [String]
  /// From 1 on.
  let sections: [Section]
  /// Nil below the home page.
  let category: (title: String, href: String)?
  /// The file with its texts, and its place there.
  let pack: String
  let place: Int
}

/// - Parameter first: the number of the block's first document.
func documentRecords(inBlock bytes: [UInt8], first: Int, perPack: Int) -> [DocumentRecord] {
  let block = ownValue(of: bytes)
  let categories = block["categories"].items
  let packs = Array(block["packs"].text.utf8)
  return block["documents"].items.enumerated().map { offset, entry in
    let fields = entry.items
    let category = categories[fields[2].number].items
    let (name, above) = (fields[1].text, category[1].text)
    let title = fields[0].text
    let number = first + offset
    let pack = (number / perPack - first / perPack) * FileNames.length
    return DocumentRecord(
      title: title, href: above + (name.isEmpty ? slug(of: title) : name) + "/",
      editions: fields[3].items.map(\.text), sections: fields[4].items.map(section),
      category: category[0].text.isEmpty ? nil : (category[0].text, above),
      pack: String(decoding: packs[pack..<(pack + FileNames.length)], as: UTF8.self),
      place: number % perPack)
  }
}

private func section(_ heading: JSONReader.Value) -> DocumentRecord.Section {
  if case .text(let title) = heading {
    return DocumentRecord.Section(title: title, own: nil)
  }
  return DocumentRecord.Section(title: heading.items[0].text, own: heading.items[1].text)
}

func documentTexts(inPack bytes: [UInt8], place: Int) -> [String] {
  ownValue(of: bytes).items[place].items.map(\.text)
}

/// What this process has written is JSON.
private func ownValue(of bytes: [UInt8]) -> JSONReader.Value {
  (try? JSONReader.value(of: bytes)) ?? .null
}
