internal import Mustache

// What templates may ask for: every variable of every page, by name and kind. A template that asks
// for anything else is an error when it is compiled. The manual lists the same names.

/// The shapes of all data that pages are made of.
struct PageShapes: Sendable {
  static let link = Shape("link", ["title": .text, "label": .markup, "url": .text])

  static let language = Shape(
    "language",
    ["name": .text, "code": .text, "url": .text, "isCurrent": .flag, "isFallback": .flag])

  static let picture = Shape(
    "picture", ["url": .text, "width": .text, "height": .text, "isWide": .flag])

  static let column = Shape("column", ["title": .text, "links": .list(link)])

  static let banner = Shape(
    "banner", ["title": .text, "text": .text, "button": .record(link)])

  static let panel = Shape(
    "panel",
    [
      "title": .text, "text": .text, "question": .text, "button": .record(link),
      "register": .record(link),
    ])

  static let edition = Shape(
    "edition", ["id": .text, "name": .text, "isFirst": .flag])

  static let site = Shape(
    "site",
    [
      "title": .text, "home": .text, "logo": .record(picture), "icon": .text,
      "hasLinks": .flag, "links": .list(link), "button": .record(link), "support": .record(link),
      "signIn": .record(link), "panel": .record(panel), "hasColumns": .flag,
      "columns": .list(column), "documents": .list(link), "copyright": .text,
      "hasCalls": .flag, "subscription": .record(banner), "closingCall": .record(banner),
      "hasEditions": .flag, "editions": .list(edition), "hasExamples": .flag,
      "examples": .list(link), "hasCookies": .flag,
    ])

  static let lists = Shape(
    "lists",
    ["newURL": .text, "changesURL": .text, "tagsURL": .text, "searchURL": .text])

  static let alternate = Shape("alternate", ["code": .text, "url": .text])

  static let movedAnchor = Shape(
    "moved anchor", ["anchor": .text, "label": .markup, "url": .text])

  static let openGraph = Shape("open graph", ["type": .text, "image": .text])

  static let page = Shape(
    "page",
    [
      "title": .text, "documentTitle": .text, "description": .text, "canonical": .text,
      "language": .text, "isUnlisted": .flag, "alternates": .list(alternate), "policy": .text,
      "hasLanguages": .flag, "languages": .list(language), "words": .text,
      "openGraph": .record(openGraph), "structuredData": .markup, "feeds": .list(link),
      "hasMoved": .flag, "moved": .list(movedAnchor),
    ])

  static let sidebarItem = Shape(
    "sidebar item",
    [
      "title": .text, "label": .markup, "url": .text, "isCategory": .flag, "isCurrent": .flag,
      "children": .markup,
    ])

  static let date = Shape("date", ["iso": .text, "words": .text])

  static let change = Shape("change", ["date": .record(date), "text": .text])

  static let contentsEntry = Shape(
    "contents entry",
    ["title": .text, "label": .markup, "url": .text, "isSummary": .flag])

  static let otherEdition = Shape(
    "other edition",
    ["ids": .text, "names": .text, "note": .text, "article": .record(link)])

  static let reason = Shape("reason", ["id": .text, "text": .text])

  static let feedback = Shape(
    "feedback",
    ["url": .text, "page": .text, "collector": .text, "reasons": .list(reason)])

  static let article = Shape(
    "article",
    [
      "title": .text, "label": .markup, "body": .markup, "hasMeta": .flag, "editions": .textList,
      "otherEditions": .list(otherEdition), "feedback": .record(feedback), "author": .text,
      "updated": .record(date), "hasDetails": .flag, "editor": .text, "owner": .text,
      "created": .record(date), "reviewed": .record(date), "revision": .text,
      "hasChanges": .flag, "changes": .list(change), "hasContents": .flag,
      "contents": .list(contentsEntry),
      "hasRecommended": .flag, "recommended": .list(link),
      "hasTags": .flag, "tags": .list(link), "hasNeighbours": .flag, "previous": .record(link),
      "next": .record(link), "hasBacklinks": .flag, "backlinks": .list(link),
    ])

  static let notice = Shape(
    "notice", ["title": .text, "label": .markup, "isReplaced": .flag, "successor": .record(link)])

  let strings: Shape
  /// Of the template that stands around the sidebar's lists.
  let sidebar: Shape
  /// Of the template of one list.
  let sidebarList: Shape
  /// Of the page of a redirect, which needs nothing of what stands around others.
  let redirect: Shape
  let assets: AssetShape
  private let roots: [PageTemplate: Shape]

  init(strings keys: [String], assets names: [String]) {
    let strings = Shape("strings", keys.map { ($0, .text) })
    let assets = AssetShape(names)
    let common: [(String, Shape.Kind)] = [
      ("site", .record(Self.site)), ("page", .record(Self.page)), ("lists", .record(Self.lists)),
      ("strings", .record(strings)), ("assets", .record(assets.shape)), ("icons", .markup),
      ("sidebar", .markup),
      ("hasBreadcrumbs", .flag), ("breadcrumbs", .list(Self.link)),
    ]
    self.strings = strings
    sidebar = Shape(
      "sidebar",
      ["strings": .record(strings), "lists": .record(Self.lists), "list": .markup])
    sidebarList = Shape(
      "sidebar list",
      ["strings": .record(strings), "items": .list(Self.sidebarItem), "more": .text])
    redirect = Shape(
      "redirect",
      [
        ("language", .text), ("policy", .text), ("title", .text), ("label", .markup),
        ("url", .text),
        ("canonical", .text), ("strings", .record(strings)), ("assets", .record(assets.shape)),
      ])
    self.assets = assets
    roots = [
      .article: Shape("article page", common + [("article", .record(Self.article))]),
      .category: Shape("category page", common + [("category", .record(Self.category))]),
      .home: Shape("home page", common + [("home", .record(Self.home))]),
      .expired: Shape("expired page", common + [("notice", .record(Self.notice))]),
      .notFound: Shape("404 page", common),
      .feedback: Shape("page of thanks", common),
      .new: Shape("page of new articles", common + [("new", .record(Self.newList))]),
      .changes: Shape("page of changes", common + [("changes", .record(Self.changeList))]),
      .search: Shape("page of search", common + [("search", .record(Self.search))]),
      .tag: Shape("page of a tag", common + [("tag", .record(Self.taggedList))]),
      .tags: Shape("page of all tags", common + [("tags", .record(Self.tagList))]),
    ]
  }

  func root(of template: PageTemplate) -> Shape { roots[template] ?? Self.page }

  func root(of template: FragmentTemplate) -> Shape {
    switch template {
    case .redirect: redirect
    case .sidebar: sidebar
    case .sidebarList: sidebarList
    }
  }
}
