// A number and a language → the form that a noun takes behind it: the cardinal rules of Unicode's
// CLDR (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html), for
// whole numbers. A language that is not in the table has `one` and `other`, like English.

/// A form of a noun; the raw value ends the keys of `strings/`: `articles-few`.
enum Plural: String, CaseIterable, Sendable {
  case zero, one, two, few, many, other

  /// - Parameters:
  ///   - count: 0 or more.
  ///   - language: a code like `ru` or `pt-br`.
  init(of count: Int, in language: String) {
    let base = language.prefix { $0 != "-" }
    self =
      switch base {
      case "ru", "uk", "be": Self.eastSlavic(count)
      case "pl": count == 1 ? .one : Self.isPaucal(count) ? .few : .many
      case "cs", "sk": count == 1 ? .one : (2...4).contains(count) ? .few : .other
      case "sr", "hr", "bs": Self.southSlavic(count)
      case "sl": Self.slovene(count)
      case "mk", "is": count % 10 == 1 && count % 100 != 11 ? .one : .other
      case "lt": Self.lithuanian(count)
      case "lv": Self.latvian(count)
      case "ro", "mo": Self.romanian(count)
      case "fr": count < 2 ? .one : Self.isMillions(count) ? .many : .other
      case "pt" where language != "pt-pt":
        count < 2 ? .one : Self.isMillions(count) ? .many : .other
      case "es", "it", "ca", "pt": count == 1 ? .one : Self.isMillions(count) ? .many : .other
      case "hy", "fa", "hi", "bn", "gu", "kn", "am", "zu": count < 2 ? .one : .other
      case "he": count == 1 ? .one : count == 2 ? .two : .other
      case "ar": Self.arabic(count)
      case "ja", "zh", "ko", "vi", "th", "id", "ms", "lo", "km", "my": .other
      default: count == 1 ? .one : .other
      }
  }
}

extension Plural {
  /// 2 to 4 at the end, but not 12 to 14.
  private static func isPaucal(_ count: Int) -> Bool {
    (2...4).contains(count % 10) && !(12...14).contains(count % 100)
  }

  private static func isMillions(_ count: Int) -> Bool { count > 0 && count % 1_000_000 == 0 }

  private static func eastSlavic(_ count: Int) -> Plural {
    if count % 10 == 1, count % 100 != 11 { return .one }
    return isPaucal(count) ? .few : .many
  }

  private static func southSlavic(_ count: Int) -> Plural {
    if count % 10 == 1, count % 100 != 11 { return .one }
    return isPaucal(count) ? .few : .other
  }

  private static func slovene(_ count: Int) -> Plural {
    switch count % 100 {
    case 1: .one
    case 2: .two
    case 3, 4: .few
    default: .other
    }
  }

  private static func lithuanian(_ count: Int) -> Plural {
    if (11...19).contains(count % 100) || count % 10 == 0 { return .other }
    return count % 10 == 1 ? .one : .few
  }

  private static func latvian(_ count: Int) -> Plural {
    if count % 10 == 0 || (11...19).contains(count % 100) { return .zero }
    return count % 10 == 1 ? .one : .other
  }

  private static func romanian(_ count: Int) -> Plural {
    if count == 1 { return .one }
    return count == 0 || (1...19).contains(count % 100) ? .few : .other
  }

  private static func arabic(_ count: Int) -> Plural {
    switch (count, count % 100) {
    case (0, _): .zero
    case (1, _): .one
    case (2, _): .two
    case (_, 3...10): .few
    case (_, 11...99): .many
    default: .other
    }
  }
}
