// HTML with holes. What an article's text looks like is known when its file is parsed, but for the
// places that depend on other files: where a link leads, whether it leads anywhere. Those are left
// open and filled when the page is made, so no file is parsed twice and none waits for another.

/// HTML in which some places are filled later.
struct Fragment: Sendable {
  var html: [UInt8] = []
  /// In the order of their offsets.
  var holes: [Hole] = []

  struct Hole: Sendable {
    /// Where in `html` it stands, in bytes.
    let offset: Int
    let kind: Kind
  }

  /// What a hole waits for; the number is an index into the article's `references`.
  enum Kind: Sendable {
    case linkStart(Int)
    case linkEnd
    case image(Int)
    /// A picture with its caption.
    case figure(Int)
    /// In the tag of a paragraph that is nothing but a link.
    case card(Int)
    /// The end of that link.
    case cardEnd(Int)
    /// An attribute of raw HTML that holds a URL; it is left out when the URL leads nowhere.
    case attribute(Int, name: String)
    /// One picture of a `srcset`, left out with its descriptor when it is not there.
    case candidate(Int, descriptor: String)
  }
}

/// A link, a picture or a URL in raw HTML, as its file says it.
struct Reference: Sendable {
  enum Kind: Sendable {
    case link, image
    /// An attribute of raw HTML: `href` leads somewhere, `src` is part of the page.
    case rawLink, rawImage
  }

  let kind: Kind
  /// As written, with escapes and entities resolved.
  let written: String
  let destination: Destination
  let title: String
  /// The alternative text of a picture.
  let alternative: String
  /// Whether a link has no text of its own and takes its target's title.
  let isEmpty: Bool
  /// Bytes of the file.
  let range: Range<Int>
  /// Which inclusion of the article brought the reference in; nil when it is the article's own.
  var inclusion: Int?
}
