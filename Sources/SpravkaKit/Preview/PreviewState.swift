// A draft → what the preview serves: every file by its path, as a build would write it.

/// A site as it can be shown; a value, so that requests read one while the next is being made.
struct PreviewState: Sendable {
  let draft: Draft
  private let renderer: PageRenderer
  /// By path, as of the last whole draft; the search's data are not among them.
  private let outputs: [String: Output]
  /// Pages that were changed since.
  private let fresh: [String: PageID]
  let search: LazySearch
  let nearest: LazyNearest

  init(_ draft: Draft, jobs: Int) async {
    self.draft = draft
    let recipes = await Recipes(of: draft.site, with: draft.theme, jobs: jobs)
    renderer = recipes.renderer
    outputs = Dictionary(recipes.outputs.map { ($0.path, $0) }) { first, _ in first }
    fresh = [:]
    search = LazySearch(of: draft.site, jobs: jobs)
    nearest = LazyNearest(of: draft, jobs: jobs)
  }

  /// The state after a change to one article and nothing else.
  init(_ state: PreviewState, _ draft: Draft, changed path: String) {
    self.draft = draft
    renderer = state.renderer.replacing(draft.site)
    outputs = state.outputs
    search = state.search
    nearest = state.nearest
    var fresh = state.fresh
    if let page = draft.resolver.tree.byPath[path] {
      fresh[draft.site[page].url + "index.html"] = page
    }
    self.fresh = fresh
  }

  /// The recipe at a path below the output folder; nil when a build would write nothing there.
  func output(at path: String) -> Output? {
    if let page = fresh[path] {
      return Output(path: path, content: .made { [renderer] in renderer.render(page) })
    }
    if let output = outputs[path] { return output }
    return path.hasPrefix("search/") ? search.outputs()[path] : nil
  }

  /// Whether a folder of the site stands at a path, which ends in a slash.
  func hasFolder(_ path: String) -> Bool { output(at: path + "index.html") != nil }
}
