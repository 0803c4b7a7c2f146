/// An edition of the product: `editions: {cloud: {ru: Облако, en: Cloud}}`.
struct Edition: Sendable, Equatable {
  /// `cloud`: lower-case letters, digits and hyphens, since it goes into pages and style sheets.
  let id: String
  private let names: Localized<String>

  init(id: String, names: Localized<String>) {
    self.id = id
    self.names = names
  }

  /// The name that readers see; without one, the id.
  func name(in language: String) -> String { names[language] ?? id }
}

extension Edition {
  /// Reads one pair of `editions`.
  init?(from pair: YAMLPair, in fields: inout Fields, languages: [String]) {
    let isID = pair.key.utf8.allSatisfy {
      $0.isASCIIDigit || $0 >= 0x61 && $0 <= 0x7A || $0 == .hyphen
    }
    guard isID, !pair.key.isEmpty else {
      fields.report(
        .invalidValue, "the id of an edition is of a-z, 0-9 and hyphens, not \(quoted(pair.key))",
        at: pair.keyRange, hint: "names for readers go behind it: cloud: {ru: Облако}")
      return nil
    }
    let names =
      pair.value.isEmpty
      ? Localized<String>() : fields.localizedLine(pair.value, pair.key, in: languages)
    self.init(id: pair.key, names: names)
  }
}
