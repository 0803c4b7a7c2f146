internal import Mustache

// The question below an article, «Статья помогла?»: a plain form that asks for a static page, so
// that the server's log has the answer written down.

extension PageRenderer {
  /// Nothing where site.yml wants no feedback.
  func feedback(of id: PageID, _ view: PageView) -> Value {
    let settings = site.configuration.feedback
    guard settings.via != .off else { return .none }
    let page = site[id]
    let url = site[site.homes[page.language]].href + "feedback/"
    return PageShapes.feedback.record([
      "url": .text(view.links.to(url)), "page": .text("/" + page.href),
      "collector": .text(settings.via == .collector ? settings.address?.text ?? "" : ""),
      "reasons": .list(reasons(of: id, view.strings)),
    ])
  }

  /// Why an article did not help: its own reasons, else those of the nearest category that has
  /// some, else site.yml's, else the theme's.
  private func reasons(of id: PageID, _ strings: Strings) -> [Value] {
    let chain = [id] + site.ancestors(of: id).reversed()
    let own = chain.lazy.compactMap { site[$0].source }
      .map { site.articles[$0].front.feedbackReasons }.first { !$0.isEmpty }
    let texts = own ?? site.configuration.feedback.reasons[site.language(of: site[id])]
    if let texts {
      var ids = AnchorNames()
      return texts.map { reason(ids.make(from: $0), $0) }
    }
    return strings.keys.filter { $0.hasPrefix(reasonKeys) }.map { key in
      // The number keeps the order, what follows it goes into the log: `reason-2-unclear`.
      reason(
        String(key.dropFirst(reasonKeys.utf8.count).drop { $0 != "-" }.dropFirst()),
        strings[key] ?? "")
    }
  }

  private func reason(_ id: String, _ text: String) -> Value {
    PageShapes.reason.record(["id": .text(id), "text": .text(text)])
  }
}

private let reasonKeys = "reason-"
