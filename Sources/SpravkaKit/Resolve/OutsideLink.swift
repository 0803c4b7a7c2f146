// Links that lead to other sites, and what is to be said of them once those sites have been asked.

/// A link with the place where it is written.
struct OutsideLink: Sendable {
  let url: String
  let file: String
  let range: Range<Int>
  let includedAt: Diagnostic.Place?

  fileprivate func finding(_ id: DiagnosticID, _ message: String, hint: String) -> Diagnostic {
    Diagnostic(id, message, file: file, range: range, hint: hint, includedAt: includedAt)
  }
}

/// The findings about links, by what their sites have answered.
func linkFindings(
  about links: [OutsideLink], _ answers: [String: LinkAnswer]
) -> [Diagnostic] {
  links.compactMap { link in
    let shown = quoted(link.url, limit: 500)
    switch answers[link.url] {
    case .dead(let reason):
      return link.finding(
        .deadLink, "the page \(shown) \(reason)",
        hint: "link to another page, or leave the link out")
    case .moved(let target):
      // An anchor stays with the link: servers never see it.
      let anchor = target.contains("#") ? "" : link.url.drop { $0 != "#" }
      return link.finding(
        .movedLink, "the page \(shown) has moved for good", hint: "write '\(target)\(anchor)'")
    case .fine, .unknown, nil: return nil
    }
  }
}
