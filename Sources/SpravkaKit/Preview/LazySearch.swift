internal import Synchronization

// The search's data of a site, made when somebody searches: on a large site that takes as long as
// all the rest, and a writer who edits does not search after every save.

final class LazySearch: Sendable {
  private let site: Site
  private let jobs: Int
  private let made = Mutex<[String: Output]?>(nil)

  init(of site: Site, jobs: Int) {
    self.site = site
    self.jobs = jobs
  }

  /// By path; whoever asks first waits until they are there, and so does who asks meanwhile.
  func outputs() -> [String: Output] {
    made.withLock { made in
      if let made { return made }
      let (site, jobs) = (site, jobs)
      let indexes = waiting { await searchIndexes(of: site, jobs: jobs) } ?? []
      let outputs = Dictionary(searchOutputs(of: indexes).map { ($0.path, $0) }) { first, _ in first
      }
      made = outputs
      return outputs
    }
  }
}
