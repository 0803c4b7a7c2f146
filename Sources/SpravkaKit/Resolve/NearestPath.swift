// «did you mean» for links. A site has thousands of paths, so the wrong one is not compared with
// all: first come files of the same name in other folders, then those that share the rarest
// trigrams of the name (Ukkonen 1992), and only these few are compared letter by letter.

struct NearestPath: Sendable {
  private let paths: [String]
  private var byName: [Substring: [Int]] = [:]
  private var byTrigram: [Trigram: [Int]] = [:]

  private typealias Trigram = ArraySlice<UInt8>

  /// Only so many paths are compared letter by letter.
  private static let comparisons = 200

  /// - Parameter paths: all paths that a link may lead to, sorted.
  init(_ paths: [String]) {
    self.paths = paths
    for (index, path) in paths.enumerated() {
      byName[Self.name(of: path), default: []].append(index)
      for trigram in Self.trigrams(of: Self.name(of: path)) {
        byTrigram[trigram, default: []].append(index)
      }
    }
  }

  /// The path that was most likely meant by one that does not exist.
  func nearest(to wanted: String) -> String? {
    let name = Self.name(of: wanted)
    let candidates = byName[name] ?? similar(to: name)
    let target = Array(wanted.utf8)
    let ranked = candidates.prefix(Self.comparisons).map { index in
      (index, distance: editDistance(target, Array(paths[index].utf8)))
    }
    guard let best = ranked.min(by: { ($0.distance, $0.0) < ($1.distance, $1.0) }) else {
      return nil
    }
    let isSameName = byName[name] != nil
    return isSameName || Self.areNear(name, Self.name(of: paths[best.0])) ? paths[best.0] : nil
  }

  /// Paths whose names share trigrams with `name`, most shared first.
  private func similar(to name: Substring) -> [Int] {
    let postings = Self.trigrams(of: name).compactMap { byTrigram[$0] }
      .sorted { $0.count < $1.count }.prefix(8)
    var shared: [Int: Int] = [:]
    for posting in postings where posting.count <= 2000 {
      for index in posting { shared[index, default: 0] += 1 }
    }
    return shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// Whether at most a third of the letters differ, file extensions apart.
  private static func areNear(_ left: Substring, _ right: Substring) -> Bool {
    let stems = [left, right].map { Array($0.utf8.prefix { $0 != UInt8(ascii: ".") }) }
    let limit = max(stems[0].count, stems[1].count) / 3
    return editDistance(Array(left.utf8), Array(right.utf8)) <= limit
  }

  private static func name(of path: String) -> Substring {
    path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
  }

  private static func trigrams(of name: Substring) -> Set<Trigram> {
    let bytes = Array(("^" + name).utf8)
    guard bytes.count > 2 else { return [] }
    return Set((0...(bytes.count - 3)).map { bytes[$0..<($0 + 3)] })
  }
}
