/// What site.yml says for each language, or once for all.
struct Localized<Value: Sendable>: Sendable {
  private let values: [String: Value]
  private let common: Value?

  init(_ values: [String: Value] = [:], common: Value? = nil) {
    self.values = values
    self.common = common
  }

  /// The value in a language; nil when site.yml says nothing for it.
  subscript(language: String) -> Value? { values[language] ?? common }
}

extension Localized: Equatable where Value: Equatable {}
