/// A value with the place where it was written, so that a later stage can point at it.
struct Located<Value: Sendable>: Sendable {
  let value: Value
  /// Byte offsets in the file that the value came from.
  let range: Range<Int>
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
