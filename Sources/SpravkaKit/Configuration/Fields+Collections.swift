// Lists, maps and what is written once for each language.

extension Fields {
  /// A list of texts, each on one line; nil when the key is not there.
  mutating func lines(_ key: String) -> [Located<String>]? {
    node(key).flatMap { lines($0, quoted(key)) }
  }

  mutating func lines(_ node: YAMLNode, _ name: String) -> [Located<String>]? {
    items(node, name) { fields, item in fields.line(item, "an item of \(name)") }
  }

  /// A list, each item by `read`; items for which it gives nil are left out.
  mutating func items<Value>(
    _ key: String, _ read: (inout Fields, YAMLNode) -> Value?
  ) -> [Value]? {
    node(key).flatMap { items($0, quoted(key), read) }
  }

  mutating func items<Value>(
    _ node: YAMLNode, _ name: String, _ read: (inout Fields, YAMLNode) -> Value?
  ) -> [Value]? {
    switch node.content {
    case .sequence(let items): return items.compactMap { $0.isEmpty ? nil : read(&self, $0) }
    case .scalar(let text, _):
      let hint = text.utf8.count <= 60 ? ": [\(text)]" : ""
      reportInvalid(node, name, "a list", hint: "write it as a list" + hint)
    case .mapping: reportInvalid(node, name, "a list")
    }
    return nil
  }

  /// A list of maps.
  mutating func maps<Value>(_ key: String, _ read: (inout Fields) -> Value?) -> [Value]? {
    let path = path(to: key)
    return items(key) { fields, item in
      fields.nested(item, "an item of \(quoted(key))", path: path, read) ?? nil
    }
  }

  /// A map of keys that Spravka knows.
  mutating func map<Value>(_ key: String, _ read: (inout Fields) -> Value?) -> Value? {
    guard let node = node(key) else { return nil }
    return nested(node, quoted(key), path: path(to: key), read) ?? nil
  }

  /// A map of keys that the writer chooses, each pair by `read`.
  mutating func entries<Value>(
    _ key: String, _ read: (inout Fields, YAMLPair) -> Value?
  ) -> [Value]? {
    map(key) { fields in fields.allPairs().compactMap { read(&fields, $0) } }
  }
}

extension Fields {
  /// A map from languages to maps of known keys: `header: {ru: {…}, en: {…}}`.
  mutating func localized<Value>(
    _ key: String, in languages: [String], _ read: (inout Fields) -> Value?
  ) -> Localized<Value> {
    guard let node = node(key) else { return Localized() }
    return localized(node, key, in: languages) { fields, pair in
      fields.nested(pair.value, quoted(pair.key), path: fields.path(to: pair.key), read) ?? nil
    }
  }

  /// One text for all languages, or a map from languages to texts.
  mutating func localizedLine(_ key: String, in languages: [String]) -> Localized<String> {
    node(key).map { localizedLine($0, key, in: languages) } ?? Localized()
  }

  mutating func localizedLine(
    _ node: YAMLNode, _ key: String, in languages: [String]
  ) -> Localized<String> {
    if case .scalar = node.content {
      return Localized(common: line(node, quoted(key))?.value)
    }
    return localized(node, key, in: languages) { $0.line($1.value, quoted($1.key))?.value }
  }

  /// One list of texts for all languages, or a map from languages to lists.
  mutating func localizedLines(_ key: String, in languages: [String]) -> Localized<[String]> {
    guard let node = node(key) else { return Localized() }
    if case .mapping = node.content {
      return localized(node, key, in: languages) { fields, pair in
        fields.lines(pair.value, quoted(pair.key))?.map(\.value)
      }
    }
    return Localized(common: lines(node, quoted(key))?.map(\.value))
  }

  private mutating func localized<Value>(
    _ node: YAMLNode, _ key: String, in languages: [String],
    _ read: (inout Fields, YAMLPair) -> Value?
  ) -> Localized<Value> {
    var values: [String: Value] = [:]
    _ = nested(node, quoted(key), path: path(to: key)) { fields in
      for pair in fields.allPairs() {
        if languages.contains(pair.key) {
          if !pair.value.isEmpty { values[pair.key] = read(&fields, pair) }
        } else {
          fields.reportUnknown(
            pair, nearest: nearestName(to: pair.key, among: languages),
            hint: "the languages of this site are \(languages.joined(separator: ", "))")
        }
      }
    }
    return Localized(values)
  }
}
