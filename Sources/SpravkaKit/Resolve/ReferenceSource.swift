// The place of a reference, and the findings about it: all words that a writer reads about links
// and pictures stand in this file.

extension ReferenceResolver {
  /// The reference that is being resolved and the article in which it stands.
  struct Source {
    let article: Article
    let reference: Reference
    /// The file at which paths begin, where that is not the file of the reference.
    var base: String?

    /// The snippet that holds the reference; nil when the article itself does.
    private var inclusion: Inclusion? { reference.inclusion.map { article.inclusions[$0] } }
    var file: String { inclusion?.path ?? article.path }

    func finding(_ id: DiagnosticID, _ message: String, hint: String? = nil) -> Diagnostic {
      Diagnostic(
        id, message, file: file, range: reference.range, hint: hint, includedAt: inclusion?.place)
    }

    /// Notes that the reference leads nowhere.
    ///
    /// - Parameter wanted: the path that is not there, as `BrokenReference` has it.
    func broken(
      _ message: String?, wanted: String = "", in resolved: inout ResolvedReferences
    ) -> Lead {
      let kind = reference.isImage ? "picture" : wanted.hasSuffix(".md") ? "article" : "file"
      resolved.broken.append(
        BrokenReference(
          id: reference.isImage ? .brokenImage : .brokenLink,
          message: message ?? "no \(kind) at \(quoted(pathPart, limit: 500))", wanted: wanted,
          file: file, base: base ?? file, range: reference.range, includedAt: inclusion?.place))
      return .nowhere
    }

    /// Notes that the page has no such anchor, and goes on with `lead`.
    func brokenAnchor(
      _ anchor: String, in target: Article?, _ lead: Lead, _ resolved: inout ResolvedReferences
    ) -> Lead {
      let place =
        target?.path == article.path
        ? "on this page" : target.map { "in '\($0.path)'" } ?? "on that page"
      resolved.diagnostics.append(
        finding(
          .brokenAnchor, "no heading with the anchor \(quoted("#" + anchor, limit: 500)) \(place)",
          hint: hint(for: anchor, in: target, resolved.anchorHints)))
      resolved.anchorHints += 1
      return lead
    }

    /// - Parameter consequence: what becomes of the reference.
    func unpublished(_ consequence: String? = nil) -> Diagnostic {
      let consequence = consequence ?? (base == nil ? "the link becomes text" : "it is left out")
      return finding(
        .linkToUnpublished,
        "\(quoted(pathPart, limit: 500)) is not published: \(consequence)")
    }

    var outsideLink: OutsideLink {
      OutsideLink(
        url: reference.written, file: file, range: reference.range, includedAt: inclusion?.place)
    }

    func externalImage() -> Diagnostic {
      let what =
        reference.kind == .image
        ? "the picture \(quoted(reference.written, limit: 500))"
        : quoted(reference.written, limit: 500)
      return finding(
        .externalImage, "\(what) is on another site",
        hint: "put the file beside the article: readers should not be shown to a third party")
    }

    func invalidImage(_ fault: PictureFault) -> Diagnostic {
      finding(
        .invalidImage, "the picture \(quoted(pathPart, limit: 500)) \(fault.words)",
        hint: fault.advice)
    }

    func unsafeURL() -> Diagnostic {
      finding(
        .unsafeURL,
        "the URL \(quoted(reference.written, limit: 500)) is left out: it could run code or read files",
        hint: "link to a page or a file")
    }

    /// Comparing anchors takes time, so an article with hundreds of wrong ones gets hints for the
    /// first of them only.
    private func hint(for anchor: String, in target: Article?, _ given: Int) -> String? {
      let known = (target?.orderedAnchors ?? []).prefix(300)
      if known.isEmpty { return "that page has no headings" }
      guard given < 100 else { return nil }
      let made = slug(of: anchor)
      let near =
        known.first { $0 == made } ?? nearestName(to: anchor, among: known)
        ?? nearestName(to: made, among: known)
      let shown = known.prefix(5).map { "#" + $0 }.joined(separator: ", ")
      return near.map { "did you mean '#\($0)'?" }
        ?? "the anchors there are \(shown)\(known.count > 5 ? ", …" : "")"
    }

    var pathPart: Substring {
      let path = reference.written.prefix { $0 != "#" && $0 != "?" }
      return path.isEmpty ? reference.written[...] : path
    }
  }
}

extension Reference {
  var isImage: Bool { kind == .image || kind == .rawImage }
}
