// libcmark's tree → the same tree with everything that help articles are made of: blocks of
// directives around what stands between their lines, tables in the place of paragraphs, snippets in
// the place of the lines that include them. One pass over the blocks; what a text cannot hold
// (`SyntaxMarks`) is not looked for.

/// A tree made ready for rendering.
struct ShapedText {
  var constructs = Construct.plain
  /// The first is the article itself.
  var frames: [TextFrame] = []
  var inclusions: [Inclusion] = []
  /// Whether one could not be included, so that what seems to be empty may not be.
  var lacksSnippet = false
  /// Footnotes in the order of their numbers.
  var notes: [Footnote] = []
  var diagnostics: [Diagnostic] = []
}

struct TreeShaper {
  let surroundings: Surroundings
  /// Holds the nodes of footnotes, which are no longer where they were written.
  let attic: MarkdownNode
  var shaped = ShapedText()
  var footnotes: [Footnote] = []
  /// The text whose nodes are being shaped.
  var text: TextInHand
  /// Whether directives are nested deeper than an article may be.
  var isTooDeep = false
  /// How many bytes of snippets were included so far.
  var includedBytes = 0

  /// A text while its nodes are being shaped.
  struct TextInHand {
    let source: ArticleText
    let frame: Int
    /// Cells and titles, whose text is still to be parsed.
    var cells: [PendingCell] = []
    /// Where footnotes that are missing are looked for next.
    var cursor = 0
    /// The footnotes of the text, by their labels in lower case.
    var footnotes: [String: Int] = [:]
    /// The snippets that led here, the outermost first.
    var chain: [String] = []
  }

  init(_ surroundings: Surroundings, attic: MarkdownNode, file: SourceFile, _ source: ArticleText) {
    self.surroundings = surroundings
    self.attic = attic
    shaped.frames = [
      TextFrame(
        file: file, lines: source.lines, mayGiveAnchors: source.syntax.contains(.anchors),
        inclusion: nil, includedAt: nil)
    ]
    text = TextInHand(source: source, frame: 0)
  }

  /// Shapes an article.
  ///
  /// - Parameter summary: where its summary is shown.
  mutating func shape(_ root: MarkdownNode, summary: SummaryPlace) {
    shapeText(root)
    numberFootnotes(in: root)
    setSummaryApart(in: root, summary)
  }

  /// Shapes the text in hand.
  mutating func shapeText(_ root: MarkdownNode, depth: Int = 0) {
    noteFootnotes()
    shape(childrenOf: root, depth: depth)
    parseCells()
    if text.source.hidesEscapes { showEscapes(below: root) }
  }

  /// Shapes the blocks in a container, and what they hold.
  mutating func shape(childrenOf container: MarkdownNode, depth: Int) {
    guard depth <= NestingLimit.containers else {
      let range = text.source.lines.range(of: container)
      return reportTooDeep(at: range, what: "quotes, lists or emphasis")
    }
    var open = OpenDirectives()
    var next = container.firstChild
    while let node = next {
      next = node.next
      if let line = directive(at: node) {
        take(line, at: node, &open, depth: depth)
        continue
      }
      open.innermost?.append(node)
      shape(node, depth: depth)
    }
    closeAll(&open)
  }

  private mutating func shape(_ node: MarkdownNode, depth: Int) {
    switch node.kind {
    case .blockQuote:
      let block = callout(in: node) ?? node
      shape(childrenOf: block, depth: depth + 1)
    case .list: shapeList(node, depth: depth)
    case .paragraph: shapeParagraph(node)
    case .heading:
      undoDisguises(inTextOf: node)
      if let rest = replaceByTable(node) { shapeInlines(of: rest) }
    case .codeBlock, .htmlBlock: undoDisguises(inLiteralOf: node)
    default: break
    }
  }

  private mutating func shapeParagraph(_ node: MarkdownNode) {
    undoDisguises(inTextOf: node)
    guard let node = replaceByTable(node) else { return }
    shapeInlines(of: node)
    if text.source.syntax.contains(.pictures) { setFiguresApart(in: node) }
    markCard(node)
  }

  private mutating func shapeList(_ list: MarkdownNode, depth: Int) {
    for item in list.children {
      if text.source.syntax.contains(.tasks) { markTask(item) }
      shape(childrenOf: item, depth: depth + 1)
      moveFootnote(item)
    }
    if list.firstChild == nil { list.remove() }
  }
}

extension TreeShaper {
  var frame: TextFrame { shaped.frames[text.frame] }

  mutating func report(
    _ id: DiagnosticID, _ message: String, at range: Range<Int>?, hint: String? = nil
  ) {
    shaped.diagnostics.append(frame.finding(id, message, at: range, hint: hint))
  }

  /// The tag of a construct.
  mutating func tag(_ construct: Construct) -> Int {
    if let known = Construct.plain.firstIndex(of: construct) { return known }
    shaped.constructs.append(construct)
    return shaped.constructs.count - 1
  }

  mutating func block(_ construct: Construct) -> MarkdownNode { .block(tag: tag(construct)) }
  mutating func inline(_ construct: Construct) -> MarkdownNode { .inline(tag: tag(construct)) }

  func construct(of node: MarkdownNode) -> Construct? { node.tag.map { shaped.constructs[$0] } }

  /// Where a node begins in the file.
  func start(of node: MarkdownNode) -> Int {
    text.source.lines.offset(line: node.line, column: node.column)
  }
}
