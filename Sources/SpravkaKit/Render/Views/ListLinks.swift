internal import Mustache

/// Which lists of its own each language has, and where they stand: every page leads to them.
struct ListLinks: Sendable {
  /// By language, in the order of the shape; empty for what a language has not.
  private let urls: [[String]]

  init(_ site: Site) {
    urls = site.homes.indices.map { language in
      let own = site.own(language)
      let tags = site.tags.all(in: language)
      return [
        site.chronicle.newArticles[language].isEmpty ? "" : own.newArticles,
        site.chronicle.changes[language].isEmpty ? "" : own.changes,
        tags.isEmpty ? "" : own.tags,
        own.search,
      ]
    }
  }

  func value(language: Int, _ links: PageLinks) -> Value {
    PageShapes.lists.record(
      inOrder: urls[language].map { .text($0.isEmpty ? "" : links.to($0)) })
  }
}
