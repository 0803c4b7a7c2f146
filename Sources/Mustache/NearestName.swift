// «did you mean»: the nearest of a short list of names, all of them compared. It lives in the lowest
// module that says such things; SpravkaKit uses the same.

/// The candidate with the fewest edits to `name`, if it is near enough to be what was meant.
///
/// Edits are those of the optimal string alignment distance (insert, delete, replace, swap
/// neighbours), whatever the case; near enough is a third of the longer name's length. Ties go to
/// the first.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars)
  var best: (name: String, distance: Int)?
  for candidate in candidates where candidate != name {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    let limit = max(1, max(wanted.count, scalars.count) / 3)
    guard abs(wanted.count - scalars.count) <= limit else { continue }
    let distance = editDistance(wanted, scalars)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// The optimal string alignment distance, by three rolling rows (Damerau 1964, Wagner and
/// Fischer 1974).
package func editDistance<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for column in right.indices {
      let replace = previous[column] + (left[row] == right[column] ? 0 : 1)
      var cost = min(replace, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforePrevious[column - 1] + 1)
      }
      current.append(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
