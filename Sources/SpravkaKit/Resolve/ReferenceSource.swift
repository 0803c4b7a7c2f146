// The place of a reference, and the findings about it: all words that a writer reads about links
// and pictures stand in this file.

extension ReferenceResolver {
  /// The reference that is being resolved and the article in which it stands.
  struct Source {
    let article: Article
    let reference: Reference
    var isURL = false

    /// - Parameter wanted: the path from the site's root that is not there.
    func broken(_ message: String?, wanted: String = "") -> BrokenReference {
      let written = reference.written
      let kind = reference.isImage ? "picture" : wanted.hasSuffix(".md") ? "article" : "file"
      return BrokenReference(
        id: reference.isImage ? .brokenImage : .brokenLink,
        message: message ?? "no \(kind) at '\(pathPart(of: written))'", wanted: wanted,
        file: article.path, range: reference.range)
    }

    func unpublished() -> Diagnostic {
      Diagnostic(
        .linkToUnpublished,
        "'\(pathPart(of: reference.written))' is not published: the link becomes text",
        file: article.path, range: reference.range)
    }

    func brokenAnchor(_ anchor: String, in target: Article?) -> Diagnostic {
      let known = target.map { $0.headings.map(\.anchor) + $0.rawAnchors } ?? []
      let place = target?.path == article.path ? "on this page" : "in '\(target?.path ?? "")'"
      let near =
        nearestName(to: anchor, among: known) ?? nearestName(to: slug(of: anchor), among: known)
        ?? known.first { $0 == slug(of: anchor) }
      let hint = near.map { "did you mean '#\($0)'?" }
      return Diagnostic(
        .brokenAnchor, "no heading with the anchor '#\(anchor)' \(place)", file: article.path,
        range: reference.range, hint: hint ?? list(known))
    }

    private func list(_ anchors: [String]) -> String? {
      if anchors.isEmpty { return "that page has no headings" }
      let shown = anchors.prefix(5).map { "#" + $0 }.joined(separator: ", ")
      return "the anchors there are \(shown)\(anchors.count > 5 ? ", …" : "")"
    }

    private func pathPart(of written: String) -> Substring {
      written.prefix { $0 != "#" && $0 != "?" }
    }
  }

  func externalImage(_ reference: Reference, _ article: Article) -> Diagnostic {
    Diagnostic(
      .externalImage, "the picture '\(reference.written)' is on another site", file: article.path,
      range: reference.range,
      hint: "put the file beside the article: readers should not be shown to a third party")
  }

  func unsafeURL(_ reference: Reference, _ article: Article) -> Diagnostic {
    Diagnostic(
      .unsafeURL,
      "the URL '\(reference.written.prefix(60))' is left out: it could run code or read files",
      file: article.path, range: reference.range, hint: "link to a page or a file")
  }
}

extension Reference {
  var isImage: Bool { kind == .image || kind == .rawImage }
}
