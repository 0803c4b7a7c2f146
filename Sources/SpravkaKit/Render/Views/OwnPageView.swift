internal import Mustache

// What the pages that Spravka makes by itself have in common with all pages: lists, search, thanks.

extension PageRenderer {
  /// - Parameters:
  ///   - url: of the first page, when it is a list.
  ///   - crumbs: titles and URLs of what stands between the home page and this one.
  func view(
    ofOwn url: String, _ title: String, page number: Int, _ language: Int,
    description: String? = nil, isUnlisted: Bool = false,
    crumbs: [(title: String, url: String)] = []
  ) -> PageView {
    let url = ListPages.url(ofPage: number, of: url)
    let links = PageLinks.relative(from: url)
    let head = PageHead(
      title: self.title(title, ofPage: number, theme.strings[language]),
      description: number == 1 ? description ?? "" : "",
      canonical: site.configuration.baseURL.text + "/" + url, language: language,
      isUnlisted: isUnlisted, page: nil)
    let home = site[site.homes[language]]
    let above = [(home.title, home.href)] + crumbs
    return PageView(
      self, head, links, frameOfHome(language: language, links), path: [],
      crumbs: above.map { wording.link($0.0, links.to($0.1), language) })
  }

  /// The page that readers' answers are sent to: it says thank you and leads back.
  func renderFeedback(language: Int) -> [UInt8] {
    let title = theme.strings[language]["feedback-thanks"] ?? ""
    let view = view(
      ofOwn: site.own(language).feedback, title, page: 1, language, isUnlisted: true)
    return render(.feedback, view.values, language)
  }
}
