internal import Mustache

/// What stands around a page's own content, and what its neighbours in the same category share.
struct PageFrame: Sendable {
  /// The record `site` of templates.
  let site: Value
  let sidebar: [UInt8]
}

/// The frame of all articles of a category, with a gap in the sidebar for what differs.
struct CategoryFrame: Sendable {
  let site: Value
  let sidebar: SidebarFrame

  /// The frame of one article.
  func around(_ level: [UInt8]) -> PageFrame {
    PageFrame(site: site, sidebar: sidebar.around(level))
  }
}
