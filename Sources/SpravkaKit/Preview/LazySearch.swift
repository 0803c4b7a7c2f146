// The search's data of a site, made when somebody searches: on a large site that takes as long as
// all the rest, and a writer who edits does not search after every save.

struct LazySearch: Sendable {
  /// In the order of the languages.
  let indexes: Lazy<[SearchIndex]>
  private let files: Lazy<[String: Output]>

  init(of site: Site, jobs: Int) {
    let indexes = Lazy { await searchIndexes(of: site, jobs: jobs) }
    self.indexes = indexes
    files = Lazy {
      Dictionary(searchOutputs(of: indexes.value).map { ($0.path, $0) }) { first, _ in first }
    }
  }

  /// By path.
  func outputs() -> [String: Output] {
    // Made on this thread, so that the work on the files finds them and waits for nothing.
    _ = indexes.value
    return files.value
  }
}
