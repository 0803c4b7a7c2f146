// The entities of a resolved site: values in arrays, pointed at by typed indices. An index of one
// kind cannot be used for another, and nothing holds a reference to anything.

/// An index into one of `Site`'s arrays.
struct EntityID<Entity>: Hashable, Sendable {
  let index: Int
}

typealias PageID = EntityID<Page>

/// A page made from content: an article, a category, or a language's home.
struct Page: Sendable {
  enum Kind: Sendable { case home, category, article }

  let kind: Kind
  /// An index into the configuration's languages.
  let language: Int
  /// An index into the parsed articles; nil for a category that has no `_index.md`.
  let source: Int?
  /// The path below the site's root, ending in a slash; empty for the first language's home.
  let url: String
  /// The same, percent-encoded, as links must write it.
  let href: String
  let title: String
  let order: Int
  var state: ArticleState
  /// Whether a category has lost its own text, since that has expired, and stays for its articles.
  var isTextGone = false
  let parent: PageID?
  /// Categories and articles directly below, in the order in which they are shown.
  var children: [PageID] = []

  /// Whether readers see the text of the source.
  var showsText: Bool { state != .expired && !isTextGone }
}

/// A file that is published because a page refers to it.
struct PublishedFile: Sendable, Equatable {
  /// From the site's root: `content/ru/a/qr.png`.
  let path: String
  /// Below the output's root: `a/qr.png`.
  let url: String
}

/// Where a reference of an article leads.
enum Lead: Sendable {
  /// A page; the query keeps its `?`.
  case page(PageID, query: String, anchor: String?)
  /// A published file or a list of Spravka's own, by its path below the output's root.
  case file(url: String, query: String, anchor: String?)
  /// A place in the same page; empty for its top.
  case anchor(String, query: String)
  /// Out of the site, as it is written.
  case external(String)
  /// Nowhere: the reference becomes its text.
  case nowhere
}
