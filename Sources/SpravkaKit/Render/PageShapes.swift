internal import Mustache

// What templates may ask for: every variable of every page, by name and kind. A template that asks
// for anything else is an error when it is compiled. The manual lists the same names.

/// The shapes of all data that pages are made of.
struct PageShapes: Sendable {
  static let link = Shape("link", ["title": .text, "url": .text])

  static let language = Shape(
    "language",
    ["name": .text, "code": .text, "url": .text, "isCurrent": .flag, "isFallback": .flag])

  static let site = Shape(
    "site",
    ["title": .text, "home": .text, "hasLanguages": .flag, "languages": .list(language)])

  static let alternate = Shape("alternate", ["code": .text, "url": .text])

  static let page = Shape(
    "page",
    [
      "title": .text, "documentTitle": .text, "description": .text, "canonical": .text,
      "language": .text, "isUnlisted": .flag, "alternates": .list(alternate),
    ])

  static let sidebarItem = Shape(
    "sidebar item",
    [
      "title": .text, "url": .text, "isCategory": .flag, "isCurrent": .flag, "children": .markup,
    ])

  static let date = Shape("date", ["iso": .text, "words": .text])

  static let change = Shape("change", ["date": .record(date), "text": .text])

  static let article = Shape(
    "article",
    [
      "title": .text, "body": .markup, "hasByline": .flag, "author": .text,
      "updated": .record(date), "hasDetails": .flag, "editor": .text, "owner": .text,
      "created": .record(date), "reviewed": .record(date), "revision": .text,
      "hasChanges": .flag, "changes": .list(change), "hasContents": .flag, "contents": .list(link),
      "hasRecommended": .flag, "recommended": .list(link),
      "hasTags": .flag, "tags": .list(link), "hasNeighbours": .flag, "previous": .record(link),
      "next": .record(link), "hasBacklinks": .flag, "backlinks": .list(link),
    ])

  static let entry = Shape(
    "entry",
    [
      "title": .text, "url": .text, "description": .text, "isCategory": .flag, "count": .text,
    ])

  static let listPage = Shape(
    "page of a list", ["number": .text, "url": .text, "isCurrent": .flag, "isBehindGap": .flag])

  static let listPages = Shape(
    "pages of a list", ["numbers": .list(listPage), "previous": .text, "next": .text])

  static let category = Shape(
    "category",
    [
      "title": .text, "body": .markup, "isFallback": .flag, "hasEntries": .flag,
      "entries": .list(entry), "pages": .record(listPages),
    ])

  static let tag = Shape(
    "tag", ["title": .text, "url": .text, "count": .text])

  static let tagList = Shape(
    "list of tags", ["title": .text, "entries": .list(tag), "pages": .record(listPages)])

  static let taggedList = Shape(
    "list of a tag",
    [
      "title": .text, "hasEntries": .flag, "entries": .list(entry), "pages": .record(listPages),
    ])

  static let notice = Shape(
    "notice", ["title": .text, "isReplaced": .flag, "successor": .record(link)])

  let strings: Shape
  /// Of the template that stands around the sidebar's lists.
  let sidebar: Shape
  /// Of the template of one list.
  let sidebarList: Shape
  let assets: AssetShape
  private let roots: [PageTemplate: Shape]

  init(strings keys: [String], assets names: [String]) {
    let strings = Shape("strings", keys.map { ($0, .text) })
    let assets = AssetShape(names)
    let common: [(String, Shape.Kind)] = [
      ("site", .record(Self.site)), ("page", .record(Self.page)), ("strings", .record(strings)),
      ("assets", .record(assets.shape)), ("sidebar", .markup),
      ("hasBreadcrumbs", .flag), ("breadcrumbs", .list(Self.link)),
    ]
    self.strings = strings
    sidebar = Shape("sidebar", ["strings": .record(strings), "list": .markup])
    sidebarList = Shape(
      "sidebar list",
      ["strings": .record(strings), "items": .list(Self.sidebarItem), "more": .text])
    self.assets = assets
    roots = [
      .article: Shape("article page", common + [("article", .record(Self.article))]),
      .category: Shape("category page", common + [("category", .record(Self.category))]),
      .home: Shape("home page", common + [("category", .record(Self.category))]),
      .expired: Shape("expired page", common + [("notice", .record(Self.notice))]),
      .notFound: Shape("404 page", common),
      .tag: Shape("page of a tag", common + [("tag", .record(Self.taggedList))]),
      .tags: Shape("page of all tags", common + [("tags", .record(Self.tagList))]),
    ]
  }

  func root(of template: PageTemplate) -> Shape { roots[template] ?? Self.page }

  func root(of template: FragmentTemplate) -> Shape {
    switch template {
    case .sidebar: sidebar
    case .sidebarList: sidebarList
    }
  }
}
