// What a node of the tree is in Spravka's own syntax. libcmark's nodes bear a number only; the
// construct behind it stands in the list of its tree.

/// A construct beyond CommonMark, as the renderer must write it.
enum Construct: Sendable, Equatable {
  /// A cell of a table: a heading to libcmark.
  case cell
  /// The title of the block in which it stands: a heading to libcmark.
  case label
  /// A link that was written as nothing but its address.
  case bareLink
  /// A paragraph above a table, which is a heading to libcmark.
  case paragraph
  /// A paragraph that is nothing but a link to a page.
  case card
  /// A paragraph that is nothing but a picture with a caption.
  case figure
  case strikethrough
  /// The section with the short answer.
  case summary
  case task(isDone: Bool)
  case callout(Callout)
  case details(group: String, isOpen: Bool)
  case tabs(group: String)
  case tab
  case edition(ids: [String])
  case table([Alignment])
  /// Text of another file, by the index of its frame.
  case include(frame: Int)
  /// A reference to a footnote: the index of the note, and the how-manieth reference to it.
  case footnoteReference(note: Int, ordinal: Int)

  /// The alignment of a table's column.
  enum Alignment: String, Sendable {
    case none, left, center, right
  }

  /// Constructs that have nothing to say but their kind stand first in every list.
  static let plain: [Construct] = [
    .cell, .label, .bareLink, .card, .figure, .strikethrough, .summary, .task(isDone: false),
    .task(isDone: true), .tab, .paragraph,
  ]

  /// The tag of a construct that is in the list of plain ones.
  static func tag(of construct: Construct) -> Int { plain.firstIndex(of: construct) ?? 0 }
}
