internal import Mustache

// The tree beside every page: the top categories, the open path and its siblings. It is written
// level by level, the innermost first, because pages of one category differ in the innermost level
// alone: what stands around it is made once for all of them.

/// A sidebar without its innermost level.
struct SidebarFrame: Sendable {
  let before: [UInt8]
  let after: [UInt8]

  /// The whole sidebar.
  func around(_ level: [UInt8]) -> [UInt8] {
    var whole: [UInt8] = []
    whole.reserveCapacity(before.count + level.count + after.count)
    whole += before
    whole += level
    whole += after
    return whole
  }
}

struct SidebarRenderer: Sendable {
  let site: Site
  let theme: Theme
  let wording: Wording
  let lists: ListLinks

  /// No list of the sidebar is longer: the size of a page must not grow with the site.
  static let longest = 100
  /// Stands for the innermost level while the frame is made; a byte that no text can hold.
  private static let gap: UInt8 = 0xFF

  /// The sidebar around the level of a category's children.
  ///
  /// - Parameters:
  ///   - category: a category, or a language's home.
  ///   - current: the page itself, when it is the category.
  ///   - links: those of a page of the category.
  func frame(of category: PageID, current: PageID?, _ links: PageLinks) -> SidebarFrame {
    var inner: [UInt8] = [Self.gap]
    var open = category
    while let parent = site[open].parent {
      inner = level(of: parent, open: open, inner: inner, current: current, links)
      open = parent
    }
    let language = site[category].language
    // A language without articles has nothing to choose from.
    if site[site.homes[language]].children.isEmpty { return SidebarFrame(before: [], after: []) }
    var whole: [UInt8] = []
    let root = theme.shapes.sidebar.record([
      "strings": theme.stringValues[language], "lists": lists.value(language: language, links),
      "list": .markup(inner),
    ])
    theme.templates.render(FragmentTemplate.sidebar.rawValue, root, into: &whole)
    let gap = whole.firstIndex(of: Self.gap) ?? whole.endIndex
    return SidebarFrame(before: Array(whole[..<gap]), after: Array(whole[gap...].dropFirst()))
  }

  /// The list of a category's children.
  ///
  /// - Parameters:
  ///   - open: the child whose own list, `inner`, is shown below it.
  ///   - current: the page itself.
  func level(
    of category: PageID, open: PageID? = nil, inner: [UInt8] = [], current: PageID?,
    _ links: PageLinks
  ) -> [UInt8] {
    let children = site[category].children
    if children.isEmpty { return [] }
    var shown = Array(children.prefix(Self.longest))
    for page in [open, current] {
      if let page, shown.count < children.count, children.contains(page), !shown.contains(page) {
        shown.append(page)
      }
    }
    let items = shown.map { item($0, $0 == open ? inner : [], isCurrent: $0 == current, links) }
    let more: Value =
      shown.count < children.count ? .text(links.to(site[category].href)) : .none
    var list: [UInt8] = []
    let root = theme.shapes.sidebarList.record([
      "strings": theme.stringValues[site[category].language], "items": .list(items), "more": more,
    ])
    theme.templates.render(FragmentTemplate.sidebarList.rawValue, root, into: &list)
    return list
  }

  private func item(
    _ id: PageID, _ inner: [UInt8], isCurrent: Bool, _ links: PageLinks
  ) -> Value {
    PageShapes.sidebarItem.record([
      "title": .text(site[id].title), "label": wording.label(of: id),
      "url": .text(links.to(site[id].href)),
      "isCategory": .flag(site[id].kind == .category), "isCurrent": .flag(isCurrent),
      "children": .markup(inner),
    ])
  }
}
