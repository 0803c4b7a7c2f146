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
  /// The text of the summary, a block a line; empty when there is none.
  var summary = ""
  /// Whether there is a section for it, be it empty.
  var hasSummary = false
  /// The snippets that the text includes.
  var inclusions: [Inclusion] = []
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
///
/// - Parameters:
///   - surroundings: the site to which an article belongs.
///   - front: what stands above the text.
func renderMarkdown(
  _ file: SourceFile, body: Range<Int>, dialect: Dialect,
  in surroundings: Surroundings = Surroundings(), front: FrontMatter = FrontMatter()
) -> MarkdownBody {
  if dialect.isArticle, let finding = findTooDeepNesting(in: file, body: body) {
    return MarkdownBody(diagnostics: [finding])
  }
  let text =
    dialect.isArticle ? ArticleText(file, body: body) : ArticleText(plain: file, body: body)
  guard let tree = MarkdownTree(parsing: text.bytes, smart: dialect.isSmart),
    let attic = MarkdownTree()
  else {
    let message = "libcmark could not read this article: memory ran out"
    return MarkdownBody(diagnostics: [Diagnostic(.unreadableFile, message, file: file.path)])
  }
  var shaper = TreeShaper(surroundings, attic: attic.root, file: file, text)
  if dialect.isArticle { shaper.shape(tree.root, summary: front.summary ?? surroundings.summary) }
  var renderer = MarkdownRenderer(shaper.shaped, dialect, surroundings, length: body.count)
  renderer.movedAnchors = front.anchorsWithinPage
  if renderer.mayGiveAnchors(in: shaper.shaped.frames) {
    renderer.walk(tree.root) { $0.readGivenAnchors(of: $1, entering: $2) }
    for note in shaper.shaped.notes {
      if let node = note.node { renderer.walk(node) { $0.readGivenAnchors(of: $1, entering: $2) } }
    }
  }
  renderer.walk(tree.root) { $0.visit($1, entering: $2) }
  renderer.renderNotes()
  renderer.lintLinksWithinPage()
  return renderer.finished()
}

struct MarkdownRenderer {
  let dialect: Dialect
  let surroundings: Surroundings
  let shaped: ShapedText
  /// The texts that the walk is in, the innermost last.
  private var texts: [TextPosition]
  var html: HTMLWriter
  var result = MarkdownBody()
  /// The picture whose alternative text is being read: text goes there, tags are dropped.
  var picture: (node: MarkdownNode, alternative: String)?
  var anchors = AnchorNames()
  /// What the headings say of their anchors, in order; empty when none says anything.
  var givenAnchors: [String?] = []
  /// Anchors of old, and those of the headings at which they stand now.
  var movedAnchors: [(name: String, target: String)] = []
  /// The tables that are open, and how many of their cells are written.
  var tables: [(alignments: [Construct.Alignment], cells: Int)] = []
  /// How many tables have had a name.
  var tableNames: [String: Int] = [:]
  /// How many elements are open, and how many of them are quotes and lists.
  private var depth = (elements: 0, containers: 0)
  var lead = LeadText()
  var outline = Outline()
  var vagueLinksWithinPage: [VagueLink] = []
  /// How many links are open.
  var openLinks = 0
  /// How prose is set; nil where it stays as it was typed.
  var typesetting: Typesetting?

  /// Where in a text the walk is.
  private struct TextPosition {
    let frame: Int
    var places: InlinePlaces
    /// The paragraph or heading whose links are still to be placed; most have none.
    var unread: MarkdownNode?
  }

  init(_ shaped: ShapedText, _ dialect: Dialect, _ surroundings: Surroundings, length: Int) {
    self.shaped = shaped
    self.dialect = dialect
    self.surroundings = surroundings
    texts = [TextPosition(frame: 0, places: InlinePlaces(shaped.frames[0].file.bytes))]
    html = HTMLWriter(capacity: length + length / 3)
    typesetting = dialect.isArticle ? surroundings.typography.map { Typesetting($0) } : nil
    result.diagnostics = shaped.diagnostics
    result.inclusions = shaped.inclusions
  }

  /// The text whose nodes are being visited.
  var frame: TextFrame { shaped.frames[texts[texts.count - 1].frame] }
  var file: SourceFile { frame.file }
  var lines: MarkdownLines { frame.lines }

  /// Whether a text may hold an anchor at all; most do not, and need no walk of their own.
  func mayGiveAnchors(in frames: [TextFrame]) -> Bool {
    guard dialect.isArticle else { return false }
    return dialect == .article(html: true) || frames.contains { $0.mayGiveAnchors }
  }

