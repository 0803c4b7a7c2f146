internal import Mustache

// Anchors of old that lead out of the page, or to a place of it that is no heading: a line for each,
// shown when it is asked for, so that a reader without a script goes on, too. What has moved to a
// heading of the same page stands in that heading as an element of its own, and is not here.

extension PageView {
  static func movedAnchors(
    _ renderer: PageRenderer, _ head: PageHead, _ links: PageLinks
  ) -> [Value] {
    let site = renderer.site
    guard !head.isContinued, let id = head.page, let source = site[id].source else { return [] }
    return site.movedAnchors[source].compactMap { move in
      let target = site[move.page ?? id]
      let heading = renderer.heading(move.anchor, in: target.source)
      if move.page == nil, heading != nil { return nil }
      let label = renderer.wording.label(heading ?? target.title, target.language)
      let url = move.page == nil ? "" : links.to(target.href)
      return PageShapes.movedAnchor.record([
        "anchor": .text(move.old), "label": label,
        "url": .text(url + renderer.suffix(move.anchor)),
      ])
    }
  }
}
