// Long lists are cut into pages of a hundred entries. The first stands at the list's own URL, the
// others below it: `registration/`, `registration/page-2/`. A bare number would meet articles that
// are called by one («404.md»); where one is called `page-2.md`, the table of URLs says so.

enum ListPages {
  static let size = 100

  /// How many pages a list takes; an empty one, too, has its page.
  static func count(of entries: Int) -> Int {
    max(1, (entries + size - 1) / size)
  }

  /// The entries of a page, which are counted from 1.
  static func range(ofPage number: Int, of entries: Int) -> Range<Int> {
    let start = min((number - 1) * size, entries)
    return start..<min(start + size, entries)
  }

  /// What of a list stands on one of its pages.
  static func cut<Entry>(_ list: ArraySlice<Entry>, page number: Int) -> ArraySlice<Entry> {
    let range = range(ofPage: number, of: list.count)
    return list.dropFirst(range.lowerBound).prefix(range.count)
  }

  /// - Parameter list: the URL of the first page, or its percent-encoded form.
  static func url(ofPage number: Int, of list: String) -> String {
    number == 1 ? list : "\(list)page-\(number)/"
  }
}
