// «did you mean» for links. A site has thousands of paths, so the wrong one is not compared with
// all: first come files of the same name in other folders, then those whose names share the most
// trigrams with it (Ukkonen 1992), and only these few are compared letter by letter.

struct NearestPath: Sendable {
  private let paths: [String]
  private var byName: [Substring: [Int]] = [:]
  /// Which paths hold three bytes in a row in their names; the bytes are packed into a number.
  private var byTrigram: [UInt32: [Int32]] = [:]

  /// Only so many paths are compared letter by letter.
  private static let comparisons = 16
  /// Trigrams that more names than that have («.md») tell nothing apart.
  private static let longestPosting = 2000

  /// - Parameter paths: all paths that a link may lead to, sorted.
  init(_ paths: [String]) {
    self.paths = paths
    for (index, path) in paths.enumerated() {
      let name = Self.name(of: path)
      byName[name, default: []].append(index)
      for trigram in Self.trigrams(of: name) {
        byTrigram[trigram, default: []].append(Int32(index))
      }
    }
  }

  /// The path that was most likely meant by one that does not exist.
  func nearest(to wanted: String) -> String? {
    let name = Self.name(of: wanted)
    if let same = byName[name] { return paths[nearest(among: same, to: wanted)] }
    let stem = Self.stem(of: name)
    var best: (index: Int, distance: Int)?
    for index in similar(to: name) {
      let found = Self.name(of: paths[index])
      let distance = editDistance(name, found)
      let limit = max(stem.count, Self.stem(of: found).count) / 3
      if distance <= limit, distance < best?.distance ?? .max { best = (index, distance) }
    }
    return best.map { paths[$0.index] }
  }

  /// Of paths in their order, the one that shares the longest beginning with `wanted`: it stands
  /// just before or behind the place where `wanted` would stand.
  private func nearest(among same: [Int], to wanted: String) -> Int {
    var low = 0
    var high = same.count
    while low < high {
      let middle = (low + high) / 2
      if pathPrecedes(paths[same[middle]], wanted) { low = middle + 1 } else { high = middle }
    }
    let neighbours = same[max(0, low - 1)..<min(same.count, low + 1)]
    return neighbours.max { sharedPrefix($0, wanted) < sharedPrefix($1, wanted) } ?? same[0]
  }

  /// How many bytes from the top two paths have in common.
  private func sharedPrefix(_ index: Int, _ wanted: String) -> Int {
    zip(paths[index].utf8, wanted.utf8).prefix { $0 == $1 }.count
  }

  /// Paths whose names share trigrams with `name`, most shared first.
  private func similar(to name: Substring) -> some Sequence<Int> {
    var shared = [UInt8](repeating: 0, count: paths.count)
    var touched: [Int] = []
    for trigram in Self.trigrams(of: name) {
      guard let posting = byTrigram[trigram], posting.count <= Self.longestPosting else { continue }
      for index in posting {
        if shared[Int(index)] == 0 { touched.append(Int(index)) }
        shared[Int(index)] += shared[Int(index)] == .max ? 0 : 1
      }
    }
    return touched.sorted { (shared[$1], $0) < (shared[$0], $1) }.prefix(Self.comparisons)
  }

  private static func name(of path: String) -> Substring {
    path[(path.utf8.lastIndex(of: .slash).map(path.utf8.index(after:)) ?? path.startIndex)...]
  }

  private static func stem(of name: Substring) -> Substring.UTF8View.SubSequence {
    name.utf8.prefix { $0 != UInt8(ascii: ".") }
  }

  /// A name's trigrams, each once; the beginning of the name counts as a byte of its own.
  private static func trigrams(of name: Substring) -> Set<UInt32> {
    var trigrams: Set<UInt32> = []
    var window: UInt32 = 0
    for (index, byte) in name.utf8.enumerated() {
      window = (window << 8 | UInt32(byte)) & 0xFF_FFFF
      if index > 0 { trigrams.insert(window) }
    }
    return trigrams
  }
}
