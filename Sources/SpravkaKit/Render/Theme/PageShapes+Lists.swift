internal import Mustache

// The shapes of lists: of categories and home pages, of tags, of what is new and what has changed.

extension PageShapes {
  static let entry = Shape(
    "entry",
    [
      "title": .text, "label": .markup, "url": .text, "description": .text, "isCategory": .flag,
      "count": .text,
      "updated": .record(date), "editions": .textList, "isDated": .flag,
    ])

  static let listPage = Shape(
    "page of a list", ["number": .text, "url": .text, "isCurrent": .flag, "isBehindGap": .flag])

  static let listPages = Shape(
    "pages of a list", ["numbers": .list(listPage), "previous": .text, "next": .text])

  static let group = Shape(
    "group",
    [
      "title": .text, "label": .markup, "url": .text, "count": .text, "hasEntries": .flag,
      "entries": .list(entry), "hasMore": .flag,
    ])

  static let category = Shape(
    "category",
    [
      "title": .text, "label": .markup, "body": .markup, "isFallback": .flag, "count": .text,
      "hasGroups": .flag, "groups": .list(group), "hasEntries": .flag, "entries": .list(entry),
      "pages": .record(listPages),
    ])

  static let newArticle = Shape(
    "new article",
    [
      "title": .text, "label": .markup, "url": .text, "description": .text,
      "created": .record(date), "editions": .textList,
    ])

  static let home = Shape(
    "home",
    [
      "title": .text, "body": .markup, "isFallback": .flag, "articleCount": .text,
      "hasCards": .flag, "cards": .list(entry), "hasPopular": .flag, "popular": .list(entry),
      "hasLatest": .flag, "latest": .list(newArticle), "newURL": .text,
      "hasEntries": .flag, "entries": .list(entry), "pages": .record(listPages),
    ])

  static let newList = Shape(
    "list of new articles",
    ["title": .text, "entries": .list(newArticle), "pages": .record(listPages)])

  static let changeOfArticle = Shape(
    "change of an article", ["date": .record(date), "text": .text, "article": .record(link)])

  static let month = Shape("month", ["title": .text, "changes": .list(changeOfArticle)])

  static let changeList = Shape(
    "list of changes", ["title": .text, "months": .list(month), "pages": .record(listPages)])

  static let searchSection = Shape(
    "section",
    [
      "title": .text, "label": .markup, "url": .text, "count": .text, "hasSections": .flag,
      "sections": .listOfSelf,
    ])

  static let search = Shape(
    "search",
    [
      "title": .text, "feedbackURL": .text, "collector": .text, "hasSections": .flag,
      "sections": .list(searchSection), "more": .text,
    ])

  static let tag = Shape(
    "tag", ["title": .text, "label": .markup, "url": .text, "count": .text])

  static let tagList = Shape(
    "list of tags", ["title": .text, "entries": .list(tag), "pages": .record(listPages)])

  static let taggedList = Shape(
    "list of a tag",
    [
      "title": .text, "label": .markup, "hasEntries": .flag, "entries": .list(entry),
      "pages": .record(listPages),
    ])
}
