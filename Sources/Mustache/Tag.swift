// One `{{…}}` as the scanner finds it and the later passes complete it: pairing finds the partner,
// trimming says what of the source around the tag belongs to it.

struct Tag {
  enum Kind {
    case variable
    /// `{{{name}}}` and `{{&name}}`.
    case unescaped
    case section
    case inverted
    /// `{{$name}}`: a place that others may fill.
    case block
    /// `{{$name}}` directly inside `{{<parent}}`: what fills the parent's place.
    case override
    case parent
    case partial
    case close
    case comment
    case delimiters
  }

  var kind: Kind
  /// From the first byte of the opening delimiter to after the last of the closing one.
  let range: Range<Int>
  /// The name in the source, without whitespace around it.
  let name: Range<Int>
  /// The tag that closes this one, or that this one closes.
  var partner: Int?
  /// The bytes that the tag takes out of the text: itself, and on a line of its own that line.
  var outer: Range<Int>
  /// Whether the blanks before the tag, if any, are its own: the line does not begin with text.
  var takesLineStart = false
  /// Blanks in the source that concern every line of what the tag stands for; nil inline.
  ///
  /// A partial, parent or block on a line of its own adds them, an override takes them off.
  var indentation: Range<Int>?

  init(_ kind: Kind, range: Range<Int>, name: Range<Int>) {
    self.kind = kind
    self.range = range
    self.name = name
    self.outer = range
  }

  var opens: Bool {
    switch kind {
    case .section, .inverted, .block, .override, .parent: true
    default: false
    }
  }

  /// What messages call a tag that opens something.
  var noun: String {
    switch kind {
    case .block, .override: "block"
    case .parent: "parent"
    default: "section"
    }
  }
}
