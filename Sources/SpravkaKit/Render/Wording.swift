internal import Mustache

// Titles, labels and descriptions as readers see them: set as a typographer would. Texts of articles
// were set when they were parsed; what stands in front matter, in site.yml and in tags is set here.

struct Wording: Sendable {
  /// By language; nil where site.yml wants no typography.
  private let typographies: [Typography?]
  /// By the index of a page, its title as HTML: the sidebar alone shows it on many pages.
  private let titles: [[UInt8]]

  init(_ site: Site, jobs: Int) async {
    let isSet = site.configuration.markdown.typography
    let typographies = site.languages.map { isSet ? Typography(language: $0) : nil }
    self.typographies = typographies
    titles = await Array(site.pages.indices).parallelMap(jobs: jobs) { index in
      html(site.pages[index].title, typographies[site.pages[index].language])
    }
  }

  /// The title of a page.
  func label(of page: PageID) -> Value { .markup(titles[page.index]) }

  /// - Parameter language: an index into the site's languages.
  func label(_ text: String, _ language: Int) -> Value {
    .markup(html(text, typographies[language]))
  }

  func link(_ title: String, _ url: String, _ language: Int) -> Value {
    .link(title, label: label(title, language), url)
  }

  /// The text for where no markup may stand.
  func plain(_ text: String, _ language: Int) -> String {
    typographies[language]?.plain(text) ?? text
  }
}

private func html(_ text: String, _ typography: Typography?) -> [UInt8] {
  if let typography { return typography.markup(text) }
  var html = HTMLWriter(capacity: text.utf8.count)
  html.text(text)
  return html.bytes
}
