internal import Mustache

// «did you mean» for short lists: keys, ids, options. Long lists (articles of a site) go through the
// index of Resolve instead, never through all pairs.

/// The candidate with the fewest edits to `name`, if it is near enough to be what was meant.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  Mustache.nearestName(to: name, among: candidates)
}

/// How many letters must be inserted, deleted, replaced or swapped to turn one name into another.
func editDistance(_ left: Substring, _ right: Substring) -> Int {
  Mustache.editDistance(Array(left.utf8), Array(right.utf8))
}
