// The tree that every reader of YAML in Spravka works on. A scalar stays the text that was
// written: whether `no` or `0123` is a word, a flag or a number is for the key that asks for it.

/// A piece of YAML with its place in the file.
struct YAMLNode: Sendable {
  let content: Content
  /// Byte offsets in the file, quotes and brackets included.
  let range: Range<Int>

  enum Content: Sendable {
    /// Text; plain means written without quotes and not as a block.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// In the order of the file; a key stands once.
    case mapping([YAMLPair])
  }
}

/// A key and its value.
struct YAMLPair: Sendable {
  let key: String
  let keyRange: Range<Int>
  let value: YAMLNode
}

extension YAMLNode {
  /// Nothing after the colon, or `~`, or blanks in quotes: the key counts as not written.
  var isEmpty: Bool {
    guard case .scalar(let text, let isPlain) = content else { return false }
    return text.utf8.allSatisfy(\.isASCIIWhitespace) || isPlain && text == "~"
  }
}
