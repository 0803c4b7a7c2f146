// The texts of a paragraph → the same with strikethrough, footnote references and links for bare
// addresses. libcmark has found code, links and emphasis already, so each text can be taken by
// itself; only tildes are matched across their siblings.

extension TreeShaper {
  /// - Parameter isInLink: whether all of it is the text of a link, which holds no other.
  mutating func shapeInlines(of node: MarkdownNode, isInLink: Bool = false, depth: Int = 0) {
    guard !text.source.syntax.isDisjoint(with: .inlines), depth < NestingLimit.elements else {
      return
    }
    if text.source.syntax.contains(.strikethrough) { strikeThrough(childrenOf: node) }
    var isInTag = false
    for child in node.children {
      switch child.kind {
      case .text: shapeText(of: child, isInLink: isInLink || isInTag)
      case .htmlInline where surroundings.html: noteRawLink(child.literal, &isInTag)
      case .emphasis, .strong, .custom:
        shapeInlines(of: child, isInLink: isInLink || isInTag, depth: depth + 1)
      case .link:
        shapeInlines(of: child, isInLink: true, depth: depth + 1)
        moveReferences(outOf: child)
      default: break
      }
    }
  }

  /// What stands between the tags of a link is the text of that link.
  private func noteRawLink(_ tag: String, _ isInTag: inout Bool) {
    let name = tag.utf8.dropFirst().prefix { $0.isASCIILetter || $0 == .slash }
    if name.elementsEqual("a".utf8) || name.elementsEqual("A".utf8) { isInTag = true }
    if name.elementsEqual("/a".utf8) || name.elementsEqual("/A".utf8) { isInTag = false }
  }

  /// A reference to a footnote is a link: it goes behind the one in whose text it stands.
  private func moveReferences(outOf link: MarkdownNode) {
    guard !text.footnotes.isEmpty else { return }
    var found: [MarkdownNode] = []
    link.walk { node, entering in
      guard entering, node.kind == .custom, case .footnoteReference = construct(of: node) else {
        return
      }
      found.append(node)
    }
    for node in found.reversed() { link.insertAfter(node) }
  }

  private mutating func shapeText(of node: MarkdownNode, isInLink: Bool) {
    let literal = Array(node.literal.utf8)
    var pieces: [InlinePiece] = []
    if text.source.syntax.contains(.footnotes) { pieces += footnoteReferences(in: literal) }
    if text.source.syntax.contains(.bareLinks), !isInLink { pieces += bareLinks(in: literal) }
    guard !pieces.isEmpty else { return }
    pieces.sort { $0.range.lowerBound < $1.range.lowerBound }
    var end = 0
    for piece in pieces where piece.range.lowerBound >= end {
      if piece.range.lowerBound > end {
        node.insertBefore(
          .text(String(decoding: literal[end..<piece.range.lowerBound], as: UTF8.self)))
      }
      node.insertBefore(made(of: piece, String(decoding: literal[piece.range], as: UTF8.self)))
      end = piece.range.upperBound
    }
    if end < literal.count {
      node.setLiteral(String(decoding: literal[end...], as: UTF8.self))
    } else {
      node.remove()
    }
  }

  private mutating func made(of piece: InlinePiece, _ written: String) -> MarkdownNode {
    switch piece.kind {
    case .link(let destination):
      let link = MarkdownNode.link(to: destination, tag: Construct.tag(of: .bareLink))
      link.append(.text(written))
      return link
    case .footnote(let note): return inline(.footnoteReference(note: note, ordinal: 0))
    }
  }

  /// `[^label]` where the text has such a footnote.
  private mutating func footnoteReferences(in literal: [UInt8]) -> [InlinePiece] {
    guard !text.footnotes.isEmpty else { return [] }
    var pieces: [InlinePiece] = []
    var index = 0
    while index + 3 < literal.count {
      guard literal[index] == .openBracket, literal[index + 1] == .caret else {
        index += 1
        continue
      }
      guard let close = literal[(index + 2)...].firstIndex(of: .closeBracket) else { break }
      let label = String(decoding: literal[(index + 2)..<close], as: UTF8.self)
      let start = index
      index = close + 1
      if let note = text.footnotes[label.lowercased()] {
        pieces.append(InlinePiece(range: start..<index, kind: .footnote(note)))
      } else if !label.isEmpty, !label.utf8.contains(.space) {
        reportMissingFootnote(label)
      }
    }
    return pieces
  }

  private mutating func reportMissingFootnote(_ label: String) {
    let written = Array("[^\(label)]".utf8)
    let bytes = frame.file.bytes
    // The text node does not know where it stands, but references come in order.
    let start = bytes.indices[text.cursor...].first { bytes[$0...].starts(with: written) }
    text.cursor = start.map { $0 + 1 } ?? bytes.endIndex
    let near = nearestName(to: label, among: text.footnotes.keys.sorted(by: pathPrecedes))
    report(
      .missingFootnote, "there is no footnote '[^\(label)]'",
      at: start.map { $0..<($0 + written.count) },
      hint: near.map { "did you mean '[^\($0)]'?" } ?? "add a line '[^\(label)]: …' below")
  }
}

/// A part of a text that becomes an element.
struct InlinePiece: Equatable {
  enum Kind: Equatable {
    case link(String)
    case footnote(Int)
  }

  /// Bytes of the text.
  let range: Range<Int>
  let kind: Kind
}
