internal import Mustache

// The way from one page of a list to the others: the first and the last, and those around the one
// that is shown. A list of ten thousand articles has a hundred pages, too many to name on each.

extension PageRenderer {
  /// - Parameters:
  ///   - list: the URL of the list's first page, percent-encoded.
  ///   - number: which page is shown, counted from 1.
  /// - Returns: nothing for a list of one page.
  func listPages(of list: String, _ number: Int, entries: Int, _ links: PageLinks) -> Value {
    let count = ListPages.count(of: entries)
    if count == 1 { return .none }
    let url = { (page: Int) in links.to(ListPages.url(ofPage: page, of: list)) }
    let named = (1...count).filter { $0 == 1 || $0 == count || abs($0 - number) <= 2 }
    let numbers = zip(named, [0] + named).map { page, before in
      PageShapes.listPage.record([
        "number": .text(String(page)), "url": .text(url(page)), "isCurrent": .flag(page == number),
        "isBehindGap": .flag(page - before > 1),
      ])
    }
    return PageShapes.listPages.record([
      "numbers": .list(numbers), "previous": number > 1 ? .text(url(number - 1)) : .none,
      "next": number < count ? .text(url(number + 1)) : .none,
    ])
  }

  /// `Вход, страница 2`: no two pages of a site may have the same title.
  func title(_ title: String, ofPage number: Int, _ strings: Strings) -> String {
    guard number > 1 else { return title }
    return filled(
      strings["list-page-title"] ?? "{title} ({number})",
      ["title": title, "number": String(number)])
  }
}
