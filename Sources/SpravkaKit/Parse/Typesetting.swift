// How the walk over an article's tree tells the typesetter what it must know: where blocks begin,
// what is no prose, and what follows a text in its block, be it in another element.

/// Where in the prose of an article its renderer is.
struct Typesetting {
  var typesetter: Typesetter
  /// Whether the text is an address.
  var isInAddress = false
  /// Whether the text is a path through menus.
  var isInPath = false
  /// How many elements of raw HTML are open that hold code.
  private var codes = 0

  init(_ typography: Typography) {
    typesetter = Typesetter(typography)
  }

  /// How a text is written.
  enum Way { case prose, path, verbatim }

  var way: Way { isInAddress || codes > 0 ? .verbatim : isInPath ? .path : .prose }

  mutating func begin() {
    typesetter.begin()
    codes = 0
  }

  /// Writes the text of a node.
  mutating func set(_ node: MarkdownNode, to html: inout HTMLWriter) {
    lookAhead(of: node)
    node.withLiteral { typesetter.set($0, to: &html) }
  }

  mutating func lookAhead(of node: MarkdownNode) {
    typesetter.ahead.removeAll(keepingCapacity: true)
    guard typesetter.rules != nil else { return }
    node.appendFollowing(to: &typesetter.ahead)
  }

  /// Notes a tag of raw HTML.
  mutating func note(_ tag: RawTag) {
    switch tag.name {
    case "code", "kbd", "samp", "pre", "tt", "var", "math":
      codes = max(codes + (tag.isClosing ? -1 : 1), 0)
    case "br": typesetter.endLine()
    default: break
    }
  }
}

extension MarkdownNode {
  /// Appends the beginning of what follows an inline node in its block, as far as rules look.
  fileprivate func appendFollowing(to bytes: inout [UInt8]) {
    var current = self
    // What stands deeper in other elements decides nothing.
    for _ in 0..<8 {
      if let next = current.next {
        guard let last = next.appendBeginning(to: &bytes) else { return }
        current = last
      } else {
        guard let parent = current.parent, parent.isInlineContainer else { return }
        current = parent
      }
    }
  }

  /// Appends the first text of a node; returns the node behind which to go on, nil where it is
  /// enough.
  private func appendBeginning(to bytes: inout [UInt8]) -> MarkdownNode? {
    var node = self
    for _ in 0..<8 {
      switch node.kind {
      case .text:
        node.appendLiteral(to: &bytes, atMost: Typesetter.horizon - bytes.count)
        return bytes.count < Typesetter.horizon ? node : nil
      case .softBreak:
        bytes.append(.space)
        return node
      case .code, .image:
        bytes.append(Typesetter.object)
        return nil
      case .lineBreak: return nil
      default:
        guard node.isInlineContainer, let child = node.firstChild else { return node }
        node = child
      }
    }
    return nil
  }

  private var isInlineContainer: Bool {
    switch kind {
    case .emphasis, .strong, .link, .custom: true
    default: false
    }
  }
}
