// What a link's destination is, seen from its own file alone. `../auth/qr.md#phone` in
// `content/ru/a/b.md` becomes the site's path `content/ru/auth/qr.md` and the anchor `phone`;
// whether such a file exists is for Resolve to say.

/// Where a link points, before other files are known.
enum Destination: Sendable, Equatable {
  /// Leaves the site: `https://…`, `mailto:…`.
  case external
  /// A file of the site, by its path from the site's root; the query keeps its `?`.
  case file(path: String, query: String, anchor: String?)
  /// A page by its URL path below the site's root, without the leading slash.
  case url(path: String, query: String, anchor: String?)
  /// A place in the same page; empty for its top. The query keeps its `?`.
  case anchor(String, query: String)
  /// Nothing is written at all.
  case empty
  /// A relative path that climbs out of the content folder.
  case outside
  /// A URL that would run code or read the reader's machine.
  case unsafe
}

extension Destination {
  /// - Parameters:
  ///   - written: the destination with escapes and entities resolved.
  ///   - file: the path of the file in which it stands, from the site's root.
  init(_ written: String, in file: String, isImage: Bool = false) {
    let cleaned = withoutIgnoredBytes(written)
    if cleaned.isEmpty {
      self = .empty
    } else if let scheme = scheme(of: cleaned) {
      self = isActive(scheme, cleaned, isImage: isImage) ? .unsafe : .external
    } else if cleaned.hasPrefix("//") || cleaned.hasPrefix("\\\\") {
      self = .external
    } else {
      self.init(relative: cleaned, in: file)
    }
  }

  private init(relative written: String, in file: String) {
    let (beforeAnchor, anchorPart) = split(written, at: .hash)
    let (path, queryPart) = split(beforeAnchor, at: .question)
    let anchor = anchorPart.map { percentDecoded($0) }
    let query = queryPart.map { "?" + $0 } ?? ""
    if path.isEmpty {
      self = .anchor(anchor ?? "", query: query)
    } else if path.hasPrefix("/") {
      self = .url(path: String(percentDecoded(path).dropFirst()), query: query, anchor: anchor)
    } else if let target = resolvedPath(percentDecoded(path), from: file) {
      self = .file(path: target, query: query, anchor: anchor)
    } else {
      self = .outside
    }
  }
}

/// Browsers drop tabs and line breaks anywhere in a URL and white space around it; what they would
/// see is what has to be judged.
private func withoutIgnoredBytes(_ written: String) -> String {
  guard written.utf8.contains(where: { $0 <= .space }) else { return written }
  var bytes = written.utf8.filter { $0 != .tab && $0 != .newline && $0 != .carriageReturn }
  while let last = bytes.last, last <= .space { bytes.removeLast() }
  return String(decoding: bytes.drop { $0 <= .space }, as: UTF8.self)
}

/// The lower-case scheme of an absolute URL (RFC 3986, section 3.1).
private func scheme(of url: String) -> String? {
  guard let first = url.utf8.first, first.isASCIILetter else { return nil }
  guard let colon = url.utf8.firstIndex(of: .colon) else { return nil }
  let name = url.utf8[..<colon]
  let allowed = name.allSatisfy {
    $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "+") || $0 == .hyphen
      || $0 == UInt8(ascii: ".")
  }
  return allowed ? String(decoding: name.map(\.asciiLowercased), as: UTF8.self) : nil
}

private func isActive(_ scheme: String, _ url: String, isImage: Bool) -> Bool {
  switch scheme {
  case "javascript", "vbscript", "file", "blob", "filesystem", "view-source": true
  case "data": !(isImage && isPictureData(url))
  default: false
  }
}

/// The pictures that libcmark, too, lets through as data.
private func isPictureData(_ url: String) -> Bool {
  let head = url.prefix(24).lowercased()
  return ["png", "gif", "jpeg", "webp"].contains { head.hasPrefix("data:image/\($0)") }
}

private func split(_ text: String, at byte: UInt8) -> (String, String?) {
  guard let index = text.utf8.firstIndex(of: byte) else { return (text, nil) }
  return (String(text[..<index]), String(text[text.utf8.index(after: index)...]))
}
