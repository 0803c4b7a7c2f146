internal import CCmark
internal import Glibc

// The only file that knows libcmark. A tree lives as long as its `MarkdownTree`; nodes are valid
// while the tree that holds them is, and never leave the function that made it.

/// A parsed CommonMark document.
@safe struct MarkdownTree: ~Copyable {
  private let pointer: OpaquePointer

  /// The document itself.
  var root: MarkdownNode { unsafe MarkdownNode(pointer) }

  /// Parses UTF-8; nil only when memory ran out.
  ///
  /// - Parameter smart: curly quotes and dashes, as libcmark's «smart punctuation» sets them.
  init?(parsing bytes: ArraySlice<UInt8>, smart: Bool = false) {
    let options = smart ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT
    let root = unsafe bytes.withUnsafeBytes { buffer in
      unsafe cmark_parse_document(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, options)
    }
    guard let root = unsafe root else { return nil }
    unsafe pointer = unsafe root
  }

  /// A document without text, for nodes that are taken out of another; nil when memory ran out.
  init?() {
    guard let root = unsafe cmark_node_new(CMARK_NODE_DOCUMENT) else { return nil }
    unsafe pointer = unsafe root
  }

  deinit { unsafe cmark_node_free(pointer) }

  func walk(_ visit: (_ node: MarkdownNode, _ entering: Bool) -> Void) { root.walk(visit) }
}

/// A node of a tree.
@safe struct MarkdownNode {
  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) {
    unsafe self.pointer = unsafe pointer
  }

  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image, custom
  }

  var kind: Kind {
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .custom
    }
  }

  /// From 1, as libcmark counts lines; 0 when it does not know.
  var line: Int { Int(unsafe cmark_node_get_start_line(pointer)) }
  /// From 1, in bytes.
  var column: Int { Int(unsafe cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(unsafe cmark_node_get_end_line(pointer)) }
  var endColumn: Int { Int(unsafe cmark_node_get_end_column(pointer)) }

  var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(pointer)) }
  var isOrdered: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(unsafe cmark_node_get_list_start(pointer)) }
  /// Whether a paragraph is the direct text of an item of a tight list, and so gets no `<p>`.
  var isInTightList: Bool {
    guard let item = unsafe cmark_node_parent(pointer),
      let list = unsafe cmark_node_parent(item)
    else { return false }
    return unsafe cmark_node_get_list_tight(list) != 0
  }
  /// Whether the paragraph stands at the top of the document.
  var isTopLevel: Bool {
    guard let parent = unsafe cmark_node_parent(pointer) else { return true }
    return unsafe cmark_node_get_type(parent) == CMARK_NODE_DOCUMENT
  }
  var hasChildren: Bool { unsafe cmark_node_first_child(pointer) != nil }
  func isSame(as other: MarkdownNode) -> Bool { unsafe pointer == other.pointer }

  /// The URL of a link or picture, with escapes and entities resolved.
  var destination: String { unsafe string(cmark_node_get_url(pointer)) }
  var title: String { unsafe string(cmark_node_get_title(pointer)) }
  var fenceInfo: String { unsafe string(cmark_node_get_fence_info(pointer)) }
  var literal: String { unsafe string(cmark_node_get_literal(pointer)) }

  /// Appends the text of a leaf, escaped.
  func writeText(to html: inout HTMLWriter) {
    withLiteral { html.text($0) }
  }

  /// Gives the bytes of a leaf's text.
  func withLiteral(_ body: (Span<UInt8>) -> Void) {
    guard let text = unsafe cmark_node_get_literal(pointer) else { return }
    let count = unsafe strlen(text)
    unsafe text.withMemoryRebound(to: UInt8.self, capacity: count) { start in
      body(unsafe Span(_unsafeStart: start, count: count))
    }
  }

  /// Appends the first bytes of a leaf's text.
  func appendLiteral(to bytes: inout [UInt8], atMost limit: Int) {
    guard let text = unsafe cmark_node_get_literal(pointer) else { return }
    let count = unsafe strnlen(text, limit)
    unsafe bytes.append(
      contentsOf: UnsafeRawBufferPointer(start: UnsafeRawPointer(text), count: count))
  }

  /// Visits this node and all below it in document order: containers when entered and left, leaves
  /// once.
  func walk(_ visit: (_ node: MarkdownNode, _ entering: Bool) -> Void) {
    let iterator = unsafe cmark_iter_new(pointer)
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = unsafe cmark_iter_get_node(iterator) else {
        return
      }
      unsafe visit(MarkdownNode(node), event == CMARK_EVENT_ENTER)
    }
  }

  /// The direct children, in order.
  var children: [MarkdownNode] {
    var found: [MarkdownNode] = []
    var next = unsafe cmark_node_first_child(pointer)
    while let node = unsafe next {
      unsafe found.append(MarkdownNode(node))
      unsafe next = unsafe cmark_node_next(node)
    }
    return found
  }

  /// The first text or code below, as far as it lies on the way of first children; else empty.
  var firstText: String {
    var next = unsafe cmark_node_first_child(pointer)
    while let node = unsafe next {
      switch unsafe cmark_node_get_type(node) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: return unsafe string(cmark_node_get_literal(node))
      default: unsafe next = unsafe cmark_node_first_child(node) ?? cmark_node_next(node)
      }
    }
    return ""
  }

  /// Changes the text of a text node.
  func setLiteral(_ text: String) {
    _ = unsafe text.withCString { unsafe cmark_node_set_literal(pointer, $0) }
  }

  private func string(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }
}

