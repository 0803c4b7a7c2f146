// libcmark's tree → HTML with holes. Without extensions it writes libcmark's own HTML byte for
// byte (the specification's examples are the test); in articles it adds anchors to headings, leaves
// out raw HTML unless site.yml allows it, and keeps all links for Resolve.

/// How Markdown is read.
enum Dialect: Sendable, Equatable {
  /// The specification and nothing else; raw HTML passes.
  case commonMark(smart: Bool)
  /// Spravka's articles; `html` is site.yml's `markdown: {html: true}`.
  case article(html: Bool)

  var isArticle: Bool { if case .article = self { true } else { false } }
  var isSmart: Bool { self == .commonMark(smart: true) }
}

/// What one Markdown text becomes.
struct MarkdownBody: Sendable {
  var fragment = Fragment()
  var references: [Reference] = []
  var headings: [Heading] = []
  /// Anchors that raw HTML declares.
  var rawAnchors: [String] = []
  /// The text of the first paragraph, without markup; empty when there is none.
  var firstParagraph = ""
  var diagnostics: [Diagnostic] = []
}

/// A heading of an article.
struct Heading: Sendable, Equatable {
  /// 1 to 6.
  let level: Int
  let text: String
  let anchor: String
}

/// Parses and renders the Markdown in a part of a file.
func renderMarkdown(_ file: SourceFile, body: Range<Int>, dialect: Dialect) -> MarkdownBody {
  if dialect.isArticle, let finding = findTooDeepNesting(in: file, body: body) {
    return MarkdownBody(diagnostics: [finding])
  }
  guard let tree = MarkdownTree(parsing: file.bytes[body], smart: dialect.isSmart) else {
    let message = "libcmark could not read this article: memory ran out"
    return MarkdownBody(diagnostics: [Diagnostic(.unreadableFile, message, file: file.path)])
  }
  var renderer = MarkdownRenderer(file: file, body: body, dialect: dialect)
  if renderer.mayGiveAnchors(in: body) {
    tree.walk { node, entering in if entering { renderer.readGivenAnchors(of: node) } }
  }
  tree.walk { renderer.visit($0, entering: $1) }
  return renderer.finished()
}

struct MarkdownRenderer {
  let file: SourceFile
  let dialect: Dialect
  let lines: MarkdownLines
  private var places: InlinePlaces
  /// The paragraph or heading whose links are still to be placed; most have none.
  private var unread: MarkdownNode?
  var html: HTMLWriter
  var result = MarkdownBody()
  /// The picture whose alternative text is being read: text goes there, tags are dropped.
  var picture: (node: MarkdownNode, alternative: String)?
  var anchors = AnchorNames()
  /// What the headings say of their anchors, in order; empty when none says anything.
  var givenAnchors: [String?] = []
  /// How many elements are open, and how many of them are quotes and lists.
  private var depth = (elements: 0, containers: 0)
  private var firstParagraphState = FirstParagraph.awaited

  private enum FirstParagraph { case awaited, inside, read }

  init(file: SourceFile, body: Range<Int>, dialect: Dialect) {
    self.file = file
    self.dialect = dialect
    lines = MarkdownLines(file.bytes, body: body)
    places = InlinePlaces(file.bytes)
    html = HTMLWriter(capacity: body.count + body.count / 3)
  }

  /// Whether the text may hold an anchor at all; most do not, and need no walk of their own.
  func mayGiveAnchors(in body: Range<Int>) -> Bool {
    guard dialect.isArticle else { return false }
    let bytes = file.bytes.span
    return dialect == .article(html: true)
      || body.dropLast().contains { bytes[$0] == .openBrace && bytes[$0 + 1] == .hash }
  }

  consuming func finished() -> MarkdownBody {
    result.fragment.html = html.bytes
    return result
  }

  mutating func visit(_ node: MarkdownNode, entering: Bool) {
    if let picture, picture.node.isSame(as: node) {
      finishPicture(node)
    } else if picture != nil {
      addToAlternative(node)
    } else {
      noteDepth(node, entering: entering)
      noteFirstParagraph(node, entering: entering)
      if entering, node.holdsInlines { unread = node }
      render(node, entering: entering)
    }
  }

