/// A time as calendars count it: `6 months`, `1 year`.
struct CalendarDuration: Sendable, Hashable {
  /// 1 or more.
  let count: Int
  let unit: Unit

  enum Unit: String, CaseIterable, Sendable {
    case days, weeks, months, years
  }
}

extension CalendarDuration {
  /// Reads a number from 1 to 9999 and a unit, singular or plural; nil for anything else.
  init?(_ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count == 2, words[0].utf8.count <= 4, words[0].utf8.allSatisfy(\.isASCIIDigit),
      let count = Int(words[0]), count > 0,
      let unit = Unit.allCases.first(where: { $0.rawValue == words[1] || $0.singular == words[1] })
    else { return nil }
    self.init(count: count, unit: unit)
  }
}

extension CalendarDuration.Unit {
  /// `month` for `months`.
  var singular: Substring { rawValue.dropLast() }
}
