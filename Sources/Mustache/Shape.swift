// The names that a template may ask for, known before there is any data: so a template can be
// checked when it is compiled, and a record needs no dictionary of its own.

/// The names that a template may ask of a record, and what each holds.
///
/// All records of a shape share it; it never changes.
public final class Shape: Sendable {
  /// What stands under a name.
  public indirect enum Kind: Sendable {
    case text, markup, flag
    case record(Shape)
    /// A list of records.
    case list(Shape)
    case textList
    /// A list of records of the shape that holds the name: a tree.
    case listOfSelf
  }

  public struct Field: Sendable {
    public let name: String
    public let kind: Kind
  }

  /// What messages call a record of the shape: «article».
  public let name: String
  public let fields: [Field]
  private let slots: SlotTable

  /// A shape that the program knows; its names must differ.
  public convenience init(_ name: String, _ fields: KeyValuePairs<String, Kind>) {
    self.init(name, fields.map { ($0.key, $0.value) })
    assert(Set(fields.map(\.key)).count == fields.count, "two fields of \(name) share a name")
  }

  /// A shape whose names are known only at run time (strings, assets).
  ///
  /// Of two fields with one name the first is found. A name with a dot in it is never found:
  /// templates read `a.b` as `b` of `a`.
  public init(_ name: String, _ fields: [(String, Kind)]) {
    self.name = name
    self.fields = fields.map { Field(name: $0.0, kind: $0.1) }
    self.slots = SlotTable(fields.map { Name($0.0) })
  }
}

extension Shape {
  /// A record with a value for each name, given in the shape's order.
  public func record(_ values: KeyValuePairs<String, Value>) -> Value {
    assert(values.map(\.key) == fields.map(\.name), "the names are not those of \(name)")
    return record(inOrder: values.map { $0.value })
  }

  /// A record from values in the shape's order; `none` may stand for any of them.
  public func record(inOrder values: [Value]) -> Value {
    precondition(values.count == fields.count, "a value for each field of \(name)")
    assert(
      zip(fields, values).allSatisfy { fits($1, $0.kind) },
      "a value of \(name) is not of its field's kind")
    return .record(Record(shape: self, values: values))
  }

  /// What stands under a name; nil when the shape has no such name.
  func kind(of name: Name) -> Kind? {
    guard let slot = slots[name.hash], fields[slot].name == name.text else { return nil }
    return fields[slot].kind
  }

  /// Where the value of a name stands in a record.
  func slot(ofHash hash: UInt64) -> Int? { slots[hash] }

  /// Whether the strict check was right to take the value for one of its kind.
  private func fits(_ value: Value, _ kind: Kind) -> Bool {
    switch (value, kind) {
    case (.none, _), (.text, .text), (.markup, .markup), (.flag, .flag), (.list, .textList): true
    case (.record(let record), .record(let shape)): record.shape.resembles(shape)
    case (.list(let items), .list(let shape)): items.allSatisfy { fits($0, .record(shape)) }
    case (.list(let items), .listOfSelf): items.allSatisfy { fits($0, .record(self)) }
    default: false
    }
  }

  private func resembles(_ other: Shape) -> Bool {
    self === other || fields.map(\.name) == other.fields.map(\.name)
  }
}