  private mutating func render(_ node: MarkdownNode, entering: Bool) {
    switch node.kind {
    case .document, .custom: break
    case .blockQuote: block(entering, open: "<blockquote>\n", close: "</blockquote>\n")
    case .list: renderList(node, entering)
    case .item:
      if entering { html.freshLine() }
      html.raw(entering ? "<li>" : "</li>\n")
    case .paragraph:
      if node.isInTightList { return }
      if entering { html.freshLine() }
      html.raw(entering ? "<p>" : "</p>\n")
    case .heading: renderHeading(node, entering)
    case .codeBlock: renderCodeBlock(node)
    case .htmlBlock: renderHTMLBlock(node)
    case .thematicBreak:
      html.freshLine()
      html.raw(dialect.isArticle ? "<hr>\n" : "<hr />\n")
    case .text: node.writeText(to: &html)
    case .softBreak: html.raw("\n")
    case .lineBreak: html.raw(dialect.isArticle ? "<br>\n" : "<br />\n")
    case .code:
      html.raw("<code>")
      node.writeText(to: &html)
      html.raw("</code>")
    case .htmlInline: renderInlineHTML(node)
    case .emphasis: html.raw(entering ? "<em>" : "</em>")
    case .strong: html.raw(entering ? "<strong>" : "</strong>")
    case .link: renderLink(node, entering)
    case .image: picture = (node, "")
    }
  }

  /// Where an inline element stands in the file.
  mutating func place(_ find: (inout InlinePlaces) -> Range<Int>?) -> Range<Int>? {
    if let block = unread { places.enter(lines.lines(of: block)) }
    unread = nil
    return find(&places)
  }

  private mutating func block(_ entering: Bool, open: StaticString, close: StaticString) {
    html.freshLine()
    html.raw(entering ? open : close)
  }

  private mutating func renderList(_ node: MarkdownNode, _ entering: Bool) {
    guard entering else { return html.raw(node.isOrdered ? "</ol>\n" : "</ul>\n") }
    html.freshLine()
    if !node.isOrdered {
      html.raw("<ul>\n")
    } else if node.listStart == 1 {
      html.raw("<ol>\n")
    } else {
      html.raw("<ol start=\"")
      html.number(node.listStart)
      html.raw("\">\n")
    }
  }

  private mutating func renderCodeBlock(_ node: MarkdownNode) {
    html.freshLine()
    let language = node.fenceInfo.utf8.prefix { !$0.isASCIIWhitespace }
    if language.isEmpty {
      html.raw("<pre><code>")
    } else {
      html.raw("<pre><code class=\"language-")
      html.text(String(Substring(language)))
      html.raw("\">")
    }
    node.writeText(to: &html)
    html.raw("</code></pre>\n")
  }

  private mutating func noteDepth(_ node: MarkdownNode, entering: Bool) {
    guard dialect.isArticle, node.kind.isContainer else { return }
    depth.elements += entering ? 1 : -1
    if node.kind == .blockQuote || node.kind == .list { depth.containers += entering ? 1 : -1 }
    let isTooDeep =
      depth.elements > NestingLimit.elements || depth.containers > NestingLimit.containers
    if isTooDeep, !result.diagnostics.contains(where: { $0.id == .nestedTooDeep }) {
      result.diagnostics.append(tooDeep(at: lines.range(of: node), in: file))
    }
  }

  private mutating func noteFirstParagraph(_ node: MarkdownNode, entering: Bool) {
    switch firstParagraphState {
    case .awaited:
      if node.kind == .paragraph, entering, node.isTopLevel { firstParagraphState = .inside }
    case .inside:
      switch node.kind {
      case .paragraph:
        // One of nothing but pictures or raw HTML has no text to speak of.
        let isBlank = result.firstParagraph.utf8.allSatisfy(\.isASCIIWhitespace)
        if isBlank { result.firstParagraph = "" }
        firstParagraphState = isBlank ? .awaited : .read
      case .text, .code: result.firstParagraph += node.literal
      case .softBreak, .lineBreak: result.firstParagraph += " "
      case .htmlInline where node.literal.hasPrefix("<br"): result.firstParagraph += " "
      default: break
      }
    case .read: break
    }
  }
}
