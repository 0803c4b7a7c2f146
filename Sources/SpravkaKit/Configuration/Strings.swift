// The theme's words in one language: a flat map of YAML, overridable key by key by the site.

/// Texts by their keys.
struct Strings: Sendable, Equatable {
  private(set) var texts: [String: String] = [:]

  init(_ texts: [String: String] = [:]) {
    self.texts = texts
  }

  /// The text of a key; nil when the language has none.
  subscript(key: String) -> String? { texts[key] }
}

extension Strings {
  /// Reads a whole file of strings.
  static func parse(_ file: SourceFile) -> (strings: Strings, diagnostics: [Diagnostic]) {
    var strings = Strings()
    let diagnostics = strings.read(file, over: nil)
    return (strings, diagnostics)
  }

  /// These strings with those of a site's own file in their places; a key that they lack has no
  /// effect and is reported.
  func overridden(by file: SourceFile) -> (strings: Strings, diagnostics: [Diagnostic]) {
    var strings = self
    let diagnostics = strings.read(file, over: self)
    return (strings, diagnostics)
  }

  private mutating func read(_ file: SourceFile, over base: Strings?) -> [Diagnostic] {
    let (pairs, range, diagnostics) = parseRootMap(file, in: file.textRange, limits: .site)
    guard let pairs else { return diagnostics }
    var fields = Fields(of: pairs, at: range, in: file)
    let known = base?.texts.keys.sorted() ?? []
    for pair in fields.allPairs() {
      guard base?.knows(pair.key) ?? true else {
        fields.reportUnknown(pair, nearest: nearestName(to: pair.key, among: known))
        continue
      }
      if let text = fields.text(pair.value, quoted(pair.key)) { texts[pair.key] = text }
    }
    return (diagnostics + fields.finish()).sorted(by: Diagnostic.precedes)
  }
}

extension Strings {
  /// Whether the theme asks for the key; languages differ in the forms of their nouns.
  private func knows(_ key: String) -> Bool {
    if texts[key] != nil { return true }
    guard let hyphen = key.lastIndex(of: "-"),
      Plural(rawValue: String(key[key.index(after: hyphen)...])) != nil
    else { return false }
    return texts[key[..<hyphen] + "-other"] != nil
  }

  /// All keys, sorted.
  var keys: [String] { texts.keys.sorted(by: pathPrecedes) }
}
