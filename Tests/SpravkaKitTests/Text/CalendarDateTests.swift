import Testing

@testable import SpravkaKit

@Suite struct CalendarDateTests {
  @Test(arguments: ["2026-03-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func `a real day is read and written as it was`(text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(
    arguments: [
      "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
      "0000-01-01", "2026-1-01", "26-01-01", "2026-01-01T00:00", "2026/01/01", "2026-01-0a",
      "+026-01-01", "２０２６-01-01", "",
    ])
  func `anything else is no date`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `days are ordered as in the calendar`() {
    let days = ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].compactMap {
      CalendarDate($0)
    }
    #expect(days == days.reversed().sorted())
    #expect(days.count == 4)
  }

  @Test(
    arguments: [
      ("6 months", CalendarDuration(count: 6, unit: .months)),
      ("1 year", CalendarDuration(count: 1, unit: .years)),
      ("90  days", CalendarDuration(count: 90, unit: .days)),
      ("2 weeks", CalendarDuration(count: 2, unit: .weeks)),
      ("0 days", nil), ("months", nil), ("6", nil), ("-1 days", nil), ("6 month s", nil),
      ("99999 days", nil),
    ])
  func `a duration is a number and a unit`(text: String, expected: CalendarDuration?) {
    #expect(CalendarDuration(text) == expected)
  }
}
