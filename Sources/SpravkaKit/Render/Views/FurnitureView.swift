internal import Mustache

// What stands around the pages of a language, as site.yml describes it → the record `site` of
// templates. Neighbours in a category share it, since their links are written alike.

struct FurnitureView {
  let site: Site
  let wording: Wording
  /// An index into the site's languages.
  let language: Int
  /// Those of a page; of its neighbours in the same folder too.
  let links: PageLinks

  private var settings: Configuration { site.configuration }
  private var code: String { site.languages[language] }
  private var own: Furniture { site.furniture[language] }

  func value() -> Value {
    let subscription = banner(settings.subscription[code], own.subscription)
    let closingCall = banner(settings.closingCall[code], own.closingCall)
    let examples = examples()
    return PageShapes.site.record([
      "title": .text(settings.title[code] ?? ""),
      "home": .text(links.to(site[site.homes[language]].href)),
      "logo": own.logo.map(picture) ?? .none, "icon": .text(own.icon.map(url) ?? ""),
      "hasLinks": .flag(!own.links.isEmpty), "links": .list(own.links.map(link)),
      "button": (own.button ?? own.support).map(link) ?? .none,
      "support": own.support.map(link) ?? .none, "signIn": own.signIn.map(link) ?? .none,
      "panel": panel(settings.header[code]?.signIn?.panel),
      "hasColumns": .flag(!own.columns.isEmpty), "columns": .list(own.columns.map(column)),
      "documents": .list(own.documents.map(link)),
      "copyright": text(settings.brand.copyright[code]),
      "hasCalls": .flag(subscription.isTruthy || closingCall.isTruthy),
      "subscription": subscription, "closingCall": closingCall,
      "hasEditions": .flag(settings.editions.count > 1),
      "editions": .list(
        settings.editions.map { .edition($0, code, isFirst: $0 == settings.editions[0]) }),
      "hasExamples": .flag(!examples.isEmpty), "examples": .list(examples),
      "hasCookies": .flag(settings.analytics != nil),
    ])
  }

  private func text(_ text: String?) -> Value { .text(wording.plain(text ?? "", language)) }

  private func link(_ link: FurnitureLink) -> Value {
    wording.link(link.title, url(link.lead), language)
  }

  private func url(_ lead: Lead) -> String {
    let suffix = { (anchor: String?) in anchor.map { "#" + percentEncodedPath($0) } ?? "" }
    return switch lead {
    case .page(let id, let query, let anchor): links.to(site[id].href) + query + suffix(anchor)
    case .file(let url, let query, let anchor):
      links.to(percentEncodedPath(url)) + query + suffix(anchor)
    case .external(let url): url
    case .anchor, .nowhere: ""
    }
  }

  private func picture(_ lead: Lead) -> Value {
    var size: PictureSize?
    if case .file(let url, _, _) = lead { size = site.pictureSizes[url] }
    return PageShapes.picture.record([
      "url": .text(url(lead)), "width": .text(size.map { String($0.width) } ?? ""),
      "height": .text(size.map { String($0.height) } ?? ""),
      "isWide": .flag(size.map { $0.width > $0.height * 2 } ?? false),
    ])
  }

  private func column(_ column: Furniture.Column) -> Value {
    PageShapes.column.record([
      "title": .text(column.title), "links": .list(column.links.map(link)),
    ])
  }

  private func panel(_ panel: SignIn.Panel?) -> Value {
    guard let panel, let signIn = own.signIn else { return .none }
    return PageShapes.panel.record([
      "title": text(panel.title), "text": text(panel.text), "question": text(panel.question),
      "button": link(signIn), "register": own.register.map(link) ?? .none,
    ])
  }

  private func banner(_ banner: Banner?, _ button: FurnitureLink?) -> Value {
    guard let banner else { return .none }
    return PageShapes.banner.record([
      "title": text(banner.title), "text": text(banner.text),
      "button": button.map(link) ?? .none,
    ])
  }

  private func examples() -> [Value] {
    let search = links.to(site.own(language).search)
    return (settings.search[code]?.examples ?? []).map { query in
      wording.link(query, search + "?q=" + percentEncodedPath(query), language)
    }
  }
}
