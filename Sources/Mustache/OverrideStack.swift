// The parents that are being written, and who fills a block. A block may be filled by every parent
// on the way to it, and the outermost wins. What an override itself holds belongs to the template
// where it is written: its blocks are filled by those around that template, not by its siblings.

struct OverrideStack {
  private struct Frame {
    /// The parent, as a node of the program.
    let include: Int
    let outer: Int?
  }

  private var frames: [Frame] = []
  /// The frame of the template that is being written; nil outside of all parents.
  private(set) var current: Int?
}

extension OverrideStack {
  mutating func push(include: Int) {
    frames.append(Frame(include: include, outer: current))
    current = frames.count - 1
  }

  mutating func pop() {
    current = frames.popLast()?.outer
  }

  /// What fills a block: the node of the override, and the frame in which it was written.
  func override(of name: Int, in program: Program) -> (node: Int, frame: Int?)? {
    var found: (node: Int, frame: Int?)?
    var frame = current
    while let index = frame {
      let outer = frames[index].outer
      if let node = program.override(of: name, in: frames[index].include) { found = (node, outer) }
      frame = outer
    }
    return found
  }

  /// What fills each block that anything fills: name id → node.
  func effective(in program: Program) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var frame = current
    while let index = frame {
      for node in program.overrides(of: frames[index].include).reversed() {
        if case .override(let name, _) = program.nodes[node] { result[name] = node }
      }
      frame = frames[index].outer
    }
    return result
  }

  /// Goes to the frame in which an override was written; returns the frame to come back to.
  mutating func enter(frame: Int?) -> Int? {
    defer { current = frame }
    return current
  }
}

extension Program {
  fileprivate func override(of name: Int, in include: Int) -> Int? {
    guard case .include(_, _, let end) = nodes[include] else { return nil }
    var index = include + 1
    while index < end, case .override(let candidate, let next) = nodes[index] {
      if candidate == name { return index }
      index = next
    }
    return nil
  }
}
