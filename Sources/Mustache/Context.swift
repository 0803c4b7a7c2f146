// One level of the stack in which names are looked up: a record, or a value that has no names.
// The shape is held without counting the reference: threads that render pages side by side share
// their shapes, and counting them took a third of the time. It is safe because a context lives no
// longer than the value that was given to `render`, and everything in that value holds its shape.

@safe struct Context {
  private let shape: Unmanaged<Shape>?
  /// A record's values, or the one value that has no names.
  private let values: [Value]

  init(_ value: Value) {
    if case .record(let record) = value {
      unsafe shape = Unmanaged.passUnretained(record.shape)
      values = record.values
    } else {
      unsafe shape = nil
      values = [value]
    }
  }

  /// `Context(values[index])`, but taking the value out first would count its shape.
  init(_ values: Span<Value>, at index: Int) {
    if case .record(let record) = values[index] {
      unsafe shape = Unmanaged.passUnretained(record.shape)
      self.values = record.values
    } else {
      unsafe shape = nil
      self.values = [values[index]]
    }
  }
}

extension Context {
  /// Where the value of a name stands, if the context has the name.
  func slot(ofHash hash: UInt64) -> Int? {
    guard let shape = unsafe shape else { return nil }
    // Not `takeUnretainedValue`, which would count the reference after all.
    return unsafe shape._withUnsafeGuaranteedRef { $0.slot(ofHash: hash) }
  }

  subscript(slot: Int) -> Value { values[slot] }

  func context(at slot: Int) -> Context { Context(values.span, at: slot) }

  /// What `.` stands for.
  var value: Value {
    guard let shape = unsafe shape else { return values[0] }
    return .record(Record(shape: unsafe shape.takeUnretainedValue(), values: values))
  }
}