// Changing the tree: what GitHub's and Spravka's own syntax adds to CommonMark is worked into it
// before it is rendered.
extension MarkdownNode {
  /// A number that Spravka has put on the node; nil for what libcmark has made.
  var tag: Int? {
    get {
      let data = unsafe cmark_node_get_user_data(pointer)
      guard let data = unsafe data else { return nil }
      return Int(bitPattern: data) - 1
    }
    nonmutating set {
      let data = unsafe UnsafeMutableRawPointer(bitPattern: (newValue ?? -1) + 1)
      _ = unsafe cmark_node_set_user_data(pointer, data)
    }
  }

  /// A block of Spravka's own, not in any tree yet.
  static func block(tag: Int) -> MarkdownNode { made(CMARK_NODE_CUSTOM_BLOCK, tag: tag) }

  /// An inline element of Spravka's own.
  static func inline(tag: Int) -> MarkdownNode { made(CMARK_NODE_CUSTOM_INLINE, tag: tag) }

  static func paragraph() -> MarkdownNode { made(CMARK_NODE_PARAGRAPH, tag: nil) }

  static func thematicBreak() -> MarkdownNode { made(CMARK_NODE_THEMATIC_BREAK, tag: nil) }

  static func text(_ literal: some StringProtocol) -> MarkdownNode {
    let node = made(CMARK_NODE_TEXT, tag: nil)
    node.setLiteral(String(literal))
    return node
  }

  static func link(to destination: String, tag: Int) -> MarkdownNode {
    let node = made(CMARK_NODE_LINK, tag: tag)
    node.setDestination(destination)
    return node
  }

  private static func made(_ type: cmark_node_type, tag: Int?) -> MarkdownNode {
    // libcmark's own allocator ends the program when memory runs out: there is always a node.
    guard let pointer = unsafe cmark_node_new(type) else { preconditionFailure("no memory") }
    let node = unsafe MarkdownNode(pointer)
    node.tag = tag
    return node
  }

  var parent: MarkdownNode? { unsafe cmark_node_parent(pointer).map { unsafe MarkdownNode($0) } }
  var firstChild: MarkdownNode? {
    unsafe cmark_node_first_child(pointer).map { unsafe MarkdownNode($0) }
  }
  var lastChild: MarkdownNode? {
    unsafe cmark_node_last_child(pointer).map { unsafe MarkdownNode($0) }
  }
  var next: MarkdownNode? { unsafe cmark_node_next(pointer).map { unsafe MarkdownNode($0) } }
  var previous: MarkdownNode? {
    unsafe cmark_node_previous(pointer).map { unsafe MarkdownNode($0) }
  }

  /// Puts a node that may stand elsewhere behind the last child.
  func append(_ child: MarkdownNode) { _ = unsafe cmark_node_append_child(pointer, child.pointer) }

  func prepend(_ child: MarkdownNode) {
    _ = unsafe cmark_node_prepend_child(pointer, child.pointer)
  }

  func insertBefore(_ node: MarkdownNode) {
    _ = unsafe cmark_node_insert_before(pointer, node.pointer)
  }

  func insertAfter(_ node: MarkdownNode) {
    _ = unsafe cmark_node_insert_after(pointer, node.pointer)
  }

  /// Takes the node and all below it out of its tree and gives their memory back.
  func remove() { unsafe cmark_node_free(pointer) }

  func setDestination(_ url: String) {
    _ = unsafe url.withCString { unsafe cmark_node_set_url(pointer, $0) }
  }

  func setFenceInfo(_ info: String) {
    _ = unsafe info.withCString { unsafe cmark_node_set_fence_info(pointer, $0) }
  }

  func setTitle(_ title: String) {
    _ = unsafe title.withCString { unsafe cmark_node_set_title(pointer, $0) }
  }
}
