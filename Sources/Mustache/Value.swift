// What a page hands to a template. Escaping follows from the case and never from the template's
// care: `text` is escaped wherever it is written, `markup` nowhere.

/// One value of the data that a template is rendered with.
public enum Value: Sendable {
  case none
  case flag(Bool)
  case text(String)
  /// HTML that is ready to be written.
  case markup([UInt8])
  case list([Value])
  case record(Record)
}

/// The values of one thing (an article, a link), in the order of its shape's names.
public struct Record: Sendable {
  public let shape: Shape
  public let values: [Value]

  /// The value under a name of the shape; nil when the shape has no such name.
  public subscript(name: String) -> Value? {
    shape.slot(ofHash: Name(name).hash).map { values[$0] }
  }
}

extension Value {
  /// Whether a section over the value is written: not over `none`, `flag(false)`, an empty list,
  /// an empty text or empty markup.
  ///
  /// The specification says «truthy, e.g. `!!data == true`», and an empty string is false there.
  public var isTruthy: Bool {
    switch self {
    case .none: false
    case .flag(let flag): flag
    case .text(let text): !text.isEmpty
    case .markup(let bytes): !bytes.isEmpty
    case .list(let items): !items.isEmpty
    case .record: true
    }
  }
}
