import Mustache

/// JSON as the specification's cases have it; every object gets a shape of its own.
enum JSON: Decodable {
  case null
  case bool(Bool)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let integer = try? container.decode(Int.self) {
      self = .text("\(integer)")
    } else if let number = try? container.decode(Double.self) {
      self = .text("\(number)")
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  var value: Value {
    switch self {
    case .null: .none
    case .bool(let flag): .flag(flag)
    case .text(let text): .text(text)
    case .list(let items): .list(items.map(\.value))
    case .object(let fields): Self.record(fields.mapValues(\.value))
    }
  }

  private static func record(_ fields: [String: Value]) -> Value {
    let sorted = fields.sorted { $0.key < $1.key }
    return Shape("object", sorted.map { ($0.key, kind(of: $0.value)) })
      .record(inOrder: sorted.map(\.value))
  }

  private static func kind(of value: Value) -> Shape.Kind {
    switch value {
    case .none, .text: .text
    case .flag: .flag
    case .markup: .markup
    case .list: .textList
    case .record(let record): .record(record.shape)
    }
  }
}
