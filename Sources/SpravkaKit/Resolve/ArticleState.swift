// Front matter and the day of the build → what an article is to readers, and where it is met. Every
// list, index and feed asks this table; the manual prints it, and a test compares the two.

/// What an article is on the day of the build.
enum ArticleState: CaseIterable, Sendable {
  /// Unfinished.
  case draft
  /// Finished, before its day.
  case scheduled
  case published
  /// Public for those who know its address.
  case unlisted
  /// Withdrawn: a notice stands in its place.
  case expired
}

/// Where readers and machines meet an article.
enum Surface: CaseIterable, Sendable {
  case page
  /// Links from the text of other articles.
  case links
  /// Lists: the sidebar, categories, recommendations, tags, neighbours.
  case navigation
  /// The switch on the pages of its translations.
  case languageSwitch
  /// `hreflang`, on its own page and on those of its translations.
  case alternates
  case search, feeds, sitemap, llms, manifest
  /// The copy in Markdown.
  case copy
  /// `/api/<id>.json`.
  case api
  /// `/open/<id>/` and aliases.
  case permalink
}

/// What stands for an article on a surface.
enum Presence: Sendable {
  case itself
  /// The page that says that the article is out of date, or the way to it.
  case notice
  /// The words of a link, without the link.
  case text
  case nothing
}

extension ArticleState {
  func presence(on surface: Surface) -> Presence {
    switch self {
    case .draft, .scheduled: surface == .links ? .text : .nothing
    case .published: .itself
    case .unlisted:
      switch surface {
      case .page, .links, .permalink: .itself
      case .navigation, .languageSwitch, .alternates, .search, .feeds, .sitemap, .llms,
        .manifest, .copy, .api:
        .nothing
      }
    case .expired:
      switch surface {
      // In `manifest` too: whoever checks old addresses must find that this one still answers.
      // A program asks by number and must learn that the answer no longer holds.
      case .page, .links, .languageSwitch, .manifest, .api, .permalink: .notice
      case .navigation, .alternates, .search, .feeds, .sitemap, .llms, .copy: .nothing
      }
    }
  }

  func isItself(on surface: Surface) -> Bool { presence(on: surface) == .itself }
}

/// What decides about the state of an article besides its front matter.
struct Publication: Sendable {
  /// In a preview drafts and articles of a later day are what they will be.
  let includesDrafts: Bool
  let today: CalendarDate

  func state(of front: FrontMatter) -> ArticleState {
    if !includesDrafts {
      if front.draft { return .draft }
      if let publish = front.publish, publish.value > today { return .scheduled }
    }
    if let expire = front.expire, expire.value <= today { return .expired }
    return front.unlisted ? .unlisted : .published
  }
}
