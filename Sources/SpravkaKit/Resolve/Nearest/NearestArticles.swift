// Articles for which the writer recommends none → the nearest ones of their language. What articles
// say decides; the category, tags and editions that they share only weigh in, so that nothing is
// recommended for standing nearby alone, and few or none are when none is near.

struct NearestArticles: Sendable {
  /// An article that can be recommended or needs recommendations.
  private struct Candidate: Sendable {
    let page: PageID
    let source: Int
    let category: PageID?
    let tags: [TagID]
    /// Ids, sorted; empty means all.
    let editions: [String]
  }

  private let candidates: [Candidate]
  private let vectors: TermVectors
  private let index: TermIndex
  private let count: Int

  /// How near an article must be at least, of `itself`.
  private static let farthest: Int64 = itself / 10
  private static let itself: Int64 = 2048 * 2048 / 4
  /// What `share` comes to at most, in percent.
  private static let mostShare: Int64 = 200

  /// - Parameters:
  ///   - pages: the published articles of one language, by their paths.
  ///   - count: how many articles are chosen at most.
  init(
    among pages: [PageID], _ articles: [Article], _ tree: PageTree, _ order: ReadingOrder,
    _ tags: Tags, count: Int, jobs: Int
  ) async {
    candidates = pages.compactMap { id in
      let page = tree.pages[id.index]
      return page.source.map {
        Candidate(
          page: id, source: $0, category: page.parent, tags: tags.ofArticle[$0],
          editions: articles[$0].front.editions.map(\.value).sorted(by: pathPrecedes))
      }
    }
    let sources = candidates.map(\.source)
    let slices = await parallelSlices(sources.count, jobs: jobs, size: 256) { range in
      ArticleStems(of: sources[range].map { articles[$0] })
    }
    vectors = await TermVectors(slices, jobs: jobs)
    index = TermIndex(vectors, isListed: candidates.map { order.isListed($0.page) })
    self.count = count
  }

  /// What is chosen, for each source of an article that `needs` it.
  func choices(for needs: Set<Int>, jobs: Int) async -> [(source: Int, pages: [PageID])] {
    let askers = candidates.indices.filter { needs.contains(candidates[$0].source) }
    return await parallelSlices(askers.count, jobs: jobs) { range in
      var sums = [Int32](repeating: 0, count: candidates.count)
      var met: [Int32] = []
      return askers[range].map { asker in
        index.add(vectors.ofArticle[asker], to: &sums, &met)
        let chosen = best(of: met, for: asker, sums)
        for article in met { sums[Int(article)] = 0 }
        met.removeAll(keepingCapacity: true)
        return (candidates[asker].source, chosen.map { candidates[$0].page })
      }
    }.flatMap(\.self)
  }

  /// The nearest first; of equals, the one whose path comes first.
  private func best(of met: [Int32], for asker: Int, _ sums: [Int32]) -> [Int] {
    var best: [(article: Int, score: Int64)] = []
    for article in met.lazy.map(Int.init) where article != asker {
      let most = Int64(sums[article]) * Self.mostShare / 100
      if most < Self.farthest || best.count == count && most < best[count - 1].score { continue }
      guard let share = share(asker, article) else { continue }
      let score = Int64(sums[article]) * share / 100
      guard score >= Self.farthest else { continue }
      let place = best.firstIndex { (-score, article) < (-$0.score, $0.article) } ?? best.count
      best.insert((article, score), at: place)
      if best.count > count { best.removeLast() }
    }
    return best.map(\.article)
  }

  /// What is made of the nearness of two articles, in percent; nil when no reader has both.
  private func share(_ asker: Int, _ other: Int) -> Int64? {
    let (asker, other) = (candidates[asker], candidates[other])
    let isForAll = asker.editions.isEmpty || other.editions.isEmpty
    if !isForAll, !asker.editions.contains(where: other.editions.contains) { return nil }
    var percent: Int64 = 100
    if asker.category == other.category { percent += 30 }
    percent += 20 * Int64(min(3, asker.tags.count { other.tags.contains($0) }))
    if asker.editions == other.editions { percent += 10 }
    return percent
  }
}
