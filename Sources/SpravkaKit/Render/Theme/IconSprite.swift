// Icons of the theme → one hidden picture at the top of a page that holds just those that the page
// uses. A page is made with a gap in the sprite's place, since only its end tells what it needs.

struct IconSprite: Sendable {
  /// Stands for the sprite while a page is made; a byte that no text can hold.
  static let gap: UInt8 = 0xFE

  private var symbols: [[UInt8]: [UInt8]] = [:]

  /// The names of all icons, sorted.
  let names: [String]

  /// - Parameter files: `icons/NAME.svg`, each an SVG of its own.
  init(_ files: [SourceFile]) {
    var names: [String] = []
    for file in files {
      let name = String(file.path.dropFirst(Self.folder.utf8.count).dropLast(".svg".utf8.count))
      guard let symbol = symbol(name, String(decoding: file.bytes, as: UTF8.self)) else { continue }
      names.append(name)
      symbols[Array(name.utf8)] = symbol
    }
    self.names = names.sorted(by: pathPrecedes)
  }

  static let folder = "icons/"

  static func isIcon(_ path: String) -> Bool { path.hasPrefix(folder) && path.hasSuffix(".svg") }

  /// The page with the symbols that it uses in the place of the gap.
  func filled(_ page: [UInt8]) -> [UInt8] {
    guard let gap = page.firstIndex(of: Self.gap) else { return page }
    let used = Self.references(in: page, from: gap).filter { symbols[$0] != nil }
    var whole: [UInt8] = []
    whole.reserveCapacity(page.count + used.count * 256)
    whole += page[..<gap]
    if !used.isEmpty {
      whole += "<svg class=\"sprite\" aria-hidden=\"true\">".utf8
      for name in used { whole += symbols[name] ?? [] }
      whole += "</svg>".utf8
    }
    whole += page[(gap + 1)...]
    return whole
  }

  /// The names behind `"#i-` in a page or template, each once, in order of appearance.
  static func references(in text: [UInt8], from start: Int = 0) -> [[UInt8]] {
    var names: [[UInt8]] = []
    finder.forEach(in: text, start..<text.count) { index in
      guard index > 0, index + 3 < text.count, text[index - 1] == .quote,
        text[index + 1] == UInt8(ascii: "i"), text[index + 2] == .hyphen
      else { return }
      let name = Array(text[(index + 3)...].prefix(40).prefix { $0 != .quote })
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  private static let finder = ByteFinder([.hash])
}

/// `<svg viewBox="…">…</svg>` → `<symbol id="i-name" viewBox="…">…</symbol>`; nil when it is no SVG.
private func symbol(_ name: String, _ svg: String) -> [UInt8]? {
  guard let start = svg.firstRange(of: "<svg"),
    let open = svg[start.upperBound...].firstIndex(of: ">"),
    let close = svg.ranges(of: "</svg>").last, open < close.lowerBound
  else { return nil }
  let tag = svg[start.upperBound..<open]
  let box = tag.firstRange(of: "viewBox=\"").map { tag[$0.upperBound...].prefix { $0 != "\"" } }
  let inner = svg[svg.index(after: open)..<close.lowerBound].split(separator: "\n")
    .map { $0.drop { $0 == " " } }.joined()
  return Array("<symbol id=\"i-\(name)\" viewBox=\"\(box ?? "0 0 24 24")\">\(inner)</symbol>".utf8)
}
