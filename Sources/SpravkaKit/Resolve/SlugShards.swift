// The listed articles of a language by the last part of their URLs, in shards of a fixed size: a 404
// page asks for the one that holds what a reader has typed, however large the site is.

struct SlugShards: Sendable {
  /// By shard: each slug once, sorted by bytes, with its articles as they are read.
  let shards: [[(slug: String, articles: [PageID])]]

  /// - Parameter articles: how many a language lists.
  static func count(of articles: Int) -> Int { max(1, (articles + size - 1) / size) }

  static func shard(of slug: String, among count: Int) -> Int { Int(fnv1a32(slug)) % count }

  init(of articles: [PageID], _ pages: [Page]) {
    let count = Self.count(of: articles.count)
    var found = [[String: [PageID]]](repeating: [:], count: count)
    for id in articles {
      guard let slug = pages[id.index].url.split(separator: "/").last.map(String.init) else {
        continue
      }
      let shard = Self.shard(of: slug, among: count)
      // A name that a thousand articles share says nothing of which is meant.
      if found[shard][slug]?.count ?? 0 < Self.mostOfOneName {
        found[shard][slug, default: []].append(id)
      }
    }
    shards = found.map { shard in
      shard.sorted { pathPrecedes($0.key, $1.key) }.map { (slug: $0.key, articles: $0.value) }
    }
  }

  private static let size = 200
  private static let mostOfOneName = 10
}
