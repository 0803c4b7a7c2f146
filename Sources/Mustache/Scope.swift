// What `.` is while a template is checked: the counterpart of `Context`, with shapes for values.

enum Scope {
  case record(Shape)
  case list(Shape)
  /// A list of records that hold such lists themselves.
  case tree(Shape)
  case textList
  case text
  case markup
  case flag
  /// What a section over an unknown name enters: any name may be found there.
  case unknown

  /// What stands under a name of a shape.
  init(_ kind: Shape.Kind, of shape: Shape) {
    switch kind {
    case .record(let inner): self = .record(inner)
    case .list(let inner): self = .list(inner)
    case .listOfSelf: self = .tree(shape)
    case .textList: self = .textList
    case .text: self = .text
    case .markup: self = .markup
    case .flag: self = .flag
    }
  }

  /// What `.` is inside a section over it.
  var entered: Scope {
    switch self {
    case .list(let shape), .tree(let shape): .record(shape)
    case .textList: .text
    case .record, .text, .markup, .flag, .unknown: self
    }
  }

  /// The shape whose names can be asked for here, if any.
  var shape: Shape? {
    if case .record(let shape) = self { shape } else { nil }
  }

  var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }

  var noun: String {
    switch self {
    case .record: "a record"
    case .list, .tree, .textList: "a list"
    case .text: "text"
    case .markup: "markup"
    case .flag: "a flag"
    case .unknown: "unknown"
    }
  }
}
