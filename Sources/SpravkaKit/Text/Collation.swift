internal import Foundation

// The only file that needs Foundation: ICU's order of a language («ё» beside «е», numbers by value)
// and Unicode's decompositions are not something to write again.

/// How a language sorts titles.
struct Collation: Sendable {
  private let locale: Locale

  init(language: String) {
    locale = Locale(identifier: language)
  }

  /// Whether `left` comes first; nil when the language sees no difference.
  func precedes(_ left: String, _ right: String) -> Bool? {
    let options: String.CompareOptions = [.caseInsensitive, .numeric]
    return switch left.compare(right, options: options, range: nil, locale: locale) {
    case .orderedAscending: true
    case .orderedDescending: false
    case .orderedSame: nil
    }
  }
}

/// A text in Unicode's form NFD: each accent behind the letter that it stands on.
func canonicalDecomposition(of text: String) -> String {
  text.decomposedStringWithCanonicalMapping
}
