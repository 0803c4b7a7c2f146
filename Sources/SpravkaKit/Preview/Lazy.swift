internal import Synchronization

/// What is made when somebody asks for it first: who asks meanwhile waits for the same.
final class Lazy<Value: Sendable>: Sendable {
  private let make: @Sendable () async -> Value
  private let made = Mutex<Value?>(nil)

  init(_ make: @escaping @Sendable () async -> Value) { self.make = make }

  /// For threads that are nobody's but the caller's, as `waiting` is.
  var value: Value {
    made.withLock { made in
      if let made { return made }
      // Nil only when the work was never done.
      guard let value = waiting(make) else { preconditionFailure("the work has no result") }
      made = value
      return value
    }
  }

  /// Saves the work when it was done elsewhere; somebody who is at it already is left to it.
  func fill(_ value: Value) {
    _ = made.withLockIfAvailable { made in
      if made == nil { made = value }
    }
  }
}
