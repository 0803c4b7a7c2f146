// Days and times of the calendar, added and compared: a month after 31 January is 28 or 29 February,
// since people who say «in a month» mean the next month and not the one after it.

extension CalendarDate {
  /// The day that long after this one; nil behind the year 9999.
  func adding(_ duration: CalendarDuration) -> CalendarDate? {
    switch duration.unit {
    case .days: adding(days: duration.count)
    case .weeks: adding(days: duration.count * 7)
    case .months: adding(months: duration.count)
    case .years: adding(months: duration.count * 12)
    }
  }

  /// - Parameter months: 0 or more.
  func adding(months: Int) -> CalendarDate? {
    let total = year * 12 + month - 1 + months
    let (year, month) = (total / 12, total % 12 + 1)
    return CalendarDate(
      year: year, month: month, day: min(day, Self.days(in: month, of: year)))
  }

  /// - Parameter days: 0 or more.
  func adding(days: Int) -> CalendarDate? {
    var (year, month, day) = (year, month, day + days)
    while case let length = Self.days(in: month, of: year), day > length {
      day -= length
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// How long it has been on a later day, in the largest unit that says it without much loss: days
  /// up to a month, months up to two years.
  func elapsed(on later: CalendarDate) -> CalendarDuration {
    var months = (later.year - year) * 12 + later.month - month
    if months > 0, adding(months: months).map({ $0 > later }) ?? true { months -= 1 }
    if months >= 24 { return CalendarDuration(count: months / 12, unit: .years) }
    if months >= 1 { return CalendarDuration(count: months, unit: .months) }
    let days =
      later.month == month && later.year == year
      ? later.day - day : Self.days(in: month, of: year) - day + later.day
    return CalendarDuration(count: days, unit: .days)
  }
}

extension CalendarDuration: CustomStringConvertible {
  /// `1 month`, `6 months`.
  var description: String { "\(count) \(count == 1 ? String(unit.singular) : unit.rawValue)" }
}
