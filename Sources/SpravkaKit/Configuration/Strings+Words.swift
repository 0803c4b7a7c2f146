// Numbers and days in the words of a language: how they are put together is the words' own business.

extension Strings {
  /// A day as the language writes it: «18 августа 2025 г.», “August 18, 2025”.
  func words(for date: CalendarDate) -> String {
    filled(
      self["date"] ?? "{day} {month} {year}",
      [
        "day": String(date.day), "month": self["month-\(date.month)"] ?? "",
        "year": String(date.year),
      ])
  }

  /// The month of a day by itself: «Октябрь 2026».
  func month(of date: CalendarDate) -> String {
    filled(
      self["month-heading"] ?? "{month} {year}",
      ["month": self["month-name-\(date.month)"] ?? "", "year": String(date.year)])
  }

  /// The key's form for the number, «21 статья», or `other` where the words have no such form.
  func counted(_ key: String, _ count: Int, in language: String) -> String {
    let form = Plural(of: count, in: language)
    let pattern = self["\(key)-\(form.rawValue)"] ?? self["\(key)-other"] ?? "{count}"
    return filled(pattern, ["count": String(count)])
  }
}
