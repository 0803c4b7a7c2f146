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

  @Test(
    arguments: [
      ("2026-01-31", "1 month", "2026-02-28"), ("2024-01-31", "1 month", "2024-02-29"),
      ("2024-02-29", "1 year", "2025-02-28"), ("2024-02-29", "4 years", "2028-02-29"),
      ("2026-03-31", "6 months", "2026-09-30"), ("2026-08-31", "6 months", "2027-02-28"),
      ("2026-12-01", "1 month", "2027-01-01"), ("2026-11-30", "13 months", "2027-12-30"),
      ("2026-02-28", "1 day", "2026-03-01"), ("2024-02-28", "2 days", "2024-03-01"),
      ("2026-12-31", "1 day", "2027-01-01"), ("2026-12-25", "2 weeks", "2027-01-08"),
      ("2026-01-01", "365 days", "2027-01-01"), ("2024-01-01", "9999 days", "2051-05-18"),
      ("9999-12-31", "1 day", nil), ("9999-06-30", "7 months", nil), ("9998-01-01", "2 years", nil),
    ])
  func `a time after a day ends with the month at the latest`(
    start: String, time: String, expected: String?
  ) throws {
    let duration = try #require(CalendarDuration(time))
    #expect(CalendarDate(start)?.adding(duration)?.description == expected)
  }

  @Test(
    arguments: [
      ("2026-11-20", "2026-11-20", "0 days"), ("2026-11-19", "2026-11-20", "1 day"),
      ("2026-10-31", "2026-11-20", "20 days"), ("2026-10-21", "2026-11-20", "30 days"),
      ("2026-10-20", "2026-11-20", "1 month"), ("2026-01-31", "2026-02-27", "27 days"),
      ("2026-01-31", "2026-02-28", "1 month"), ("2025-12-31", "2026-11-30", "11 months"),
      ("2024-11-20", "2026-11-19", "23 months"), ("2024-11-20", "2026-11-20", "2 years"),
      ("2016-02-29", "2026-11-20", "10 years"),
    ])
  func `a time between two days is told in the unit that fits`(
    start: String, end: String, expected: String
  ) throws {
    let end = try #require(CalendarDate(end))
    #expect(CalendarDate(start)?.elapsed(on: end).description == expected)
  }
}
