// All that decides, data apart, what an include comes to: two visits to one template in the same
// situation find the same mistakes, so that the second can be left out.

struct Situation: Hashable {
  private enum Place: Hashable {
    case names(ObjectIdentifier)
    case other(String)
  }

  let template: Int
  /// What fills each block: name id → node.
  private let overrides: [Int: Int]
  /// The scopes from the innermost, each once: a shape further out hides behind itself.
  private let scopes: [Place]

  init(template: Int, overrides: [Int: Int], scopes: [Scope]) {
    self.template = template
    self.overrides = overrides
    var places: [Place] = []
    for (index, scope) in scopes.enumerated().reversed() {
      let place: Place
      if let shape = scope.shape {
        place = .names(ObjectIdentifier(shape))
      } else if scope.isUnknown || index == scopes.count - 1 {
        place = .other(scope.noun)
      } else {
        continue
      }
      if !places.contains(place) { places.append(place) }
    }
    self.scopes = places
  }
}