  /// Visits the nodes of a tree, with the text to which they belong in hand.
  mutating func walk(
    _ root: MarkdownNode, _ body: (inout MarkdownRenderer, MarkdownNode, _ entering: Bool) -> Void
  ) {
    root.walk { node, entering in
      let inner = node.tag.flatMap { textIndex(of: node, shaped.constructs[$0]) }
      if entering, let inner {
        let places = InlinePlaces(shaped.frames[inner].file.bytes)
        texts.append(TextPosition(frame: inner, places: places))
      }
      body(&self, node, entering)
      if !entering, inner != nil { texts.removeLast() }
    }
  }

  /// The index of the text that a node opens: that of a snippet, or of cells and titles.
  private func textIndex(of node: MarkdownNode, _ construct: Construct) -> Int? {
    switch construct {
    case .include(let frame): frame
    // The cells of a text are on top while one is visited.
    case .cell, .label:
      shaped.frames[texts[texts.count - 1].frame].cells ?? texts[texts.count - 1].frame
    default: nil
    }
  }

  consuming func finished() -> MarkdownBody {
    // A copy of just its size: all articles are kept until the site is written.
    result.fragment.html.reserveCapacity(html.bytes.count)
    result.fragment.html += html.bytes
    result.firstParagraph = lead.firstParagraph
    result.summary = lead.summary
    result.hasSummary = lead.hasSummary
    return result
  }

  mutating func visit(_ node: MarkdownNode, entering: Bool) {
    if let picture, picture.node.isSame(as: node) {
      finishPicture(node)
    } else if picture != nil {
      addToAlternative(node)
    } else {
      noteDepth(node, entering: entering)
      lead.note(node, entering: entering)
      // A paragraph without a line was cut off another, whose places go on.
      if entering, node.holdsInlines {
        if node.line > 0 { texts[texts.count - 1].unread = node }
        typesetting?.begin()
      }
      render(node, entering: entering)
    }
  }

  private mutating func render(_ node: MarkdownNode, entering: Bool) {
    switch node.kind {
    case .document: break
    case .custom: renderConstruct(node, entering)
    case .blockQuote: block(entering, open: "<blockquote>\n", close: "</blockquote>\n")
    case .list: renderList(node, entering)
    case .item:
      if entering { html.freshLine() }
      html.raw(entering ? "<li>" : "</li>\n")
    case .paragraph: renderParagraph(node, entering)
    case .heading: renderHeading(node, entering)
    case .codeBlock: renderCodeBlock(node)
    case .htmlBlock: renderHTMLBlock(node)
    case .thematicBreak:
      html.freshLine()
      html.raw(dialect.isArticle ? "<hr>\n" : "<hr />\n")
    case .text: renderText(node)
    case .softBreak: renderSoftBreak(node)
    case .lineBreak:
      typesetting?.typesetter.endLine()
      html.raw(dialect.isArticle ? "<br>\n" : "<br />\n")
    case .code: renderCode(node)
    case .htmlInline: renderInlineHTML(node)
    case .emphasis: html.raw(entering ? "<em>" : "</em>")
    case .strong: renderStrong(node, entering)
    case .link: renderLink(node, entering)
    case .image: picture = (node, "")
    }
  }

  /// The lines of the paragraph or heading in which an element was last looked for.
  var block: Range<Int> { texts[texts.count - 1].places.block }

  /// Where an inline element stands in the file.
  mutating func place(_ find: (inout InlinePlaces) -> Range<Int>?) -> Range<Int>? {
    let last = texts.count - 1
    if let block = texts[last].unread { texts[last].places.enter(lines.lines(of: block)) }
    texts[last].unread = nil
    return find(&texts[last].places)
  }

  /// Where a node stands as far as it is known: what Spravka has made stands in its block.
  mutating func range(of node: MarkdownNode) -> Range<Int> {
    if node.line > 0 { return lines.range(of: node) }
    _ = place { _ in nil }
    return block
  }

  private mutating func renderParagraph(_ node: MarkdownNode, _ entering: Bool) {
    switch node.tag.map({ shaped.constructs[$0] }) {
    case .figure: return
    case .card:
      if entering {
        html.freshLine()
        html.raw("<p")
        addHole(.card(result.references.count))
      }
      html.raw(entering ? ">" : "</p>\n")
    default:
      if entering { lintParagraph(node) }
      if node.isInTightList { return }
      if entering { html.freshLine() }
      html.raw(entering ? "<p>" : "</p>\n")
    }
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
      result.diagnostics.append(tooDeep(at: range(of: node), in: file))
    }
  }
}
