// Which templates include which: what a check of blocks and a search for unused templates ask.

extension Program {
  /// The templates that a template includes, directly or through others; itself only if it is
  /// among those.
  func references(from template: Int) -> Set<Int> {
    var found: Set<Int> = []
    var waiting = includes(in: template)
    while let next = waiting.popLast() {
      if found.insert(next).inserted { waiting += includes(in: next) }
    }
    return found
  }

  /// The ids of all blocks that a parent's overrides may fill: its own and those of what it
  /// includes.
  func blocks(of template: Int) -> Set<Int> {
    var names: Set<Int> = []
    for reachable in references(from: template).union([template]) {
      for node in nodes[templates[reachable].nodes] {
        if case .block(let name, _, _) = node { names.insert(name) }
      }
    }
    return names
  }

  private func includes(in template: Int) -> [Int] {
    nodes[templates[template].nodes].compactMap { node in
      guard case .include(let name, _, _) = node else { return nil }
      return templateOfName[name]
    }
  }
}
