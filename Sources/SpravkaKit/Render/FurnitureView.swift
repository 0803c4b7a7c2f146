internal import Mustache

// What stands around the pages of a language, as site.yml describes it → the record `site` of
// templates. Neighbours in a category share it, since their links are written alike.

struct FurnitureView: Sendable {
  let site: Site
  let theme: Theme

  /// - Parameters:
  ///   - language: an index into the site's languages.
  ///   - links: those of a page; of its neighbours in the same folder too.
  func value(_ language: Int, _ links: PageLinks) -> Value {
    let configuration = site.configuration
    let code = site.languages[language]
    let own = site.furniture[language]
    let link = { (link: FurnitureLink?) in link.map { self.link($0, links) } ?? .none }
    let signIn = configuration.header[code]?.signIn
    let subscription = banner(configuration.subscription[code], own.subscription, links)
    let closingCall = banner(configuration.closingCall[code], own.closingCall, links)
    return PageShapes.site.record([
      "title": .text(configuration.title[code] ?? ""),
      "home": .text(links.to(site[site.homes[language]].href)),
      "logo": picture(own.logo, links), "icon": .text(own.icon.map { url($0, links) } ?? ""),
      "hasLinks": .flag(!own.links.isEmpty), "links": .list(own.links.map { link($0) }),
      "button": link(own.button ?? own.support), "support": link(own.support),
      "signIn": link(own.signIn),
      "panel": panel(signIn?.panel, own, links),
      "hasColumns": .flag(!own.columns.isEmpty),
      "columns": .list(
        own.columns.map { column in
          PageShapes.column.record([
            "title": .text(column.title), "links": .list(column.links.map { link($0) }),
          ])
        }), "documents": .list(own.documents.map { link($0) }),
      "copyright": .text(configuration.brand.copyright[code] ?? ""),
      "hasCalls": .flag(subscription.isTruthy || closingCall.isTruthy),
      "subscription": subscription, "closingCall": closingCall,
      "hasEditions": .flag(configuration.editions.count > 1),
      "editions": .list(
        configuration.editions.map { .edition($0, code, isFirst: $0 == configuration.editions[0]) }
      ), "hasExamples": .flag(!(configuration.search[code]?.examples ?? []).isEmpty),
      "examples": .list(examples(code, language, links)),
      "hasCookies": .flag(configuration.analytics != nil),
    ])
  }

  private func link(_ link: FurnitureLink, _ links: PageLinks) -> Value {
    .link(link.title, url(link.lead, links))
  }

  func url(_ lead: Lead, _ links: PageLinks) -> String {
    let suffix = { (anchor: String?) in anchor.map { "#" + percentEncodedPath($0) } ?? "" }
    return switch lead {
    case .page(let id, let query, let anchor): links.to(site[id].href) + query + suffix(anchor)
    case .file(let url, let query, let anchor):
      links.to(percentEncodedPath(url)) + query + suffix(anchor)
    case .external(let url): url
    case .anchor, .nowhere: ""
    }
  }

  private func picture(_ lead: Lead?, _ links: PageLinks) -> Value {
    guard let lead else { return .none }
    var size: PictureSize?
    if case .file(let url, _, _) = lead { size = site.pictureSizes[url] }
    return PageShapes.picture.record([
      "url": .text(url(lead, links)), "width": .text(size.map { String($0.width) } ?? ""),
      "height": .text(size.map { String($0.height) } ?? ""),
      "isWide": .flag(size.map { $0.width > $0.height * 2 } ?? false),
    ])
  }

  private func panel(_ panel: SignIn.Panel?, _ own: Furniture, _ links: PageLinks) -> Value {
    guard let panel, let signIn = own.signIn else { return .none }
    return PageShapes.panel.record([
      "title": .text(panel.title), "text": .text(panel.text ?? ""),
      "question": .text(panel.question ?? ""), "button": link(signIn, links),
      "register": own.register.map { link($0, links) } ?? .none,
    ])
  }

  private func banner(_ banner: Banner?, _ button: FurnitureLink?, _ links: PageLinks) -> Value {
    guard let banner else { return .none }
    return PageShapes.banner.record([
      "title": .text(banner.title), "text": .text(banner.text ?? ""),
      "button": button.map { link($0, links) } ?? .none,
    ])
  }

  private func examples(_ code: String, _ language: Int, _ links: PageLinks) -> [Value] {
    let search = links.to(site[site.homes[language]].href + "search/")
    return (site.configuration.search[code]?.examples ?? []).map { query in
      .link(query, search + "?q=" + percentEncodedPath(query))
    }
  }
}
